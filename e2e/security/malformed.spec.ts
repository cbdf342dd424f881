import fc from "fast-check";
import { paths } from "#app/paths.ts";
import { doorsOf, someStep } from "./doors.ts";
import { askUnchecked, headerFlaws } from "./http.ts";
import { malformed } from "./malformed.ts";
import { expect, type OwnRelais, test } from "./own-relais.ts";
import { brokenRequests, speakRaw } from "./raw.ts";
import { formHeaders } from "./visitor.ts";

/*
 * `npm run fuzz` sends fifty thousand; here a smaller run with the same rules. A failing run
 * prints its seed: FUZZ_SEED=… sends the very same requests again.
 */
const count = Number(process.env.FUZZ_COUNT ?? 4000);
const seed = Number(process.env.FUZZ_SEED ?? 20_261_122);
const atOnce = 16;

/** These read no field: whatever body comes with them says nothing. */
const bodiless = [/^\/sign-out/, /^\/demonstration\//, /^\/structure\/members(\?|$)/];

/** Where the door is not for this person, they are led away before anything is read. */
const ledAway = [204, 303];

/** Counters and traces of who was refused grow: that is what they are for. */
const traces = ["tries", "rate_limit", "audit", "session", "sqlite_sequence", "checkpoints"];

test(`${count} malformed bodies: no fault, no effect, no growth`, async ({ relais }) => {
	test.setTimeout(60_000 + count * 60);
	const { person, ...standing } = await someStep(relais);
	const { path } = standing;
	const fields = await person.form(path);
	const doors = (await doorsOf(relais, standing))
		.filter((door) => !bodiless.some((one) => one.test(door)))
		.map((door) => ({ path: door, fields }));
	const requests = fc.sample(malformed(doors), { numRuns: count, seed });
	const own = { ...formHeaders(relais.origin), ...person.headers };

	for (const one of requests.slice(0, 200)) await askUnchecked(relais.origin, withOwn(one));
	const before = rowsOf(relais);
	const beforeKib = relais.memoryKib();
	const seen = new Map<number, number>();
	const flaws: string[] = [];
	let next = 0;
	await Promise.all(
		Array.from({ length: atOnce }, async () => {
			for (let at = next++; at < requests.length; at = next++) await ask(at);
		}),
	);

	const grownKib = relais.memoryKib() - beforeKib;
	const answers = [...seen].map(([status, times]) => `${status} × ${times}`).join(", ");
	process.stdout.write(
		`${requests.length} malformed bodies at ${doors.length} doors, seed ${seed}: ${answers}; memory ${grownKib} KiB more\n`,
	);
	expect(flaws, `seed ${seed}`).toEqual([]);
	expect(rowsOf(relais)).toEqual(before);
	expect(grownKib).toBeLessThan(Math.max(beforeKib / 2, 64 * 1024));
	expect((await person.get(paths.myDay())).status).toBe(200);

	async function ask(at: number): Promise<void> {
		const asked = requests[at];
		if (!asked) return;
		const answered = await askUnchecked(relais.origin, withOwn(asked));
		const { status } = answered;
		seen.set(status, (seen.get(status) ?? 0) + 1);
		const what = `request ${at} at ${asked.path}: ${status}`;
		if (!ledAway.includes(status) && (status < 400 || status >= 500)) flaws.push(what);
		flaws.push(...headerFlaws(answered).map((flaw) => `${what} ${flaw}`));
	}

	function withOwn(asked: (typeof requests)[number]) {
		return { ...asked, headers: { ...own, ...asked.headers } };
	}
});

test("what is not HTTP, or hardly, is refused or hung up on, and the next one is served", async ({
	relais,
}) => {
	const before = rowsOf(relais);

	for (const [what, words] of brokenRequests) {
		const statuses = await speakRaw(relais.origin, words);
		expect(
			statuses.filter((status) => status >= 500 && status !== 505),
			what,
		).toEqual([]);
	}

	expect(rowsOf(relais)).toEqual(before);
	expect((await fetch(`${relais.origin}${paths.health()}`)).status).toBe(200);
});

/** How many rows each table holds. */
function rowsOf({ store }: OwnRelais): Record<string, number> {
	const tables = store.all<{ name: string }>(
		"select name from sqlite_schema where type = 'table' order by name",
	);
	return Object.fromEntries(
		tables
			.filter(({ name }) => !traces.includes(name))
			.map(({ name }) => [
				name,
				store.first<{ rows: number }>(`select count(*) rows from "${name}"`).rows,
			]),
	);
}
