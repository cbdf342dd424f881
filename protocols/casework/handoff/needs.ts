import type { HandoffCodes } from "../events.ts";
import type { HandoffAct } from "./life.ts";

/** What an act must say, always as a code or a date. */
export type Need = keyof HandoffCodes | "referent" | "until" | "reroutesTo";

/** Which codes an act needs and which it may carry; acts that are not listed carry none. */
export const needsOf: Partial<Record<HandoffAct, { must: Need[]; may?: Need[] }>> = {
	ACKNOWLEDGE: { must: [], may: ["identityBy"] },
	ACCEPT: { must: ["referent", "until"], may: ["identityBy"] },
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
