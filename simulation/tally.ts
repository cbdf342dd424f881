/** What a simulation did, and how often; adds up over seeds. */
export type Tally = {
	acts: Record<string, { accepted: number; refused: number }>;
	faults: Record<string, number>;
	counts: Record<string, number>;
};

/** Nothing done yet. */
export function emptyTally(): Tally {
	return { acts: {}, faults: {}, counts: {} };
}

export function noteAct(tally: Tally, kind: string, accepted: boolean): void {
	const act = tally.acts[kind] ?? { accepted: 0, refused: 0 };
	tally.acts[kind] = act;
	act[accepted ? "accepted" : "refused"] += 1;
}

export function noteFault(tally: Tally, kind: string): void {
	tally.faults[kind] = (tally.faults[kind] ?? 0) + 1;
}

export function noteCount(tally: Tally, what: string, more = 1): void {
	tally.counts[what] = (tally.counts[what] ?? 0) + more;
}

/** Adds another tally to one. */
export function addTally(to: Tally, other: Tally): void {
	for (const [kind, { accepted, refused }] of Object.entries(other.acts)) {
		const act = to.acts[kind] ?? { accepted: 0, refused: 0 };
		to.acts[kind] = { accepted: act.accepted + accepted, refused: act.refused + refused };
	}
	for (const [kind, times] of Object.entries(other.faults)) {
		to.faults[kind] = (to.faults[kind] ?? 0) + times;
	}
	for (const [what, more] of Object.entries(other.counts)) noteCount(to, what, more);
}
