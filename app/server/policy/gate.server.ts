import type { ServerBuild } from "@remix-run/node";
import { errorPage } from "../error-page.server.ts";
import type { Answer } from "../remix-handler.server.ts";
import { routeNames } from "../route-names.server.ts";
import { type PolicedMethod, policedMethods } from "./entry.ts";
import { policyTable } from "./table.ts";

type Routes = ServerBuild["routes"];

/** A way to ask a route, about which the policy says nothing. */
export type Unpoliced = { routeId: string; method: PolicedMethod };

/** What the routes of a build answer, and the policy does not know of. */
export function unpoliced(routes: Routes): Unpoliced[] {
	return Object.values(routes).flatMap((route) => {
		if (!route) return [];
		return policedMethods
			.filter((method) => answers(route, method) && !policyTable[route.id]?.[method])
			.map((method) => ({ routeId: route.id, method }));
	});
}

/** What the policy knows of, and no route of a build answers. */
export function withoutRoute(routes: Routes): Unpoliced[] {
	return Object.entries(policyTable).flatMap(([routeId, entry]) =>
		policedMethods
			.filter((method) => entry[method] && !(routes[routeId] && answers(routes[routeId], method)))
			.map((method) => ({ routeId, method })),
	);
}

/** Lets pass what the policy knows of. A route that somebody forgot to write down there is absent. */
export function policyGate(
	answer: Answer,
	build: ServerBuild | (() => Promise<ServerBuild>),
): Answer {
	let known: { routes: Routes; refuses: (request: Request) => boolean } | undefined;
	return async (request, context) => {
		const { routes } = typeof build === "function" ? await build() : build;
		if (known?.routes !== routes) known = { routes, refuses: refusing(routes) };
		return known.refuses(request) ? absent() : answer(request, context);
	};
}

function refusing(routes: Routes): (request: Request) => boolean {
	const forgotten = new Set(unpoliced(routes).map(({ routeId, method }) => `${method} ${routeId}`));
	const routeOf = routeNames(routes);
	return ({ url, method }) => {
		const { pathname, searchParams } = new URL(url);
		const way = method === "POST" ? "POST" : "GET";
		const asked = [routeOf(pathname), searchParams.get("_data")];
		return asked.some((routeId) => forgotten.has(`${way} ${routeId}`));
	};
}

type Route = NonNullable<Routes[string]>;

/** A page answers reading, with or without data of its own. */
function answers({ module }: Route, method: PolicedMethod): boolean {
	if (method === "POST") return module.action !== undefined;
	return module.loader !== undefined || module.default !== undefined;
}

function absent(): Response {
	const headers = { "Content-Type": "text/html; charset=utf-8" };
	return new Response(errorPage(404), { status: 404, headers });
}
