import { z } from "zod";
import type { Act } from "#protocols/catalogue/scenario.ts";
import { duration } from "#protocols/language/delay.ts";
import { code, id } from "#protocols/language/text.ts";
import type { Answers } from "#protocols/language/vocabulary/answers.ts";
import { codesOf } from "#protocols/language/vocabulary/code-list.ts";
import { fieldCodes } from "#protocols/language/vocabulary/fields.ts";
import { declineReasons } from "#protocols/language/vocabulary/handoff-codes.ts";
import type { Story } from "./simulate.ts";

/** The most acts of one story: longer than any that people follow. */
export const mostActs = 200;

/** The most interruptions that already run as a story opens. */
export const mostOpening = 10;

/** The longest story as text. */
export const longestStory = 60_000;

/** The longest title of a scenario, and the longest sentence that says what it shows. */
export const longestTitle = 120;
export const longestShows = 400;

/** Most scenarios of one protocol. */
export const mostScenarios = 200;

const answers = z
	.partialRecord(z.enum(fieldCodes), z.union([code, z.array(code).max(10)]))
	.transform((given): Answers => given);

/** One act of a story as forms and the store carry it: codes and names of the protocol, no sentence. */
export const act: z.ZodType<Act> = z.union([
	z.strictObject({ by: id, answers: id, outcome: code, with: answers.optional() }),
	z.strictObject({ by: id, raises: id }),
	z.strictObject({ by: id, handsOff: id, draft: z.boolean().optional() }),
	z.strictObject({
		by: id,
		onHandoff: id,
		event: code,
		outcome: code.optional(),
		reason: z.enum(codesOf(declineReasons)).optional(),
	}),
	z.strictObject({ waits: duration }),
]) as unknown as z.ZodType<Act>;

const acts = z.array(act).max(mostActs);

const story = z.strictObject({ opensWith: z.array(id).max(mostOpening).optional(), acts });

/** Reads a story that somebody sent: its acts, or also what it opens with. Undefined for anything else. */
export function readStory(text: string): Story | undefined {
	if (text.length > longestStory) return undefined;
	const found = parsed(text);
	const read = story.safeParse(Array.isArray(found) ? { acts: found } : found);
	return read.success ? read.data : undefined;
}

/** Reads one act that somebody sent. */
export function readAct(text: string): Act | undefined {
	const read = act.safeParse(parsed(text));
	return read.success ? read.data : undefined;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (refused) {
		if (refused instanceof SyntaxError) return undefined;
		throw refused;
	}
}
