import {
	changedExample,
	type DocumentChange,
	exampleAt,
} from "#protocols/language/changed-example.ts";
import { type Rehearsal, rehearse, type Setting } from "./rehearsal.ts";
import { act, answer, handOff } from "./wishes.ts";

/*
 * The short example at the places where most proofs begin. Each is a fresh situation.
 */

/** The short example, with changes, opened by the spotter. */
export function opened(setting: Partial<Setting> = {}, ...changes: DocumentChange[]): Rehearsal {
	return rehearse(changedExample(...changes), setting);
}

/** The spotter waits at the step that hands the concern over. */
export function readyToSend(...begun: Parameters<typeof opened>): Rehearsal {
	const told = opened(...begun);
	told.does(answer("receive-sign", "RISK"));
	return told;
}

/** The spotter has asked the CRIP; the protocol goes on at acceptance. */
export function concernSent(...begun: Parameters<typeof opened>): Rehearsal {
	const told = readyToSend(...begun);
	told.does(handOff("send-concern"));
	return told;
}

/** The CRIP has accepted, and carries the first analysis. */
export function concernAccepted(...begun: Parameters<typeof opened>): Rehearsal {
	const told = concernSent(...begun);
	told.does(act("ACCEPT"));
	return told;
}

/** The lead carries two tracks, and may ask for care. */
export function supporting(...begun: Parameters<typeof opened>): Rehearsal {
	const told = concernAccepted(...begun);
	told.does(answer("first-analysis", "DANGER"));
	return told;
}

/** The lead has asked for care; that track goes on at the returned outcome. */
export function careAsked(...begun: Parameters<typeof opened>): Rehearsal {
	const told = supporting(...begun);
	told.does(handOff("ask-care"));
	return told;
}

/** Care was accepted, the first contact is to be made. */
export function careAccepted(...begun: Parameters<typeof opened>): Rehearsal {
	const told = careAsked(...begun);
	told.does(act("ACCEPT"));
	return told;
}

/** The lead waits at the closure step. */
export function readyToClose(...begun: Parameters<typeof opened>): Rehearsal {
	const told = opened(...begun);
	told.does(answer("receive-sign", "WATCH"));
	told.does(answer("watch", "NO_CONCERN"));
	return told;
}

/** A change of the example: how many structures may be asked for care at once. */
export const threeForCare: DocumentChange = {
	at: [...exampleAt.askCare, "handoff", "recipients"],
	becomes: 3,
};

/** A change of the example: the same for the concern, where the protocol goes on at acceptance. */
export const threeForConcern: DocumentChange = {
	at: [...exampleAt.sendConcern, "handoff", "recipients"],
	becomes: 3,
};
