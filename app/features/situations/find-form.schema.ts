import "#app/locales/needed/situations.ts";
import { z } from "zod";
import { textKey } from "#app/i18n/text-key.ts";

/** What the form that finds a situation by its code sends. */
export const findForm = z.object({
	code: z
		.string({ error: textKey("situations:find.missing") })
		.trim()
		.min(1, textKey("situations:find.missing"))
		.max(40, textKey("situations:find.wrongCheck")),
});
