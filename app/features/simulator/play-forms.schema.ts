import "#app/locales/needed/simulator.ts";
import { z } from "zod";
import { textKey } from "#app/i18n/text-key.ts";
import { delayUnits } from "#protocols/language/delay.ts";
import { code, id } from "#protocols/language/text.ts";
import type { Answers } from "#protocols/language/vocabulary/answers.ts";
import {
	type Field,
	type FieldCode,
	fieldCodes,
	fields,
} from "#protocols/language/vocabulary/fields.ts";
import {
	longestShows,
	longestStory,
	longestTitle,
	mostActs,
	mostOpening,
	readAct,
	readStory,
} from "#protocols/simulator/read-story.ts";

/** A story or an act as forms carry it: codes, names and numbers as JSON, into which no sentence fits. */
const codesAsJson = z
	.string()
	.max(longestStory)
	.regex(/^[{[][a-zA-Z0-9_":,{}[\]-]*[}\]]$/);

const story = codesAsJson.transform((text, { issues }) => {
	const read = readStory(text);
	if (read) return read;
	issues.push({ code: "custom", input: text });
	return z.NEVER;
});

const act = codesAsJson.transform((text, { issues }) => {
	const read = readAct(text);
	if (read) return read;
	issues.push({ code: "custom", input: text });
	return z.NEVER;
});

/** Under what a play runs: the draft as it is now, or the version that it began from. */
const under = z.enum(["draft", "version"]).optional();

/** What is done with the plays and the scenarios of a draft. */
export const playsForm = z.discriminatedUnion("intent", [
	z.object({ intent: z.literal("start"), under, opens: z.array(id).max(mostOpening) }),
	z.object({ intent: z.literal("story"), story }),
	z.object({ intent: z.literal("scenario"), name: id, under }),
	z.object({ intent: z.literal("delete"), name: id }),
]);

/** How many acts the page showed. */
const seen = z.coerce.number().int().min(0).max(mostActs);

const wrongNumber = textKey("simulator:time.wrongNumber");
const title = z
	.string({ error: textKey("simulator:save.titleMissing") })
	.trim()
	.min(1, textKey("simulator:save.titleMissing"))
	.max(longestTitle, textKey("simulator:save.titleTooLong"));
const shows = z
	.string({ error: textKey("simulator:save.showsMissing") })
	.trim()
	.min(1, textKey("simulator:save.showsMissing"))
	.max(longestShows, textKey("simulator:save.showsTooLong"));

/** What is done within one play. */
export const playForm = z.discriminatedUnion("intent", [
	z.object({ intent: z.literal("act"), seen, act }),
	z.object({
		intent: z.literal("answer"),
		seen,
		step: id,
		outcome: code,
		...Object.fromEntries(fieldCodes.map((field) => [field, answerTo(field)])),
	}),
	z.object({
		intent: z.literal("wait"),
		seen,
		n: z
			.string({ error: wrongNumber })
			.trim()
			.regex(/^(?!0+$)\d{1,3}$/, wrongNumber)
			.transform(Number),
		unit: z.enum(delayUnits),
	}),
	z.object({ intent: z.literal("next"), seen }),
	z.object({ intent: z.literal("back"), seen }),
	z.object({ intent: z.literal("cut"), seen }),
	z.object({
		intent: z.literal("save"),
		seen,
		titleFr: title,
		titleEn: optional(longestTitle, textKey("simulator:save.titleTooLong")),
		showsFr: shows,
		showsEn: optional(longestShows, textKey("simulator:save.showsTooLong")),
	}),
	z.object({ intent: z.literal("end") }),
]);

/** The answers of a form, without those that were left empty. */
export function answersIn(form: Readonly<Record<string, unknown>>): Answers {
	const given = fieldCodes.filter((field) => [form[field] ?? []].flat().length > 0);
	return Object.fromEntries(given.map((field) => [field, form[field] as string | string[]]));
}

function answerTo(field: FieldCode): z.ZodType {
	const { codes, most }: Field = fields[field];
	const known = z.enum(Object.keys(codes) as [string, ...string[]]);
	if (most === 1) return known.optional();
	return z.array(known).max(most, textKey("simulator:answer.tooMany"));
}

function optional(most: number, tooLong: string) {
	return z
		.string()
		.trim()
		.max(most, tooLong)
		.optional()
		.transform((text) => (text === "" ? undefined : text));
}
