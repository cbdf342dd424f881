import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const folder = import.meta.dirname;
const root = join(folder, "..", "..");

/** Addresses for everybody, and those that only end or choose something of one's own session. */
const open = [
	"$.tsx",
	"_index.tsx",
	"act-as.tsx",
	"demonstration.$memberId.tsx",
	"health.ts",
	"language.tsx",
	"sign-in.tsx",
	"sign-out.tsx",
];

const routes = readdirSync(folder).filter((name) => !name.includes(".test."));

test.each(routes.filter((name) => !open.includes(name)))("%s asks the policy", (name) => {
	const asks = sourcesBehind(join(folder, name)).some((text) => text.includes("requireMay("));

	expect(asks).toBe(true);
});

test("the list of open addresses names only addresses that are there", () => {
	expect(open.filter((name) => !routes.includes(name))).toEqual([]);
});

/** A file and the server modules that it goes through, without the policy itself. */
function sourcesBehind(file: string, depth = 3): string[] {
	const source = readFileSync(file, "utf8");
	if (depth === 0) return [source];
	const own = [...source.matchAll(/from "#(app\/[^"]+\.server\.ts)"/g)].map(([, path]) =>
		join(root, path ?? ""),
	);
	const beside = [...source.matchAll(/from "\.\/([^"]+\.server\.ts)"/g)].map(([, path]) =>
		join(file, "..", path ?? ""),
	);
	const doors = [...own, ...beside].filter((path) => !path.endsWith("policy.server.ts"));
	return [source, ...doors.flatMap((path) => sourcesBehind(path, depth - 1))];
}
