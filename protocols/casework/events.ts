import { z } from "zod";
import { delayUnits } from "#protocols/language/delay.ts";
import { handoffTerms } from "#protocols/language/step.ts";
import { codesOf } from "#protocols/language/vocabulary/code-list.ts";
import { fieldCodes } from "#protocols/language/vocabulary/fields.ts";
import {
	contactMeans,
	declineReasons,
	handoffOutcomes,
	identityMeans,
	informationToYoungPerson,
	missingItems,
	phoneAnswers,
	redirectReasons,
	reviewFindings,
	suspensionReasons,
} from "#protocols/language/vocabulary/handoff-codes.ts";
import { handoffActCodes } from "./handoff/life.ts";

const instant = z.number().int();
/** The name of something known: a structure, an account, a step. No sentence fits into it. */
const name = z.string().regex(/^[\w-]{1,80}$/);
const enumOf = z.string().regex(/^[A-Z][A-Z0-9_]{0,39}$/);

/** Closed answers, one code or a few for each field. */
export const factsShape = z.partialRecord(
	z.enum(fieldCodes),
	z.union([enumOf, z.array(enumOf).max(3)]),
);

const clockId = z.templateLiteral([z.enum(["step", "handoff"]), ":", name]);

/** What happened to clocks with an event: recorded, so that a replay needs no calendar. */
const clockChange = z.discriminatedUnion("change", [
	z.strictObject({
		change: z.literal("started"),
		clock: clockId,
		unit: z.enum(delayUnits),
		dueAt: instant,
		strikes: z.array(
			z.strictObject({ stage: z.enum(["soon", "overdue", "escalate"]), at: instant }),
		),
	}),
	z.strictObject({ change: z.literal("paused"), clock: clockId }),
	z.strictObject({
		change: z.literal("resumed"),
		clock: clockId,
		dueAt: instant,
		strikes: z.array(
			z.strictObject({ stage: z.enum(["soon", "overdue", "escalate"]), at: instant }),
		),
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
	outcome: enumOf,
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
	of: z.number().int().min(1),
	step: name,
	/** The right outcome, where that was wrong too. */
	outcome: enumOf.optional(),
	answers: factsShape,
});

const struck = z.strictObject({
	...envelope,
	type: z.literal("clock-struck"),
	clock: clockId,
	stage: z.enum(["soon", "overdue", "escalate"]),
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

/** The door of the journal: everything that history can say about a situation. */
export const situationEvent = z.discriminatedUnion("type", [
	opened,
	answered,
	raised,
	bound,
	leadNamed,
	corrected,
	struck,
	prepared,
	moved,
]);
export type SituationEvent = z.infer<typeof situationEvent>;
export type SituationOpened = z.infer<typeof opened>;
export type StepAnswered = z.infer<typeof answered>;
export type EntryCorrected = z.infer<typeof corrected>;
export type ClockStruck = z.infer<typeof struck>;
export type HandoffPrepared = z.infer<typeof prepared>;
export type HandoffMoved = z.infer<typeof moved>;
