/**
 * Which of the things that two lists share changed places among themselves: as few as possible.
 * Those that stay are the longest run that keeps its order; what came or went moves nobody.
 */
export function movedAmong(before: readonly string[], after: readonly string[]): string[] {
	const rankOf = new Map(before.map((id, rank) => [id, rank]));
	const shared = after.filter((id) => rankOf.has(id));
	const ranks = shared.map((id) => rankOf.get(id) ?? 0);
	const staying = longestRise(ranks);
	return shared.filter((_, index) => !staying.has(index));
}

/** The end of a rise: how long it is, and the position before it. */
type End = { length: number; previous: number };

/** The positions of the longest subsequence that only rises. */
function longestRise(ranks: readonly number[]): Set<number> {
	const ends: End[] = [];
	for (const rank of ranks) ends.push(endAt(rank, ranks, ends));
	const longest = Math.max(0, ...ends.map(({ length }) => length));
	const staying = new Set<number>();
	let at = ends.findIndex(({ length }) => length === longest);
	while (at >= 0) {
		staying.add(at);
		at = ends[at]?.previous ?? -1;
	}
	return staying;
}

/** The longest rise that ends with a rank, after those that were looked at before. */
function endAt(rank: number, ranks: readonly number[], ends: readonly End[]): End {
	return ends.reduce<End>(
		(best, { length }, previous) =>
			(ranks[previous] ?? 0) < rank && length >= best.length
				? { length: length + 1, previous }
				: best,
		{ length: 1, previous: -1 },
	);
}
