import { z } from "zod";
import { delay, duration } from "./delay.ts";
import { code, id, text } from "./text.ts";
import { codesOf } from "./vocabulary/code-list.ts";
import { fieldCodes } from "./vocabulary/fields.ts";
import { handoffActions } from "./vocabulary/handoff-codes.ts";

/** A named condition on answers and facts, or on what another track has reached. */
export const condition = z.union([
	z.strictObject({ fact: z.enum(fieldCodes), in: z.array(z.string()).min(1) }),
	z.strictObject({ track: id, reached: id }),
]);
export type Condition = z.infer<typeof condition>;

/**
 * Which end of a handoff an outcome answers. An outcome of a handoff step is never picked freely:
 * it follows from what the two structures did. Left out, it follows from well-known codes.
 */
export const handoffEnds = ["accepted", "refused", "withdrawn", "completed", "failed"] as const;
export type HandoffEnd = (typeof handoffEnds)[number];

/** Where an outcome leads: an id, or one of the three ends. */
export const target = z.union([z.enum(["@end", "@over", "@closed"]), id]);
export type Target = z.infer<typeof target>;

export const outcome = z.strictObject({
	code,
	label: text,
	to: target,
	when: condition.optional(),
	/** Raises an interruption beside the course. */
	raises: id.optional(),
	/** With `@over`: where the end of the interruption leads the course. */
	leads: id.optional(),
	on: z.enum(handoffEnds).optional(),
});
export type Outcome = z.infer<typeof outcome>;

export const urgencies = ["immediate", "urgent", "priority", "standard"] as const;
export type Urgency = (typeof urgencies)[number];

/** The clocks of a handoff that a protocol may set; the rest follows from the urgency. */
export const handoffClocks = [
	"acknowledge",
	"decide",
	"firstContact",
	"treatRefusal",
	"reviewSuspension",
	"readOutcome",
] as const;

export const handoffTerms = z.strictObject({
	to: id,
	mode: z.enum(["app", "external"]),
	urgency: z.enum(urgencies),
	asks: z.enum(codesOf(handoffActions)),
	goesOn: z.enum(["acceptance", "outcome"]),
	/** How many structures may be asked at once; the first to accept supersedes the others. */
	recipients: z.number().int().min(1).max(3),
	delays: z.partialRecord(z.enum(handoffClocks), duration).optional(),
	/** What people do, by telephone, when nobody answers. */
	ifSilent: text.optional(),
});
export type HandoffTerms = z.infer<typeof handoffTerms>;

export const stepKinds = ["action", "decision", "handoff", "review", "closure"] as const;
export type StepKind = (typeof stepKinds)[number];

/** One step that one role carries, within a delay, and answers with one outcome. */
export const step = z.strictObject({
	id,
	kind: z.enum(stepKinds),
	title: text,
	role: id,
	participants: z.array(id),
	delay,
	/** How often the step may be entered before a human decision elsewhere is required. */
	rounds: z.strictObject({ most: z.number().int().min(1).max(20), beyond: code }).optional(),
	guidance: text,
	resources: z.array(id).optional(),
	questions: z.array(z.enum(fieldCodes)),
	handoff: handoffTerms.optional(),
	outcomes: z.array(outcome).min(1),
});
export type Step = z.infer<typeof step>;

const endOfCode: Readonly<Record<string, HandoffEnd>> = {
	ACCEPTED: "accepted",
	REFUSED: "refused",
	REDIRECTED: "refused",
	NO_ACK: "withdrawn",
	COMPLETED: "completed",
	DONE: "completed",
	FAILED: "failed",
};

/** The end of a handoff that an outcome answers; undefined when neither its code nor `on` says it. */
export function endOf(outcome: Outcome): HandoffEnd | undefined {
	return outcome.on ?? endOfCode[outcome.code];
}
