import "#app/locales/needed/messages.ts";
import { z } from "zod";
import { languages } from "#app/i18n/languages.ts";
import { textKey } from "#app/i18n/text-key.ts";
import { chosenNotices } from "./choices.ts";

/** Which letters a person wants. */
export const wishesForm = z.object({
	notices: z.array(z.enum(chosenNotices)).max(chosenNotices.length),
	language: z.enum(languages, textKey("messages:languageMissing")),
});
