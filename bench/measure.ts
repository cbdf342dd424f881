/** Times of one variant over all rounds, in milliseconds. */
export type Measure = { median: number; least: number; most: number; rounds: number };

/** What is timed: by itself, or by the time that it says it took. */
export type Variant = () => unknown | Promise<unknown>;

/**
 * Runs variants in turn, round after round, after one round that does not count; one round alone
 * counts at once. A variant that gives a number says itself how long it took: the rest of it was
 * preparation.
 */
export async function measured<Name extends string>(
	rounds: number,
	variants: Record<Name, Variant>,
): Promise<Record<Name, Measure>> {
	const names = Object.keys(variants) as Name[];
	const times = new Map(names.map((name) => [name, [] as number[]]));
	for (let round = rounds > 1 ? -1 : 0; round < rounds; round += 1) {
		for (const name of names) {
			const took = await timed(variants[name]);
			if (round >= 0) times.get(name)?.push(took);
		}
	}
	const measures = names.map((name) => [name, measureOf(times.get(name) ?? [])]);
	return Object.fromEntries(measures) as Record<Name, Measure>;
}

async function timed(variant: Variant): Promise<number> {
	const before = performance.now();
	const said = await variant();
	return typeof said === "number" ? said : performance.now() - before;
}

/** The median and the spread of some times. */
export function measureOf(times: readonly number[]): Measure {
	const sorted = times.toSorted((left, right) => left - right);
	const at = (share: number) => shareOf(sorted, share);
	return { median: at(0.5), least: at(0), most: at(1), rounds: times.length };
}

/** The time that a share of all of them stays under; of times in order. */
export function shareOf(sorted: readonly number[], share: number): number {
	return sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
}

/** How many times one measure goes into another, by their medians. */
export function ratio(left: Measure, right: Measure): number {
	return left.median / right.median;
}

/** "median 3.1 ms (2.8 to 4.0, 5 rounds)". */
export function shown({ median, least, most, rounds }: Measure): string {
	return `median ${ms(median)} (${ms(least)} to ${ms(most)}, ${rounds} rounds)`;
}

/** Milliseconds, or microseconds where they are few. */
export function ms(time: number): string {
	if (time < 1) return `${(time * 1000).toFixed(0)} µs`;
	return time < 10_000 ? `${time.toFixed(1)} ms` : `${(time / 1000).toFixed(1)} s`;
}
