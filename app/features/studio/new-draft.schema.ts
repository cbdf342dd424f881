import "#app/locales/needed/studio.ts";
import { z } from "zod";
import { textKey } from "#app/i18n/text-key.ts";
import { type GuidedQuestionCode, guidedQuestions } from "#protocols/editing/guided-questions.ts";
import { titleEn, titleFr } from "./forms/fields.ts";

const chooseModel = textKey("studio:new.model.none");
const chooseVersion = textKey("studio:new.version.none");
const chooseShared = textKey("studio:new.shared.none");
const pasteFile = textKey("studio:new.file.none");

/** The longest text of a file that is read, in characters: more than twice the longest of the catalogue. */
export const longestText = 300_000;

/** One closed answer to each question; the page has chosen the usual one beforehand. */
const guidedAnswers = Object.fromEntries(
	Object.entries(guidedQuestions).map(([code, { options }]) => [
		code,
		z.enum(options.map(({ value }) => value) as [string, ...string[]]),
	]),
) as unknown as Record<GuidedQuestionCode, z.ZodType<string, string>>;

/** Where a new draft starts from: one form for each way. */
export const newDraftForm = z.discriminatedUnion("origin", [
	z.object({
		origin: z.literal("model"),
		model: z.string({ error: chooseModel }).regex(/^[a-z][a-z0-9-]{0,59}$/, chooseModel),
	}),
	z.object({
		origin: z.literal("version"),
		version: z.string({ error: chooseVersion }).regex(/^[0-9a-f]{64}$/, chooseVersion),
	}),
	z.object({
		origin: z.literal("shared"),
		shared: z
			.string({ error: chooseShared })
			.regex(/^[a-z0-9-]{1,60}\/[0-9a-f]{64}$/, chooseShared),
	}),
	z.object({ origin: z.literal("skeleton"), titleFr, titleEn }),
	z.object({ origin: z.literal("guided"), titleFr, titleEn, ...guidedAnswers }),
	z.object({
		origin: z.literal("file"),
		file: z
			.string({ error: pasteFile })
			.trim()
			.min(1, pasteFile)
			.max(longestText, textKey("studio:new.file.tooLong")),
		/** What is to be known about the file was read. */
		known: z.literal("yes").optional(),
	}),
]);
export type NewDraft = z.output<typeof newDraftForm>;
