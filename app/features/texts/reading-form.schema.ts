import "#app/locales/needed/texts.ts";
import { z } from "zod";
import { textKey } from "#app/i18n/text-key.ts";

/** The end of 2100, in milliseconds since 1970, like every instant that the store keeps. */
const latestInstant = 4_133_980_799_999;

/** What a second person says of a text that waits; `read` is when the text they read was proposed. */
export const readingForm = z.object({
	act: z.enum(["accept", "refuse"], { error: textKey("texts:reading.actMissing") }),
	read: z.coerce.number().int().min(0).max(latestInstant),
});
