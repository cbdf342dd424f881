import fc from "fast-check";
import { expect, test } from "vitest";
import { tallyOf, type Verdict, verdicts } from "./verdict.ts";
import { leastSaid, type ReadAgain, rounded, type Said, sayable } from "./withhold.ts";

const counts = (unaffected: number, late: number, elsewhere: number, stuck: number) => ({
	unaffected,
	late,
	elsewhere,
	stuck,
});

test("fewer than eleven situations say nothing at all", () => {
	expect(sayable(new Map([["close", counts(10, 0, 0, 0)]]), { read: 10, known: false })).toEqual(
		[],
	);
});

test("a small number is withheld, and zero like ten; what is said is rounded", () => {
	const said = sayable(new Map([["close", counts(43, 22, 10, 0)]]), { read: 75, known: false });

	expect(said).toEqual([{ step: "close", ...counts(45, 20, 0, 0), elsewhere: null, stuck: null }]);
});

test("where one alone would be withheld, the smallest of the others is too", () => {
	const said = sayable(new Map([["close", counts(60, 31, 17, 4)]]), { read: 112, known: false });

	expect(said).toEqual([{ step: "close", ...counts(60, 30, 0, 0), elsewhere: null, stuck: null }]);
});

test("where nothing would have changed, that is said, unless the number read is known", () => {
	const tally = new Map([["close", counts(100, 0, 0, 0)]]);
	const nothing = { late: null, elsewhere: null, stuck: null };

	expect(sayable(tally, { read: 100, known: false })).toEqual([
		{ step: "close", unaffected: 100, ...nothing },
	]);
	expect(sayable(tally, { read: 100, known: true })).toEqual([
		{ step: "close", unaffected: null, ...nothing },
	]);
});

test.each([true, false])(
	"whoever knows the rule can tell no withheld number within four of its value (total known: %s)",
	(known) => {
		const number = fc.integer({ min: 0, max: 60 });
		fc.assert(
			fc.property(number, number, number, number, (...cells) => {
				const row = counts(...cells);
				const read = cells.reduce((sum, cell) => sum + cell, 0);
				const [said] = sayable(new Map([["close", row]]), { read, known });
				if (!said) return;
				const totals = known ? [read] : [-2, -1, 0, 1, 2].map((off) => rounded(read) + off);
				for (const verdict of verdicts.filter((one) => said[one] === null)) {
					expect(possible(said, verdict, { totals, known }).length).toBeGreaterThanOrEqual(5);
				}
			}),
			{ seed: 20_260_907, numRuns: 60 },
		);
	},
);

test("a situation counts once for a step, by what was gravest", () => {
	const tally = tallyOf([
		new Map<string, Verdict>([["close", "late"]]),
		new Map<string, Verdict>([["close", "late"]]),
		new Map<string, Verdict>([["watch", "stuck"]]),
	]);

	expect(Object.fromEntries(tally)).toEqual({
		close: counts(0, 2, 0, 0),
		watch: counts(0, 0, 0, 1),
	});
});

type Knowing = { totals: number[]; known: boolean };

/** Values of a withheld cell for which the page would read the same, five at most: an attacker with patience. */
function possible(said: Said, about: Verdict, { totals, known }: Knowing): number[] {
	const found: number[] = [];
	for (let cell = 0; cell <= Math.max(...totals) && found.length < 5; cell += 1) {
		if (totals.some((read) => readsTheSame(said, about, cell, { read, known }))) found.push(cell);
	}
	return found;
}

function readsTheSame(said: Said, about: Verdict, cell: number, again: ReadAgain): boolean {
	const [one = "late", two = "stuck", three = "elsewhere"] = verdicts.filter(
		(verdict) => verdict !== about,
	);
	return candidates(said, one, again.read - cell).some((a) =>
		candidates(said, two, again.read - cell - a).some((b) => {
			const row = { ...counts(0, 0, 0, 0), [about]: cell, [one]: a, [two]: b };
			row[three] = again.read - cell - a - b;
			if (row[three] < 0) return false;
			const [shown] = sayable(new Map([["close", row]]), again);
			return shown !== undefined && verdicts.every((verdict) => shown[verdict] === said[verdict]);
		}),
	);
}

function candidates(said: Said, verdict: Verdict, most: number): number[] {
	const shown = said[verdict];
	const [from, to] = shown === null ? [0, most] : [Math.max(leastSaid, shown - 2), shown + 2];
	return Array.from(
		{ length: Math.max(0, Math.min(to, most) - from + 1) },
		(_, index) => from + index,
	);
}
