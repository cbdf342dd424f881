import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { getTableColumns } from "drizzle-orm";
import { expect, test } from "vitest";
import { audit } from "#db/schema/audit.ts";
import { handoffs } from "#db/schema/handoffs.ts";
import { holders, openSteps, participations, situations } from "#db/schema/situations.ts";
import { fieldCodes } from "#protocols/language/vocabulary/fields.ts";

/** Everything that an address may ask for after its question mark, and what that chooses. */
const known: Record<string, string> = {
	_data: "the data of the same page, for Remix's own script",
	act: "a kind of act of the trail",
	against: "a version to compare a draft with, by its hash",
	done: "what was just decided, one of two words",
	from: "an earlier version of a protocol, by its hash",
	language: "the language of the page",
	leave: "a session at the provider of identities that is still to be ended, by a random name",
	list: "one of the lists of one's own day",
	month: "a month of the trail",
	n: "how long a delay is that is computed to see, a number",
	open: "the part of a draft that is open",
	page: "a page of a list",
	protocol: "a published protocol to open under",
	recorded: "which act was just recorded",
	role: "a role of the directory",
	rung: "how far something is late: flagged, told to the coordinator, escalated",
	saved: "what was just recorded",
	start: "when a delay begins that is computed to see",
	structure: "a structure of the directory, whose closing days count",
	unit: "one of the four units of delays",
	view: "whether the drawing of a draft is enlarged",
	with: "a kind of second factor",
	zone: "a zone of the directory",
};

const root = join(import.meta.dirname, "..");
const sources = readdirSync(root, { recursive: true, withFileTypes: true })
	.filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
	.filter(({ name }) => !/\.(test|for-tests)\.tsx?$/.test(name))
	.map(({ parentPath, name }) => join(parentPath, name));

const asked = sources.flatMap((path) => {
	const text = readFileSync(path, "utf8");
	return [...text.matchAll(/searchParams\.(?:get|getAll|has)\(\s*"([^"]+)"/g)].map(
		([, name = ""]) => name,
	);
});

test("addresses ask for what is written down here, and for nothing else", () => {
	expect([...new Set(asked)].sort()).toEqual(Object.keys(known).sort());
});

test("no source reads an address's questions by a name that is not in its text", () => {
	const loose = sources.filter((path) => {
		const text = readFileSync(path, "utf8");
		return (
			/searchParams(?!\.(?:get|getAll|has)\(\s*"|\s*[,}])/.test(text) ||
			/useSearchParams/.test(text)
		);
	});

	expect(loose.map((path) => path.slice(root.length + 1))).toEqual([]);
});

test("nothing that an address may ask for is a column or an answer of a situation", () => {
	const tables = [situations, participations, openSteps, holders, handoffs];
	const columns = tables.flatMap((table) =>
		Object.entries(getTableColumns(table)).flatMap(([key, { name }]) => [key, name]),
	);

	for (const name of Object.keys(known)) {
		expect([...columns, ...fieldCodes], name).not.toContain(name);
	}
	// Of the trail, only what its own pages list may be chosen: when, and which kind of act.
	const chosen = Object.keys(known).filter((name) => name in getTableColumns(audit));
	expect(chosen).toEqual(["act"]);
});
