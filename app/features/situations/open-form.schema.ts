import "#app/locales/needed/situations.ts";
import { z } from "zod";
import { textKey } from "#app/i18n/text-key.ts";
import { codesOf } from "#protocols/language/vocabulary/code-list.ts";
import { fields } from "#protocols/language/vocabulary/fields.ts";

const missing = textKey("situations:opening.ageMissing");

/** What the form that opens a situation sends, beside its idempotency key. */
export const openForm = z.object({
	age_band: z.enum(codesOf(fields.age_band.codes), { error: missing }),
	/** A list whose first line chooses nothing sends an empty word. */
	source_type: z
		.enum(["", ...codesOf(fields.source_type.codes)])
		.optional()
		.transform((code) => code || undefined),
	/** Interruptions that run already. */
	raises: z.array(z.string().regex(/^[a-z][a-z0-9-]{0,59}$/)).max(8),
});
