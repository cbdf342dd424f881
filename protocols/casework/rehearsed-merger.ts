import { brokenPromises } from "./invariants.ts";
import { decideMerger, type Side } from "./merger.ts";
import { dayMs, hourMs, memberOf, mondayMorning, type Rehearsal } from "./rehearsal.ts";
import { act } from "./wishes.ts";

/* Two rehearsed situations of one young person, and two people on the telephone. */

/** How the newer of the two begins. */
export const newer = { ids: "n", startsAt: mondayMorning + dayMs };
export const spotter = memberOf("spotter");
export const crip = memberOf("crip");

type Says = { older?: typeof crip | string; newer?: typeof crip | string };

/** What comes of it when somebody of each side says that both are one; the spotter unless told. */
export function decision(older: Rehearsal, later: Rehearsal, says: Says) {
	const one = sideOf(older, says.older ?? spotter, 1);
	const other = sideOf(later, says.newer ?? spotter, 2);
	return decideMerger(one, other, at(later));
}

/** Both situations afterwards. */
export function merged(older: Rehearsal, later: Rehearsal, says: Says = {}) {
	const decided = decision(older, later, says);
	if (!decided.accepted) throw new Error(decided.refusal.code);
	const { remaining, closed } = decided;
	return { remaining, closed };
}

/** Why they do not become one; undefined when they do. */
export function refusal(...given: Parameters<typeof decision>) {
	const decided = decision(...given);
	return decided.accepted ? undefined : decided.refusal;
}

export function sideOf(told: Rehearsal, acting: typeof crip | string, reference: number): Side {
	const by = typeof acting === "string" ? memberOf(acting) : acting;
	return { situation: told.situation, events: told.events, reference, acting: by };
}

/** An hour after the last that a situation told. */
export function at(told: Rehearsal) {
	return { ...told.circumstances(), now: told.now + hourMs };
}

/** A situation after further acts on its latest handoff. */
export function after(told: Rehearsal, ...acts: Parameters<typeof act>[0][]): Rehearsal {
	for (const code of acts) told.does(act(code));
	return told;
}

/** The promises that either of the two breaks. */
export function promisesOf({ remaining, closed }: ReturnType<typeof merged>): string[] {
	return [...brokenPromises(remaining.situation), ...brokenPromises(closed.situation)];
}
