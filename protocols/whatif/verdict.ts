/** What a draft would have made of a step that somebody lived through, the gravest last. */
export const verdicts = ["unaffected", "late", "elsewhere", "stuck"] as const;
export type Verdict = (typeof verdicts)[number];

/** The verdict on each step that a situation came to, by the id of the step. */
export type Relived = ReadonlyMap<string, Verdict>;

/** Adds a verdict; of several on one step, the gravest counts. */
export function judge(relived: Map<string, Verdict>, step: string, verdict: Verdict): void {
	const before = relived.get(step);
	const graver = before === undefined || verdicts.indexOf(verdict) > verdicts.indexOf(before);
	if (graver) relived.set(step, verdict);
}

/** How many situations met which verdict, by step. */
export type Tally = ReadonlyMap<string, Readonly<Record<Verdict, number>>>;

/** Counts situations, each once for a step: no order, no situation is left in it. */
export function tallyOf(situations: Iterable<Relived>): Tally {
	const tally = new Map<string, Record<Verdict, number>>();
	for (const relived of situations) {
		for (const [step, verdict] of relived) {
			const counts = tally.get(step) ?? { unaffected: 0, late: 0, elsewhere: 0, stuck: 0 };
			tally.set(step, { ...counts, [verdict]: counts[verdict] + 1 });
		}
	}
	return tally;
}
