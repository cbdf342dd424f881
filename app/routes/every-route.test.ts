import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { policedMethods } from "#app/server/policy/entry.ts";
import { policyTable } from "#app/server/policy/table.ts";

const folder = import.meta.dirname;
const root = join(folder, "..", "..");

const files = readdirSync(folder).filter((name) => !name.includes(".test."));
const routes = files.map((name) => ({ name, id: `routes/${name.replace(/\.tsx?$/, "")}` }));

test("every file of a route has an entry in the policy", () => {
	expect(routes.filter(({ id }) => !policyTable[id]).map(({ name }) => name)).toEqual([]);
});

test.each(routes)(
	"$name asks for the acts that the policy names for it, and for no other",
	({ name, id }) => {
		const texts = sourcesBehind(join(folder, name));
		const asked = texts.some((text) => text.includes("requireMay("));

		expect(asked).toBe(actsOf(id).length > 0 || asksByItself.includes(id));
		for (const act of actsOf(id)) {
			expect(
				texts.some((text) => text.includes(`"${act}"`)),
				act,
			).toBe(true);
		}
	},
);

/** Routes open to any member, which ask for an act that the thing itself decides. */
const asksByItself = ["routes/invitations.$invitationId"];

function actsOf(id: string): string[] {
	return policedMethods.flatMap((method) => {
		const who = policyTable[id]?.[method]?.who;
		return typeof who === "object" ? [who.may] : [];
	});
}

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
