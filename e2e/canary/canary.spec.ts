import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { type Campaign, live } from "./campaign.ts";
import { houseIn } from "./life.ts";
import { scannerFor } from "./scan.ts";
import { tracesOf } from "./traces.ts";
import { judge } from "./verdict.ts";

/** `CANARY_SEED=7 CANARY=long npm run canary` lives longer and attacks from every account. */
const long = process.env.CANARY === "long";
const campaign: Campaign = {
	seed: Number(process.env.CANARY_SEED ?? 20_261_122),
	days: long ? [0, 2, 20, 70, 130, 200, 300, 400] : [0, 70, 200, 320],
	thorough: long,
};

test("whatever anybody sends, nobody's identity is kept", async () => {
	test.setTimeout(long ? 3_600_000 : 300_000);
	const directory = mkdtempSync(join(tmpdir(), "relais-canary-"));
	const since = Date.now();

	const { house, hiding, seen, people } = await live(houseIn(directory), campaign);
	const scanner = scannerFor(hiding.canaries.flatMap(tracesOf));
	const verdict = judge(house, scanner, since);

	const accepted = [...seen.forms].filter(([, statuses]) => statuses.includes(303));
	say(
		`seed ${campaign.seed}: ${hiding.canaries.length} canaries, ${people} people, ${seen.requests} requests`,
	);
	say(
		`${seen.pages.size} kinds of pages, ${seen.forms.size} kinds of forms, ${accepted.length} of them accepted`,
	);
	say(
		`${scanner.traces} traces looked for in ${verdict.files} files (${verdict.bytes} bytes) and ${verdict.columns} columns`,
	);
	for (const { column, canaries } of verdict.declared) say(`declared: ${column} names ${canaries}`);
	for (const [form, statuses] of seen.forms)
		if (!statuses.includes(303)) say(`never accepted: ${form} ${statuses}`);

	expect(verdict.leaks.slice(0, 20)).toEqual([]);
	expect(seen.failures).toEqual([]);
	expect(hiding.canaries.length).toBeGreaterThan(2000);
	rmSync(directory, { recursive: true, force: true });
});

function say(line: string): void {
	process.stdout.write(`  canary: ${line}\n`);
}
