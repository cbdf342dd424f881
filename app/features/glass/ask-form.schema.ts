import "#app/locales/needed/glass.ts";
import { z } from "zod";
import { textKey } from "#app/i18n/text-key.ts";
import { glassReasons } from "#db/schema/glass.ts";

/** The form by which a coordinator asks for an emergency access. */
export const askForm = z.strictObject({
	reason: z.enum(glassReasons, textKey("glass:ask.missing")),
});
