import "#app/locales/needed/late.ts";
import { z } from "zod";
import { textKey } from "#app/i18n/text-key.ts";
import { declarable } from "./declarable.ts";

/** What a structure declares of itself, and who is told second; nobody in particular is empty. */
export const availabilityForm = z.object({
	capacity: z.enum(declarable, { error: textKey("late:availability.capacityMissing") }),
	second: z
		.string({ error: textKey("late:availability.secondUnknown") })
		.regex(/^[\w-]{0,80}$/, textKey("late:availability.secondUnknown")),
});
