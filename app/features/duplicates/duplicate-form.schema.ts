import "#app/locales/needed/duplicates.ts";
import { z } from "zod";
import { textKey } from "#app/i18n/text-key.ts";

/** What the page of two people on the telephone sends: a wish, and for one of them six digits. */
export const duplicateForm = z.discriminatedUnion("wish", [
	z.object({ wish: z.literal("offer") }),
	z.object({
		wish: z.literal("take"),
		number: z
			.string({ error: textKey("duplicates:take.missing") })
			.trim()
			.min(1, textKey("duplicates:take.missing"))
			.max(20, textKey("duplicates:take.malformed")),
	}),
	z.object({ wish: z.literal("confirm") }),
	z.object({ wish: z.literal("refuse") }),
]);
