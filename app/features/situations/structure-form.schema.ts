import { z } from "zod";
import { textKey } from "#app/i18n/text-key.ts";

const missing = textKey("situations:role.missing");

/** What the form that chooses a structure sends, beside what every form of casework carries. */
export const structureForm = z.object({
	structure: z.string({ error: missing }).min(1, missing).max(80, missing),
});
