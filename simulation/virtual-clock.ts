/** The time of a simulation, and what its machine takes it to be. */
export type VirtualClock = {
	/** What the machine reads: wrong while its clock is set wrong. */
	now(): number;
	/** What it is. */
	really(): number;
	/** Lets time pass until an instant; it never goes back. */
	passUntil(at: number): void;
	/** Sets the machine's clock wrong by so much; 0 sets it right. */
	setWrongBy(ms: number): void;
	isWrong(): boolean;
};

/** A clock that stands still until somebody lets time pass. */
export function virtualClock(startsAt: number): VirtualClock {
	let at = startsAt;
	let wrongBy = 0;
	return {
		now: () => at + wrongBy,
		really: () => at,
		passUntil(until) {
			at = Math.max(at, until);
		},
		setWrongBy(ms) {
			wrongBy = ms;
		},
		isWrong: () => wrongBy !== 0,
	};
}
