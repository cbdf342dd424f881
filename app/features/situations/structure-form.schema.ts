import "#app/locales/needed/situations.ts";
import { z } from "zod";
import { textKey } from "#app/i18n/text-key.ts";

const missing = textKey("situations:role.missing");

/** What the form that chooses a structure sends, beside what every form of casework carries. */
export const structureForm = z.object({
	/** As the list of the page names it: nothing else fits. */
	structure: z.string({ error: missing }).regex(/^[\w-]{1,80}$/, missing),
});
