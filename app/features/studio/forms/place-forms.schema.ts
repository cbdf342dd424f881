import "#app/locales/needed/studio.ts";
import { z } from "zod";
import { textKey } from "#app/i18n/text-key.ts";
import { phaseIds } from "#protocols/language/protocol.ts";
import { target } from "#protocols/language/step.ts";
import { codesOf } from "#protocols/language/vocabulary/code-list.ts";
import { knownTracks } from "#protocols/language/vocabulary/tracks.ts";
import { knownInterruptions } from "../known-interruptions.ts";
import {
	frame,
	optional,
	optionalName,
	outcomeWay,
	partName,
	spelledPart,
	titleEn,
	titleFr,
} from "./fields.ts";

const title = { titleFr, titleEn };

/** A new group of tracks side by side; it begins with two. */
export const newGroupForm = z.object({
	...frame,
	act: z.literal("add-group"),
	in: partName,
	after: optionalName,
	through: outcomeWay,
	...title,
});

export const groupForm = z.object({
	...frame,
	act: z.literal("set-group"),
	group: partName,
	...title,
	to: z.union([z.enum(["@end", "@over"]), partName]),
});

const phase = optional(z.enum(phaseIds));

/** A new track: one that every territory knows, or one with a title of its own. */
export const newTrackForm = z
	.object({
		...frame,
		act: z.literal("add-track"),
		group: partName,
		known: optional(z.enum(codesOf(knownTracks))),
		...title,
		titleFr: titleEn,
		phase,
	})
	.refine(({ known, titleFr: own }) => known !== undefined || own !== undefined, {
		path: ["titleFr"],
		message: textKey("studio:errors.titleOrKnown"),
	});

/** A track: its own title may be absent where it is a known one. */
export const trackForm = z.object({
	...frame,
	act: z.literal("set-track"),
	track: partName,
	...title,
	titleFr: titleEn,
	phase,
});

/** A new interruption: one that every territory knows, or one with a title of its own. */
export const newInterruptionForm = z
	.object({
		...frame,
		act: z.literal("add-interruption"),
		known: optional(z.enum(codesOf(knownInterruptions))),
		titleFr: titleEn,
		titleEn,
	})
	.refine(({ known, titleFr: own }) => known !== undefined || own !== undefined, {
		path: ["titleFr"],
		message: textKey("studio:errors.titleOrKnown"),
	});

export const interruptionForm = z.object({
	...frame,
	act: z.literal("set-interruption"),
	interruption: partName,
	...title,
	/** Nobody named: anyone may open it. */
	raisedBy: z.array(partName).max(40),
	clocks: z.enum(["run", "pause"]),
});

/** Puts a part beside another of its kind, or into another place. */
export const moveForm = z.object({
	...frame,
	act: z.literal("move-part"),
	moved: spelledPart,
	in: optionalName,
	before: optionalName,
	after: optionalName,
});

export const duplicateForm = z.object({
	...frame,
	act: z.literal("duplicate-part"),
	copied: spelledPart,
});

/** Takes a part away; what pointed to it leads elsewhere. */
export const deleteForm = z.object({
	...frame,
	act: z.literal("delete-part"),
	deleted: spelledPart,
	redirect: optional(target),
});
