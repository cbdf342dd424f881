import { expect, test } from "vitest";
import type { LogEvent } from "./log.server.ts";
import { routeNames } from "./route-names.server.ts";
import { serving } from "./serving.for-tests.ts";

const routeOf = routeNames(
	Object.fromEntries(
		[
			{ id: "root", path: "" },
			{ id: "routes/_index", parentId: "root", index: true },
			{ id: "routes/situations.$handle", parentId: "root", path: "situations/:handle" },
			{ id: "routes/situations.find", parentId: "root", path: "situations/find" },
			{ id: "routes/$", parentId: "root", path: "*" },
		].map((route) => [route.id, { ...route, module: {} as never }]),
	),
);

test.each([
	["/", "routes/_index"],
	["/situations/find", "routes/situations.find"],
	["/situations/wPq0Z3nYb2Kx7TgVfHc1Rw", "routes/situations.$handle"],
	["/situations/Jeanne%20Martin", "routes/situations.$handle"],
	["/Jeanne/Martin", "routes/$"],
])("%s is logged as %s", (path, name) => {
	expect(routeOf(path)).toBe(name);
});

test("an answer is logged by the name of its route, and nothing else of its address", async () => {
	const lines: LogEvent[] = [];
	const { ask } = await serving(undefined, {}, { routeOf, debug: (line) => lines.push(line) });

	await ask({ path: "/situations/Jeanne%20Martin?q=Jeanne", headers: { referer: "/Jeanne" } });

	expect(lines).toEqual([
		{
			event: "answered",
			method: "GET",
			status: 200,
			milliseconds: expect.any(Number),
			route: "routes/situations.$handle",
		},
	]);
});
