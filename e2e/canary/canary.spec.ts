import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { type Campaign, type Lived, live } from "./campaign.ts";
import { houseIn } from "./life.ts";
import { copyOf, plantings } from "./planting.ts";
import { scannerFor } from "./scan.ts";
import { type Canary, tracesOf } from "./traces.ts";
import { judge, type Verdict } from "./verdict.ts";

/**
 * The strongest single proof that nothing identifying is kept: some thousand people who do not
 * exist are said to a living application in every way that there is, and none is found in any byte
 * that it wrote. `CANARY_SEED=7 npm run canary` lives longer, and attacks from every account.
 */
const long = process.env.CANARY === "long";
const campaign: Campaign = {
	seed: Number(process.env.CANARY_SEED ?? 20_261_122),
	days: long ? [0, 2, 20, 70, 130, 200, 300, 400] : [0, 100, 300],
	thorough: long,
};

test.describe.configure({ mode: "serial" });

const since = Date.now();
let directory = "";
let lived: Lived;
let canaries: readonly Canary[];

test.beforeAll(() => {
	directory = mkdtempSync(join(tmpdir(), "relais-canary-"));
});
test.afterAll(() => rmSync(directory, { recursive: true, force: true }));

test("whatever anybody sends over the life of the application, nobody's identity is kept", async () => {
	test.setTimeout(long ? 7_200_000 : 900_000);

	lived = await live(houseIn(join(directory, "lived")), campaign);
	canaries = lived.hiding.canaries;
	const verdict = judge(lived.house, scannerFor(canaries.flatMap(tracesOf)), since);

	report(lived, verdict);
	expect(verdict.leaks.slice(0, 20)).toEqual([]);
	expect(lived.seen.failures).toEqual([]);
	expect(canaries.length).toBeGreaterThan(2000);
	expect(lived.seen.pages.size).toBeGreaterThan(60);
	expect(acceptedForms(lived).length).toBeGreaterThan(35);
});

test("the proof can fail: a leak of each kind is found when it is planted", () => {
	test.setTimeout(300_000);
	const house = copyOf(lived.house, join(directory, "planted"));
	const named = canaries.filter(({ saying }) => saying === "full name");
	const planted = plantings.map((planting, index) => {
		const canary = named[index];
		if (!canary) throw new Error("Too few people were said by name.");
		planting.plant(house, canary);
		return { ...planting, canary };
	});

	const traces = planted.flatMap(({ canary }) => everySaying(canary).flatMap(tracesOf));
	const { leaks } = judge(house, scannerFor(traces), since);

	for (const { what, where, canary } of planted) {
		const found = leaks.filter((leak) => leak.includes(` of identity ${canary.identity.index} (`));
		expect.soft(found.join("\n"), what).toMatch(where);
	}
	expect(plantings.length).toBeGreaterThan(10);
});

/** Whatever could be said of somebody. */
function everySaying(canary: Canary): Canary[] {
	const sayings = ["full name", "telephone in one", "short name"] as const;
	return sayings.map((saying) => ({ ...canary, saying }));
}

function acceptedForms({ seen }: Lived): string[] {
	return [...seen.forms].flatMap(([form, statuses]) => (statuses.includes(303) ? [form] : []));
}

function report(story: Lived, verdict: Verdict): void {
	const { hiding, people, seen } = story;
	const accepted = acceptedForms(story);
	const never = [...seen.forms.keys()].filter((form) => !accepted.includes(form));
	const lines = [
		`seed ${campaign.seed}: ${hiding.canaries.length} identities hidden by ${people} visits in ${seen.requests} requests`,
		`${seen.pages.size} kinds of pages, ${seen.forms.size} kinds of forms, ${accepted.length} of them recorded`,
		`read back: ${verdict.files} files, ${verdict.bytes} bytes, ${verdict.columns} columns; ${verdict.leaks.length} leaks`,
		...verdict.declared.map(
			({ column, canaries }) => `declared to hold text: ${column}: ${canaries}`,
		),
		...(long ? never.map((form) => `never recorded: ${form}`) : []),
	];
	for (const line of lines) process.stdout.write(`  canary: ${line}\n`);
}
