import "#app/locales/needed/studio.ts";
import { z } from "zod";
import { textKey } from "#app/i18n/text-key.ts";
import { milestones } from "#protocols/language/protocol.ts";
import { referenceRoles } from "#protocols/language/vocabulary/roles.ts";
import {
	frame,
	optional,
	optionalEn,
	optionalFr,
	partName,
	ticked,
	titleEn,
	titleFr,
	unit,
	whole,
} from "./fields.ts";

/** What the whole protocol says of itself. */
export const protocolForm = z.object({
	...frame,
	act: z.literal("set-protocol"),
	titleFr,
	titleEn,
	audienceFr: optionalFr,
	audienceEn: optionalEn,
	prerequisitesFr: optionalFr,
	prerequisitesEn: optionalEn,
	english: ticked,
});

/** One promise: a milestone and within how long; without a number it is taken back. */
export const promiseForm = z.object({
	...frame,
	act: z.literal("set-promise"),
	milestone: z.enum(milestones),
	n: z.union([
		z
			.string()
			.trim()
			.length(0)
			.transform(() => undefined),
		whole(1, 1000, textKey("studio:errors.notADelay")),
	]),
	unit,
});

const roleWords = { labelFr: titleFr, labelEn: titleEn, external: ticked };

/** A new role: one that every territory knows, or one with a name of its own. */
export const newRoleForm = z
	.object({
		...frame,
		act: z.literal("add-role"),
		known: optional(z.enum(referenceRoles.map(({ id }) => id))),
		...roleWords,
		labelFr: titleEn,
	})
	.refine(({ known, labelFr }) => known !== undefined || labelFr !== undefined, {
		path: ["labelFr"],
		message: textKey("studio:errors.nameOrKnown"),
	});
export const roleForm = z.object({
	...frame,
	act: z.literal("set-role"),
	role: partName,
	...roleWords,
});

/** Where a phase, a track or an interruption begins. */
export const startForm = z.object({
	...frame,
	act: z.literal("set-start"),
	in: partName,
	start: partName,
});

/** Goes one edit back, or forward again. */
export const undoForm = z.object({ ...frame, act: z.enum(["undo", "redo"]) });
