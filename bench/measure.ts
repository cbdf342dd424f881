/** Times of one variant over all rounds, in milliseconds. */
export type Measure = { median: number; least: number; most: number };

/** Runs variants in turn, round after round, after one round that does not count. */
export function measured(rounds: number, variants: (() => unknown)[]): Measure[] {
	const times = variants.map((): number[] => []);
	for (let round = -1; round < rounds; round += 1) {
		for (const [index, run] of variants.entries()) {
			const before = performance.now();
			run();
			if (round >= 0) times[index]?.push(performance.now() - before);
		}
	}
	return times.map((own) => {
		const sorted = own.toSorted((left, right) => left - right);
		const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
		return { median: at(0.5), least: at(0), most: at(1) };
	});
}

/** Prints each claim and whether it holds; never an absolute time. */
export function judge(claims: { what: string; holds: boolean }[]): boolean {
	for (const { what, holds } of claims)
		process.stdout.write(`${holds ? "ok" : "FAILED"}: ${what}\n`);
	return claims.every(({ holds }) => holds);
}
