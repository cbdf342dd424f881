import { z } from "zod";
import { delayUnits } from "#protocols/language/delay.ts";
import { handoffTerms } from "#protocols/language/step.ts";
import { factsShape } from "#protocols/language/vocabulary/answers.ts";
import { closingReasons } from "#protocols/language/vocabulary/closure-reasons.ts";
import { codesOf } from "#protocols/language/vocabulary/code-list.ts";
import { followUpFindings } from "#protocols/language/vocabulary/follow-up-findings.ts";
import {
	contactMeans,
	declineReasons,
	handoffOutcomes,
	identityMeans,
	informationToYoungPerson,
	mismatches,
	missingItems,
	phoneAnswers,
	redirectReasons,
	reviewFindings,
	suspensionReasons,
} from "#protocols/language/vocabulary/handoff-codes.ts";
import { handoffActCodes } from "./handoff/life.ts";
import { rungs } from "./ladder.ts";
import { stages } from "./situation.ts";

/** From 1970 to 2100, in milliseconds. */
const instant = z.number().int().min(0).max(4_102_444_800_000);
const position = z.number().int().min(1).max(1_000_000);
/** The name of something known: a structure, an account, a step. No sentence fits into it. */
const name = z.string().regex(/^[\w-]{1,80}$/);
const outcomeCode = z.string().regex(/^[A-Z][A-Z0-9_]{0,39}$/);

const strike = z.strictObject({ stage: z.enum(stages), at: instant });

/** A rung of the ladder that was told, and when. */
const reached = z.strictObject({ stage: z.enum(rungs), at: instant });

const clockId = z.templateLiteral([z.enum(["step", "handoff"]), ":", name]);

/** What happened to clocks with an event: recorded, so that a replay needs no calendar. */
const clockChange = z.discriminatedUnion("change", [
	z.strictObject({
		change: z.literal("started"),
		clock: clockId,
		unit: z.enum(delayUnits),
		dueAt: instant,
		strikes: z.array(strike),
		/** Of a clock that goes on after it stood still. */
		reached: reached.optional(),
	}),
	z.strictObject({ change: z.literal("paused"), clock: clockId }),
	z.strictObject({
		change: z.literal("resumed"),
		clock: clockId,
		dueAt: instant,
		strikes: z.array(strike),
	}),
	/** The calendar was changed: it ends where it would have, had it always been the present one. */
	z.strictObject({
		change: z.literal("recalculated"),
		clock: clockId,
		dueAt: instant,
		strikes: z.array(strike),
	}),
	/** Another version gives less time: it runs on since when it began, and ends earlier. */
	z.strictObject({
		change: z.literal("shortened"),
		clock: clockId,
		unit: z.enum(delayUnits),
		dueAt: instant,
		strikes: z.array(strike),
	}),
]);
export type ClockChange = z.infer<typeof clockChange>;

/** Who and when: `by` is a structure, or `clock` or `system`; `actor` an account of that structure. */
const envelope = {
	at: instant,
	by: name,
	actor: name.nullable(),
	clocks: z.array(clockChange),
};

const opened = z.strictObject({
	...envelope,
	type: z.literal("situation-opened"),
	facts: factsShape,
});

const answered = z.strictObject({
	...envelope,
	type: z.literal("step-answered"),
	step: name,
	outcome: outcomeCode,
	answers: factsShape,
});

const raised = z.strictObject({
	...envelope,
	type: z.literal("interruption-raised"),
	interruption: name,
});

const bound = z.strictObject({
	...envelope,
	type: z.literal("role-bound"),
	role: name,
	structure: name,
});

const leadNamed = z.strictObject({ ...envelope, type: z.literal("lead-named"), structure: name });

const corrected = z.strictObject({
	...envelope,
	type: z.literal("entry-corrected"),
	/** The position of the event that was wrong. */
	of: position,
	step: name,
	/** The right outcome, where that was wrong too. */
	outcome: outcomeCode.optional(),
	answers: factsShape,
});

const struck = z.strictObject({
	...envelope,
	type: z.literal("clock-struck"),
	clock: clockId,
	stage: z.enum(stages),
});

const prepared = z.strictObject({
	...envelope,
	type: z.literal("handoff-prepared"),
	handoff: name,
	step: name,
	to: name.optional(),
	/** The terms as codes; the sentence for people (`ifSilent`) stays in the protocol. */
	terms: handoffTerms.omit({ ifSilent: true }),
	follows: name.optional(),
	answers: factsShape,
	information: z.enum(codesOf(informationToYoungPerson)),
});

