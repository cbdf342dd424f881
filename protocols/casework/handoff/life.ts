/** Where a handoff stands in its life; named after FHIR Task where FHIR has the idea. */
export const lifeStates = [
	"draft",
	"sent",
	"received.toStudy",
	"received.infoRequested",
	"unanswered",
	"declined",
	"accepted",
	"inProgress.contacted",
	"inProgress.missed",
	"suspended",
	"cancellationRequested",
	"completed",
	"failed",
	"refused",
	"rerouted",
	"cancelled",
	"enteredInError",
	"discarded",
] as const;
export type LifeState = (typeof lifeStates)[number];

export const endStates = [
	"completed",
	"failed",
	"refused",
	"rerouted",
	"cancelled",
	"enteredInError",
	"discarded",
] as const satisfies readonly LifeState[];

/** Whether a handoff has ended; only closure waits for that. */
export function hasEnded(state: LifeState): boolean {
	return (endStates as readonly LifeState[]).includes(state);
}

/** Who may do something to a handoff. `external` acts are declared by the sender. */
export type Party =
	| "sender"
	| "reception"
	| "referent"
	| "lead"
	| "coordinator"
	/** A coordinator to whom the structure that is absent was opened, by two people, for a few hours. */
	| "glass"
	| "clock"
	| "system"
	| "participant";

const beforeAnswer = ["sent", "received.toStudy", "received.infoRequested", "unanswered"] as const;
const active = ["accepted", "inProgress.contacted", "inProgress.missed"] as const;
const activeOrSuspended = [...active, "suspended"] as const;
const notEnded = [
	...beforeAnswer,
	"declined",
	...activeOrSuspended,
	"cancellationRequested",
] as const;

/** One act on a handoff: from where, to where, by whom, in which mode. */
export type ActRule = {
	from: readonly LifeState[];
	/** `same` changes nothing in the life; `before` returns to the state left by the last move. */
	to: LifeState | "same" | "before";
	by: readonly Party[];
	/** Only in the application, only for an external recipient, or both when left out. */
	mode?: "app" | "external";
};

/**
 * The life of a handoff as data: the machine, the checks, the screens and the documentation all
 * read this table.
 */
