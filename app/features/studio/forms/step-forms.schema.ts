import "#app/locales/needed/studio.ts";
import { z } from "zod";
import { textKey } from "#app/i18n/text-key.ts";
import { delay } from "#protocols/language/delay.ts";
import {
	handoffClocks,
	handoffEnds,
	stepKinds,
	target,
	urgencies,
} from "#protocols/language/step.ts";
import { code } from "#protocols/language/text.ts";
import { codesOf } from "#protocols/language/vocabulary/code-list.ts";
import { fieldCodes } from "#protocols/language/vocabulary/fields.ts";
import { handoffActions } from "#protocols/language/vocabulary/handoff-codes.ts";
import {
	count,
	frame,
	longEn,
	longFr,
	optional,
	optionalEn,
	optionalFr,
	optionalName,
	outcomeWay,
	partName,
	titleEn,
	titleFr,
	unit,
} from "./fields.ts";

const kind = z.enum(stepKinds);
const reference = z
	.string()
	.trim()
	.max(300, textKey("studio:errors.referenceTooLong"))
	.optional()
	.transform((value) => (value === "" ? undefined : value));
const rounds = optional(z.string().regex(/^([1-9]|1\d|20)$/)).transform((most) =>
	most === undefined ? undefined : Number(most),
);

/** A new step: what it needs to stand; everything else is written afterwards. */
export const newStepForm = z.object({
	...frame,
	act: z.literal("add-step"),
	in: partName,
	after: optionalName,
	through: outcomeWay,
	titleFr,
	titleEn,
	kind,
	role: partName,
	n: count,
	unit,
});

/** A number, or nothing where the urgency of the handoff decides. */
const noNumber = z.union([
	z
		.string()
		.trim()
		.length(0)
		.transform(() => undefined),
	count,
]);

/** One field for each clock of a handoff: `acknowledgeN`, `acknowledgeUnit`. */
function clocks<Part extends "N" | "Unit", Schema extends z.ZodType>(part: Part, schema: Schema) {
	return Object.fromEntries(
		handoffClocks.map((clock) => [`${clock}${part}`, schema]),
	) as unknown as Record<`${(typeof handoffClocks)[number]}${Part}`, Schema>;
}

/** The terms of a handoff, on the form of a step that is one. */
const handoffFields = {
	to: optionalName,
	urgency: z.enum(urgencies).optional(),
	asks: z.enum(codesOf(handoffActions)).optional(),
	goesOn: z.enum(["acceptance", "outcome"]).optional(),
	recipients: z.enum(["1", "2", "3"]).transform(Number).optional(),
	ifSilentFr: optionalFr,
	ifSilentEn: optionalEn,
	...clocks("N", noNumber.optional()),
	...clocks("Unit", unit.optional()),
};

/** A step, without its outcomes. */
export const stepEditForm = z
	.object({
		...frame,
		act: z.literal("set-step"),
		step: partName,
		titleFr,
		titleEn,
		kind,
		role: partName,
		participants: z.array(partName).max(40),
		n: count,
		unit,
		basis: delay.shape.basis,
		reference,
		guidanceFr: longFr,
		guidanceEn: longEn,
		questions: z.array(z.enum(fieldCodes)),
		rounds,
		beyond: optional(code),
		...handoffFields,
	})
	.refine(({ basis, reference: cited }) => basis !== "law" || cited !== undefined, {
		path: ["reference"],
		message: textKey("studio:errors.lawWithoutReference"),
	})
	.refine(({ rounds: most, beyond }) => most === undefined || beyond !== undefined, {
		path: ["beyond"],
		message: textKey("studio:errors.roundsWithoutBeyond"),
	});

const outcomeWords = {
	labelFr: titleFr,
	labelEn: titleEn,
	to: target,
	raises: optionalName,
	on: optional(z.enum(handoffEnds)),
};

export const newOutcomeForm = z.object({
	...frame,
	act: z.literal("add-outcome"),
	step: partName,
	...outcomeWords,
});

const outcomeName = { step: partName, outcome: code };

/** One outcome: its words, and where it leads. */
export const outcomeForm = z.object({
	...frame,
	act: z.literal("set-outcome"),
	...outcomeName,
	...outcomeWords,
	leads: optionalName,
});

/** Where an outcome waits for a question, one answer at least counts. */
const answersMissing = textKey("studio:errors.answersMissing");

/**
 * When an outcome is offered. The answers are those of the question that the page showed: another
 * question that is chosen comes with all of its own.
 */
export const conditionForm = z
	.object({
		...frame,
		act: z.literal("set-condition"),
		...outcomeName,
		/** `fact:age_band`, `reached:safety/review`, or nothing: always. */
		condition: optional(
			z.union([
				z.enum(fieldCodes.map((fact) => `fact:${fact}` as const)),
				z.string().regex(/^reached:[a-z][a-z0-9-]{0,59}\/[a-z][a-z0-9-]{0,59}$/),
			]),
		),
		shown: optional(z.enum(fieldCodes)),
		answers: z.array(z.string().regex(/^[A-Za-z0-9_]{1,40}$/)).max(60),
	})
	.refine(({ condition, shown, answers }) => condition !== `fact:${shown}` || answers.length > 0, {
		path: ["answers"],
		message: answersMissing,
	});

export const moveOutcomeForm = z.object({
	...frame,
	act: z.literal("move-outcome"),
	...outcomeName,
	before: optional(code),
	after: optional(code),
});

export const deleteOutcomeForm = z.object({
	...frame,
	act: z.literal("delete-outcome"),
	...outcomeName,
	redirect: optional(code),
});
