import { z } from "zod";
import { delay, duration } from "#protocols/language/delay.ts";
import { milestones, phaseIds } from "#protocols/language/protocol.ts";
import {
	condition,
	handoffEnds,
	handoffTerms,
	step,
	stepKinds,
	target,
} from "#protocols/language/step.ts";
import { code, id, languages, text } from "#protocols/language/text.ts";
import { knownTracks } from "#protocols/language/vocabulary/tracks.ts";

/**
 * What people wish to change in a protocol.
 *
 * A property that is left out stays as it is; `null` takes away what may be absent. New parts are
 * named after their title unless the wish gives an `id` (or a `code` for an outcome).
 */

/** Beside which neighbour of its kind something goes; without one, at the end. */
const beside = { before: id.optional(), after: id.optional() };

/** One outcome of one step. */
const outcomeRef = z.strictObject({ step: id, outcome: code });
export type OutcomeRef = z.infer<typeof outcomeRef>;

/** Where what pointed to something leads instead; `null` lets go of what may point nowhere. */
const redirect = z.union([target, z.null()]).optional();

/** Terms of a handoff as people set them. The mode follows from the role that receives. */
const handoff = z.strictObject({
	...handoffTerms.omit({ mode: true }).partial().shape,
	delays: handoffTerms.shape.delays.nullable(),
	ifSilent: handoffTerms.shape.ifSilent.nullable(),
});
export type HandoffWish = z.infer<typeof handoff>;

const stepParts = z.strictObject({
	title: text.optional(),
	kind: z.enum(stepKinds).optional(),
	role: id.optional(),
	participants: step.shape.participants.optional(),
	delay: delay.optional(),
	rounds: step.shape.rounds.nullable(),
	guidance: text.optional(),
	resources: step.shape.resources.nullable(),
	questions: step.shape.questions.optional(),
	handoff: handoff.optional(),
});
export type StepParts = z.infer<typeof stepParts>;

/** What an outcome says beside its code. */
const outcomeParts = z.strictObject({
	label: text.optional(),
	to: target.optional(),
	when: condition.nullable().optional(),
	raises: id.nullable().optional(),
	leads: id.nullable().optional(),
	on: z.enum(handoffEnds).nullable().optional(),
});
export type OutcomeParts = z.infer<typeof outcomeParts>;

const raisedBy = z.union([z.literal("anyone"), z.array(id).min(1)]);
const clocks = z.enum(["run", "pause"]);

/** A new track: one of the six known ones by its id, or one with a title. */
const newTrackShape = {
	id: id.optional(),
	title: text.optional(),
	phase: z.enum(phaseIds).optional(),
	/** The title of its first step. */
	first: text.optional(),
};
const newTrack = z.strictObject(newTrackShape).refine(isNamed, { path: ["title"] });
export type NewTrack = z.infer<typeof newTrack>;

function isNamed(track: { id?: string | undefined; title?: object | undefined }): boolean {
	return track.title !== undefined || Object.hasOwn(knownTracks, track.id ?? "");
}

const wish = <Type extends string, Shape extends z.core.$ZodLooseShape>(type: Type, shape: Shape) =>
	z.strictObject({ type: z.literal(type), ...shape });

export const editCommand = z.discriminatedUnion("type", [
	wish("set-protocol", {
		title: text.optional(),
		audience: text.nullable().optional(),
		prerequisites: text.nullable().optional(),
		languages: z.array(z.enum(languages)).min(1).optional(),
	}),
	/** `within: null` takes the promise back. */
	wish("set-promise", { milestone: z.enum(milestones), within: duration.nullable() }),
	/** Where a phase, a track or an interruption begins: a step or a group that it holds itself. */
	wish("set-start", { in: id, start: id }),

	wish("add-role", { ...beside, id: id.optional(), label: text, external: z.boolean() }),
	wish("set-role", { role: id, label: text.optional(), external: z.boolean().optional() }),
	wish("move-role", { role: id, ...beside }),
	wish("delete-role", { role: id, redirect }),

	/**
	 * A step in a phase, a track or an interruption. It is complete from the first moment: outcomes
	 * and, for a handoff, terms come with it. With `through`, it is slipped in on the way of that
	 * outcome: the outcome leads to the step, and the step leads on to where the outcome led.
	 */
	wish("add-step", {
		...stepParts.shape,
		in: id,
		...beside,
		id: id.optional(),
		title: text,
		kind: z.enum(stepKinds),
		role: id,
		through: outcomeRef.optional(),
	}),
	wish("set-step", { step: id, ...stepParts.shape }),
	/** Without `in`, inside its own place. */
	wish("move-step", { step: id, in: id.optional(), ...beside, redirect }),
	wish("duplicate-step", { step: id }),
	wish("delete-step", { step: id, redirect }),

	wish("add-outcome", {
		...outcomeParts.shape,
		step: id,
		...{ before: code.optional(), after: code.optional() },
		code: code.optional(),
		label: text,
	}),
	wish("set-outcome", { ...outcomeRef.shape, ...outcomeParts.shape }),
	wish("move-outcome", { ...outcomeRef.shape, before: code.optional(), after: code.optional() }),
	wish("duplicate-outcome", outcomeRef.shape),
	/** `redirect`: the outcome that is left after the last round instead; `null` lifts that limit. */
	wish("delete-outcome", { ...outcomeRef.shape, redirect: code.nullable().optional() }),

	/** Without `tracks`, two tracks to name, each with a first step. */
	wish("add-group", {
		in: id,
		...beside,
		id: id.optional(),
		title: text,
		to: target.optional(),
		tracks: z.array(newTrack).min(2).optional(),
		through: outcomeRef.optional(),
	}),
	wish("set-group", { group: id, title: text.optional(), to: target.optional() }),
	wish("move-group", { group: id, in: id.optional(), ...beside, redirect }),
	wish("duplicate-group", { group: id }),
	wish("delete-group", { group: id, redirect }),

	wish("add-track", { group: id, ...beside, ...newTrackShape }).refine(isNamed, {
		path: ["title"],
	}),
	wish("set-track", {
		track: id,
		title: text.nullable().optional(),
		phase: z.enum(phaseIds).nullable().optional(),
	}),
	/** Without `group`, inside its own group. */
	wish("move-track", { track: id, group: id.optional(), ...beside, redirect }),
	wish("duplicate-track", { track: id }),
	wish("delete-track", { track: id, redirect }),

	wish("add-interruption", {
		...beside,
		id: id.optional(),
		title: text,
		raisedBy: raisedBy.optional(),
		clocks: clocks.optional(),
		/** The title of its first step. */
		first: text.optional(),
	}),
	wish("set-interruption", {
		interruption: id,
		title: text.optional(),
		raisedBy: raisedBy.optional(),
		clocks: clocks.optional(),
	}),
	wish("move-interruption", { interruption: id, ...beside }),
	wish("duplicate-interruption", { interruption: id }),
	wish("delete-interruption", { interruption: id, redirect }),
]);
export type EditCommand = z.infer<typeof editCommand>;

/** The name of each kind of wish. */
export const editTypes = editCommand.options.map(({ shape }) => shape.type.value) as [
	EditCommand["type"],
	...EditCommand["type"][],
];

/** The commands of one kind. */
export type CommandOf<Type extends EditCommand["type"]> = Extract<EditCommand, { type: Type }>;
