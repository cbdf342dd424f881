import type { ServerBuild } from "@remix-run/node";
import type { Verdict } from "../policy/decide.ts";
import { verdictOf } from "../policy/decide.ts";
import { policyTable } from "../policy/table.ts";
import type { Asked } from "../whole-app.for-tests.ts";
import type { KnownAsker } from "./askers.for-tests.ts";
import type { Thing } from "./things.for-tests.ts";

/** In which way a route is asked: the page itself, its data for Remix's own script, what it does. */
export const ways = [
	{ name: "read the page", method: "GET", data: false },
	{ name: "read the data", method: "GET", data: true },
	{ name: "read the head", method: "HEAD", data: false },
	{ name: "act by the page", method: "POST", data: false },
	{ name: "act by the data", method: "POST", data: true },
] as const;

/** Methods that nothing answers, whatever the address names. */
export const wrongWays = [
	{ name: "put", method: "PUT", data: false },
	{ name: "patch", method: "PATCH", data: false },
	{ name: "delete", method: "DELETE", data: false },
	{ name: "options", method: "OPTIONS", data: false },
] as const;

export type Way = (typeof ways)[number] | (typeof wrongWays)[number];

/** One request, and what the policy says of it. */
export type Question = {
	routeId: string;
	way: Way;
	thing: Thing;
	verdict: Verdict | "not-a-method";
	asked: Asked;
};

type Route = { id: string; path: string; answers: { GET: boolean; POST: boolean } };

/** The addresses of a build: each route with the whole pattern of its path. */
export function routesOf(routes: ServerBuild["routes"]): Route[] {
	return Object.values(routes).flatMap((route) => {
		if (!route || route.id === "root") return [];
		return [
			{
				id: route.id,
				path: `/${route.path ?? ""}`,
				answers: {
					GET: route.module.loader !== undefined || route.module.default !== undefined,
					POST: route.module.action !== undefined,
				},
			},
		];
	});
}

/** Every question about a route that somebody can ask of a thing. */
export function questionsAbout(
	route: Route,
	known: KnownAsker,
	thing: Thing,
	asked: readonly Way[] = ways,
): Question[] {
	return asked.map((way) => ({
		...{ routeId: route.id, way, thing },
		verdict: expected(route, way, known, thing),
		asked: requestOf(route, way, known, thing),
	}));
}

/** The things that a route is about, of those that somebody has to do with. */
export function thingsAbout({ id }: Route, things: readonly Thing[]): Thing[] {
	const about = policyTable[id]?.about ?? "self";
	return things.filter((thing) => thing.about === about);
}

function expected(route: Route, { method }: Way, { asker }: KnownAsker, thing: Thing) {
	if (method !== "GET" && method !== "HEAD" && method !== "POST") return "not-a-method";
	return verdictOf(route.id, method === "POST" ? "POST" : "GET", asker, thing.relation);
}

function requestOf(
	route: Route,
	{ method, data }: Way,
	{ cookie }: KnownAsker,
	thing: Thing,
): Asked {
	const path = addressOf(route, thing);
	const asked = data ? `${path}?_data=${encodeURIComponent(route.id)}` : path;
	return { path: asked, method, cookie, ...(method === "POST" ? { form: {} } : {}) };
}

/** The address of a thing; a parameter that nothing is known for names nothing. */
function addressOf({ path }: Route, { names }: Thing): string {
	return path
		.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(names[name] ?? "nothing"))
		.replace("*", "no/such/address");
}
