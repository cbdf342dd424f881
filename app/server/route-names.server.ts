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
	return (path) => matchRoutes(branches as never, path)?.at(-1)?.route.id;
}

function branchesUnder(routes: Known, parent: string | undefined): Branch[] {
	const own = Object.values(routes).flatMap((route) => (route ? [route] : []));
	return own
		.filter(({ parentId }) => parentId === parent)
		.map(({ id, path, index }) => {
			const place = { id, ...(path === undefined ? {} : { path }) };
			return index ? { ...place, index } : { ...place, children: branchesUnder(routes, id) };
		});
}
