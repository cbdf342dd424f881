import { type Tally, type Verdict, verdicts } from "./verdict.ts";

/*
 * The rule of small numbers, as for statistics: what counts fewer than eleven is withheld, zero
 * like ten; what is said is rounded to five, and so is how many situations were read; where one
 * cell alone would be withheld, another is too; and where what is said would still leave a withheld
 * number fewer than five possible values, nothing of that step is said.
 */

/** Fewer than this are withheld. */
export const leastSaid = 11;
const roundedTo = 5;
/** How far what is said may be from what was counted. */
const half = Math.floor(roundedTo / 2);
/** A withheld number may be any of so many, at least. */
const leastWidth = 5;

/** What may be said of one step; null where it is withheld. */
export type Said = { step: string } & Record<Verdict, number | null>;

/** How many situations were read, and whether a reader knows it to the last one. */
export type ReadAgain = { read: number; known: boolean };

/** What may be said of a tally; nothing at all of fewer than eleven situations. */
export function sayable(tally: Tally, { read, known }: ReadAgain): Said[] {
	if (read < leastSaid) return [];
	return [...tally].map(([step, counts]) => ({ step, ...withheld(counts, known) }));
}

/** A number as it is said. */
export function rounded(count: number): number {
	return Math.round(count / roundedTo) * roundedTo;
}

type Counts = Readonly<Record<Verdict, number>>;
type Cells = Record<Verdict, number | null>;

function withheld(counts: Counts, known: boolean): Cells {
	const small = verdicts.filter((verdict) => counts[verdict] < leastSaid);
	const open = verdicts
		.filter((verdict) => !small.includes(verdict))
		.sort((one, other) => counts[one] - counts[other]);
	const [next] = open;
	const hidden = small.length === 1 && next ? [...small, next] : small;
	const total = verdicts.reduce((sum, verdict) => sum + counts[verdict], 0);
	return isNarrow(counts, hidden, known ? [total, total] : around(total))
		? cellsOf(counts, [...verdicts])
		: cellsOf(counts, hidden);
}

function cellsOf(counts: Counts, hidden: readonly Verdict[]): Cells {
	const cell = (verdict: Verdict) => (hidden.includes(verdict) ? null : rounded(counts[verdict]));
	return {
		unaffected: cell("unaffected"),
		late: cell("late"),
		elsewhere: cell("elsewhere"),
		stuck: cell("stuck"),
	};
}

type Range = [low: number, high: number];

/** What a number may be that is said rounded. */
function around(count: number): Range {
	return [rounded(count) - half, rounded(count) + half];
}

/** Whether one of the withheld numbers has fewer than five values left, the total being known so well. */
function isNarrow(counts: Counts, hidden: readonly Verdict[], [fewest, largest]: Range): boolean {
	const ranges = verdicts.map((verdict) => rangeOf(counts, verdict, hidden, largest));
	const [least, most] = [0, 1].map((end) =>
		ranges.reduce((sum, range) => sum + (range[end] ?? 0), 0),
	) as [number, number];
	return verdicts.some((verdict, place) => {
		const [low, high] = ranges[place] ?? [0, 0];
		if (!hidden.includes(verdict)) return false;
		const from = Math.max(low, fewest - (most - high));
		const to = Math.min(high, largest - (least - low));
		return to - from + 1 < leastWidth;
	});
}

/** What a cell may be, for who reads the page and knows the rule. */
function rangeOf(
	counts: Counts,
	verdict: Verdict,
	hidden: readonly Verdict[],
	most: number,
): Range {
	if (!hidden.includes(verdict)) {
		const [low, high] = around(counts[verdict]);
		return [Math.max(leastSaid, low), high];
	}
	// Of two, a reader cannot tell which is withheld for the other; of three, each is small.
	return hidden.length > 2 ? [0, leastSaid - 1] : [0, most];
}
