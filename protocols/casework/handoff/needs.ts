import type { HandoffCodes } from "../events.ts";
import type { HandoffAct } from "./life.ts";

/** What an act must say, always as a code or a date; `matched` says that the line is the right one. */
export type Need = keyof HandoffCodes | "referent" | "until" | "reroutesTo" | "matched";

type Needs = { must: readonly Need[]; may?: readonly Need[] };

/** Acts by which a recipient receives: the first of them pairs the line with what was said by voice. */
const receiving: readonly HandoffAct[] = ["ACKNOWLEDGE", "ACCEPT"];

/** What pairs a line: number and words are those that were said, and how the identity arrived. */
const pairing: readonly Need[] = ["matched", "identityBy"];

/**
 * What an act must and may say on a handoff.
 *
 * @param paired whether the recipient has received it once: nobody pairs a line twice
 */
export function needsOn(act: HandoffAct, paired: boolean): Needs {
	const needs = needsOf[act] ?? { must: [] };
	if (paired || !receiving.includes(act)) return needs;
	return { ...needs, must: [...pairing, ...needs.must] };
}

/** Which codes an act needs and which it may carry; acts that are not listed carry none. */
const needsOf: Partial<Record<HandoffAct, Needs>> = {
	NOT_MATCHED: { must: ["mismatch"] },
	ACCEPT: { must: ["referent", "until"] },
	DECLINE: { must: ["declineReason"], may: ["suggests"] },
	ASK_INFO: { must: ["missing"] },
	REACHED_BY_PHONE: { must: ["phone"] },
	WITHDRAW: { must: ["redirectReason"] },
	CONTEST: { must: ["redirectReason"] },
	REROUTE: { must: ["redirectReason", "reroutesTo"] },
	RECORD_REFUSAL: { must: ["next"] },
	CONTACT: { must: ["contact"] },
	REVIEW: { must: ["review"] },
	CHANGE_REFERENT: { must: ["referent"] },
	SUSPEND: { must: ["suspensionReason", "until"] },
	REVIEW_SUSPENSION: { must: ["until"], may: ["suspensionReason"] },
	GIVE_BACK: { must: ["declineReason"], may: ["suggests"] },
	ASK_CANCELLATION: { must: ["redirectReason"] },
	COMPLETE: { must: ["outcome"] },
	FAIL: { must: ["outcome"] },
	DECLARE_RECEIVED: { must: ["declaredBy"] },
	DECLARE_ACCEPTED: { must: ["declaredBy"] },
	DECLARE_REFUSED: { must: ["declaredBy"], may: ["declineReason"] },
	DECLARE_COMPLETED: { must: ["declaredBy", "outcome"] },
	DECLARE_FAILED: { must: ["declaredBy", "outcome"] },
};
