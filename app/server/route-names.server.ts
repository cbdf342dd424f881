import type { ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";

/** Says which file answers an address; undefined where none does. */
export type RouteOf = (path: string) => string | undefined;

type Known = ServerBuild["routes"];
type Branch = { id: string; path?: string; index?: boolean; children?: Branch[] };

/**
 * Names the route of an address, for the log: `routes/situations.$handle` says what was asked for,
 * never of whom. The same matching as the pages themselves.
 */
export function routeNames(routes: Known): RouteOf {
	const branches = branchesUnder(routes, undefined);
	const recent = new Map<string, string | undefined>();
	return (path) => {
		if (recent.has(path)) return recent.get(path);
		const name = matchRoutes(branches as never, path)?.at(-1)?.route.id;
		if (recent.size >= mostRecent) recent.clear();
		recent.set(path, name);
		return name;
	};
}

/** A request is named twice, at the gate and for the log: what is served at the same time, and no more. */
const mostRecent = 64;

function branchesUnder(routes: Known, parent: string | undefined): Branch[] {
	const own = Object.values(routes).flatMap((route) => (route ? [route] : []));
	return own
		.filter(({ parentId }) => parentId === parent)
		.map(({ id, path, index }) => {
			const place = { id, ...(path === undefined ? {} : { path }) };
			return index ? { ...place, index } : { ...place, children: branchesUnder(routes, id) };
		});
}
