import "#app/locales/needed/texts.ts";
import { z } from "zod";
import { textKey } from "#app/i18n/text-key.ts";

/** The longest presentation, in characters; the store keeps to the same. */
export const mostCharacters = 600;

/** What a structure says about itself. A browser sends its line ends as two characters. */
export const presentationForm = z.object({
	presentation: z
		.string({ error: textKey("texts:write.missing") })
		.transform((text) => text.replaceAll("\r\n", "\n").trim())
		.pipe(z.string().max(mostCharacters, textKey("texts:write.long"))),
});