export const handoffActs = {
	DISCARD: { from: ["draft"], to: "discarded", by: ["sender", "clock"] },
	SEND: { from: ["draft"], to: "sent", by: ["sender"] },
	ACKNOWLEDGE: {
		from: ["sent", "unanswered"],
		to: "received.toStudy",
		by: ["reception"],
		mode: "app",
	},
	/** The number or the two words are not those of this line, or nobody called: nothing is received. */
	NOT_MATCHED: { from: beforeAnswer, to: "same", by: ["reception"], mode: "app" },
	ACCEPT: { from: beforeAnswer, to: "accepted", by: ["reception"], mode: "app" },
	DECLINE: { from: beforeAnswer, to: "declined", by: ["reception"], mode: "app" },
	ASK_INFO: {
		from: ["received.toStudy"],
		to: "received.infoRequested",
		by: ["reception"],
		mode: "app",
	},
	GIVE_INFO: {
		from: ["received.infoRequested"],
		to: "received.toStudy",
		by: ["sender"],
		mode: "app",
	},
	NO_ANSWER: { from: ["sent", "received.toStudy"], to: "unanswered", by: ["clock"] },
	REACHED_BY_PHONE: { from: beforeAnswer, to: "same", by: ["sender", "coordinator"] },
	WITHDRAW: { from: beforeAnswer, to: "cancelled", by: ["sender", "coordinator"] },
	CONTEST: { from: ["declined"], to: "received.toStudy", by: ["sender"], mode: "app" },
	REROUTE: {
		from: ["declined", "unanswered"],
		to: "rerouted",
		by: ["sender", "coordinator"],
		mode: "app",
	},
	RECORD_REFUSAL: { from: ["declined"], to: "refused", by: ["sender", "coordinator"], mode: "app" },
	CONTACT: {
		from: ["accepted", "inProgress.missed"],
		to: "inProgress.contacted",
		by: ["referent"],
		mode: "app",
	},
	MISSED: { from: active, to: "inProgress.missed", by: ["referent"], mode: "app" },
	REVIEW: {
		from: ["inProgress.contacted", "inProgress.missed"],
		to: "same",
		by: ["referent"],
		mode: "app",
	},
	CHANGE_REFERENT: { from: activeOrSuspended, to: "same", by: ["reception"], mode: "app" },
	SUSPEND: { from: active, to: "suspended", by: ["referent", "lead"], mode: "app" },
	RESUME: { from: ["suspended"], to: "before", by: ["referent", "lead"], mode: "app" },
	REVIEW_SUSPENSION: { from: ["suspended"], to: "same", by: ["referent"], mode: "app" },
	GIVE_BACK: { from: activeOrSuspended, to: "declined", by: ["reception", "glass"], mode: "app" },
	ASK_CANCELLATION: {
		from: activeOrSuspended,
		to: "cancellationRequested",
		by: ["sender", "coordinator"],
		mode: "app",
	},
	CONFIRM: { from: ["cancellationRequested"], to: "cancelled", by: ["reception", "referent"] },
	MAINTAIN: { from: ["cancellationRequested"], to: "before", by: ["reception", "referent"] },
	ARBITRATE_CANCEL: { from: ["cancellationRequested"], to: "cancelled", by: ["coordinator"] },
	ARBITRATE_MAINTAIN: { from: ["cancellationRequested"], to: "before", by: ["coordinator"] },
	TAKE_BACK: { from: ["cancellationRequested"], to: "cancelled", by: ["sender"] },
	COMPLETE: {
		from: ["inProgress.contacted", "inProgress.missed", "cancellationRequested"],
		to: "completed",
		by: ["referent", "reception"],
		mode: "app",
	},
	FAIL: { from: activeOrSuspended, to: "failed", by: ["referent", "reception"], mode: "app" },
	/** Where the protocol goes on at acceptance, the next answer ends the handoff, or its next acceptance. */
	CARRY_ON: {
		from: [...activeOrSuspended, "cancellationRequested"],
		to: "completed",
		by: ["system"],
	},
	READ_OUTCOME: { from: ["completed", "failed"], to: "same", by: ["sender"] },
	SUPERSEDE: { from: ["draft", ...beforeAnswer, "declined"], to: "cancelled", by: ["system"] },
	/** Puts the line on top of the recipient's day again, for whoever has lost their register. */
	RECALL_NUMBER: { from: [...notEnded, "completed"], to: "same", by: ["sender"], mode: "app" },
	IMMEDIATE_DANGER: { from: notEnded, to: "same", by: ["participant"] },
	REPORT_ERROR: { from: notEnded, to: "enteredInError", by: ["sender", "coordinator"] },
	DECLARE_RECEIVED: {
		from: ["sent", "unanswered"],
		to: "received.toStudy",
		by: ["sender"],
		mode: "external",
	},
	DECLARE_ACCEPTED: { from: beforeAnswer, to: "accepted", by: ["sender"], mode: "external" },
	DECLARE_REFUSED: { from: beforeAnswer, to: "refused", by: ["sender"], mode: "external" },
	DECLARE_COMPLETED: { from: ["accepted"], to: "completed", by: ["sender"], mode: "external" },
	DECLARE_FAILED: { from: ["accepted"], to: "failed", by: ["sender"], mode: "external" },
} as const satisfies Record<string, ActRule>;

export type HandoffAct = keyof typeof handoffActs;
export const handoffActCodes = Object.keys(handoffActs) as [HandoffAct, ...HandoffAct[]];

/** The rule of an act. */
export function ruleOf(act: HandoffAct): ActRule {
	return handoffActs[act];
}
