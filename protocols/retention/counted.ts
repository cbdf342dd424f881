import { yearOf } from "#protocols/calendar/day-number.ts";
import { type Entry, factsOf, type Situation } from "#protocols/casework/situation.ts";
import { type CountedDimension, countBand, lengthBand } from "./bands.ts";
import { dayOf } from "./due-act.ts";

/** What one situation adds to the counters of a year: one code for each dimension. */
export type Counted = { year: number; codes: Record<CountedDimension, string> };

/** Closures that say nothing of what became of anybody. */
const notCounted: readonly string[] = ["DUPLICATE", "ERROR"];

/**
 * What a closed situation leaves behind when it is forgotten; undefined where it was none.
 *
 * @throws RangeError when it is still open (a caller's bug)
 */
export function countedOf(situation: Situation): Counted | undefined {
	const { closure, openedAt, handoffs, entries } = situation;
	if (!closure) throw new RangeError("Only a closed situation is counted.");
	if (notCounted.includes(closure.reason)) return undefined;

	const facts = factsOf(situation);
	const sent = Object.values(handoffs).filter(({ sentAt }) => sentAt !== undefined);
	return {
		year: yearOf(dayOf(closure.at)),
		codes: {
			closure_reason: closure.reason,
			length: lengthBand(closure.at - openedAt),
			handoffs: countBand(sent.length),
			runaways: countBand(runawaysIn(entries)),
			age_band: String(facts.age_band ?? "UNK"),
			source_type: String(facts.source_type ?? "UNK"),
		},
	};
}

/** How often a young person was said to be away; a return tells of an absence that nobody recorded. */
export function runawaysIn(entries: readonly Entry[]): number {
	let runaways = 0;
	let before: unknown;
	for (const status of statusesIn(entries)) {
		const leaves = status === "CURRENT" && before !== "CURRENT";
		const hadLeft = status === "RETURNED" && before !== "CURRENT" && before !== "RETURNED";
		if (leaves || hadLeft) runaways += 1;
		before = status;
	}
	return runaways;
}

/** What was said of it, in order; of an entry that was corrected, only what corrects it. */
function statusesIn(entries: readonly Entry[]) {
	const said = entries.filter(({ answers }) => answers.runaway_status !== undefined);
	const wrong = new Set(said.map(({ corrects }) => corrects));
	return said
		.filter(({ position }) => !wrong.has(position))
		.map(({ answers }) => answers.runaway_status);
}
