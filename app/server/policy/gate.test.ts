import type { ServerBuild } from "@remix-run/node";
import { expect, test } from "vitest";
import type { Answer } from "../remix-handler.server.ts";
import { policyGate, unpoliced, withoutRoute } from "./gate.server.ts";

const loads = { loader: () => null };
const acts = { ...loads, action: () => null };

test("what the policy knows of passes", async () => {
	expect(await statusOf("/account")).toBe(200);
	expect(await statusOf("/account?_data=routes%2Faccount")).toBe(200);
});

test("a route that was forgotten in the policy is absent, its data too", async () => {
	expect(await statusOf("/forgotten")).toBe(404);
	expect(await statusOf("/forgotten?_data=routes%2Fforgotten")).toBe(404);
	expect(await statusOf("/account?_data=routes%2Fforgotten")).toBe(404);
});

test("an act that was forgotten is absent where reading is not", async () => {
	expect(await statusOf("/my-day")).toBe(200);
	expect(await statusOf("/my-day", "POST")).toBe(404);
	expect(await statusOf("/my-day?_data=routes%2Fmy-day", "POST")).toBe(404);
});

test("the same is asked anew when the pages were built anew", async () => {
	let routes = { ...build().routes };
	const gate = policyGate(passes, async () => ({ ...build(), routes }));
	expect(await answered(gate, "/forgotten")).toBe(404);

	const { "routes/forgotten": _, ...rest } = routes;
	routes = rest;

	expect(await answered(gate, "/forgotten")).toBe(200);
});

test("what is forgotten, and what is left over, is named", () => {
	const { routes } = build();

	expect(unpoliced(routes)).toEqual([
		{ routeId: "routes/my-day", method: "POST" },
		{ routeId: "routes/forgotten", method: "GET" },
	]);
	expect(withoutRoute(routes)).toContainEqual({
		routeId: "routes/directory._index",
		method: "GET",
	});
	expect(withoutRoute(routes)).not.toContainEqual({ routeId: "routes/account", method: "GET" });
});

const passes: Answer = async () => new Response("passed");

function statusOf(path: string, method = "GET"): Promise<number> {
	return answered(policyGate(passes, build()), path, method);
}

async function answered(gate: Answer, path: string, method = "GET"): Promise<number> {
	const request = new Request(`http://relais.test${path}`, { method });
	return (await gate(request, {} as Parameters<Answer>[1])).status;
}

function build(): ServerBuild {
	const route = (id: string, path: string, module: object) => ({
		id,
		path,
		parentId: "root",
		module,
	});
	const routes = {
		root: { id: "root", path: "", module: { default: () => null } },
		"routes/account": route("routes/account", "account", loads),
		"routes/my-day": route("routes/my-day", "my-day", acts),
		"routes/forgotten": route("routes/forgotten", "forgotten", loads),
	};
	return { routes } as unknown as ServerBuild;
}