/** The coded content of an act on a handoff; which ones it needs is said in `handoff/codes.ts`. */
export const handoffCodes = z.strictObject({
	information: z.enum(codesOf(informationToYoungPerson)).optional(),
	identityBy: z.enum(codesOf(identityMeans)).optional(),
	mismatch: z.enum(codesOf(mismatches)).optional(),
	declineReason: z.enum(codesOf(declineReasons)).optional(),
	suggests: name.optional(),
	redirectReason: z.enum(codesOf(redirectReasons)).optional(),
	suspensionReason: z.enum(codesOf(suspensionReasons)).optional(),
	missing: z
		.array(z.enum(codesOf(missingItems)))
		.max(6)
		.optional(),
	phone: z.enum(codesOf(phoneAnswers)).optional(),
	contact: z.enum(codesOf(contactMeans)).optional(),
	review: z.enum(codesOf(reviewFindings)).optional(),
	outcome: z.enum(codesOf(handoffOutcomes)).optional(),
	next: z.enum(["GO_ON", "OUTCOME", "DANGER"]).optional(),
	declaredBy: z.enum(codesOf(identityMeans)).optional(),
});
export type HandoffCodes = z.infer<typeof handoffCodes>;

const moved = z.strictObject({
	...envelope,
	type: z.literal("handoff-moved"),
	handoff: name,
	act: z.enum(handoffActCodes),
	codes: handoffCodes,
	referent: name.optional(),
	/** The date that a professional gave: first contact, review of a suspension. */
	until: instant.optional(),
});

/** The working calendar was changed; what that did to running clocks stands beside, in `clocks`. */
const recalculated = z.strictObject({
	...envelope,
	type: z.literal("clocks-recalculated"),
	/** Decision clocks that stand still while a precision is asked. */
	held: z.array(z.strictObject({ handoff: name, dueAt: instant, strikes: z.array(strike) })),
});

/** The life of one handoff so far, as it was told where it began. */
const lifeSoFar = z
	.array(z.discriminatedUnion("type", [prepared, moved, struck, recalculated]))
	.min(1);

/** A situation of the same young person was closed: what ran there runs here now. */
const joined = z.strictObject({
	...envelope,
	type: z.literal("situation-joined"),
	/** The structures that took part there. */
	structures: z.array(name),
	handoffs: z.array(z.strictObject({ handoff: name, life: lifeSoFar })),
});

/** It was found to be the same situation as another, which remains. */
const merged = z.strictObject({
	...envelope,
	type: z.literal("situation-merged"),
	/** The situation that remains, by the number that only the store knows. */
	into: z.number().int().min(1).max(100_000_000),
	/** The handoffs that went there. */
	handoffs: z.array(name),
});

/** What is said of a situation in which nobody acts: to its holders, then to a coordinator. */
export const inactivityStages = ["reminder", "proposal", "arbitration"] as const;
export type InactivityStage = (typeof inactivityStages)[number];

const inactivityNoted = z.strictObject({
	...envelope,
	type: z.literal("inactivity-noted"),
	stage: z.enum(inactivityStages),
});

const followUpConfirmed = z.strictObject({
	...envelope,
	type: z.literal("follow-up-confirmed"),
	finding: z.enum(codesOf(followUpFindings)),
});

/** A closure where the situation stands, without the closing step of its protocol. */
const closed = z.strictObject({
	...envelope,
	type: z.literal("situation-closed"),
	reason: z.enum(codesOf(closingReasons)),
});

/** The name of a version: the SHA-256 of its canonical JSON. */
const versionHash = z.string().regex(/^[0-9a-f]{64}$/);

/** It goes on under another version of its protocol, by an explicit map of what was open. */
const situationMoved = z.strictObject({
	...envelope,
	type: z.literal("situation-moved"),
	/** The version that it followed until then: a replay begins with it. */
	from: versionHash,
	to: versionHash,
	/** What each open step is from now on. */
	steps: z.array(z.strictObject({ from: name, to: name })).min(1),
	/** What each open handoff belongs to from now on; without a step, it runs on beside. */
	handoffs: z.array(z.strictObject({ handoff: name, step: name.optional() })),
	/** Tracks of a running group that begin with the move: their version before did not have them. */
	begins: z.array(name),
});

/** The door of the journal: everything that history can say about a situation. */
export const situationEvent = z.discriminatedUnion("type", [
	opened,
	answered,
	raised,
	bound,
	leadNamed,
	corrected,
	struck,
	recalculated,
	prepared,
	moved,
	joined,
	merged,
	inactivityNoted,
	followUpConfirmed,
	closed,
	situationMoved,
]);
export type SituationEvent = z.infer<typeof situationEvent>;
export type SituationOpened = z.infer<typeof opened>;
export type StepAnswered = z.infer<typeof answered>;
export type EntryCorrected = z.infer<typeof corrected>;
export type ClockStruck = z.infer<typeof struck>;
export type ClocksRecalculated = z.infer<typeof recalculated>;
export type HandoffPrepared = z.infer<typeof prepared>;
export type HandoffMoved = z.infer<typeof moved>;
export type LifeSoFar = z.infer<typeof lifeSoFar>;
export type SituationJoined = z.infer<typeof joined>;
export type SituationMerged = z.infer<typeof merged>;
export type SituationClosed = z.infer<typeof closed>;
export type SituationMoved = z.infer<typeof situationMoved>;
