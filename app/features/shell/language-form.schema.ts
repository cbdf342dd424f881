import { z } from "zod";
import { languages } from "#app/i18n/languages.ts";

/** What the language switch sends: the language, and the page to show again. */
export const languageForm = z.object({
	language: z.enum(languages),
	back: z.string().max(2_000).default("/"),
});
