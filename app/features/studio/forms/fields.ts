import "#app/locales/needed/studio.ts";
import { z } from "zod";
import { textKey } from "#app/i18n/text-key.ts";
import { readPart } from "#protocols/editing/part-ref.ts";
import { delayUnits } from "#protocols/language/delay.ts";
import { id } from "#protocols/language/text.ts";

/*
 * What the forms of the editor are made of. What a person may get wrong has words of its own; the
 * rest (names of parts, choices of a list) only ever comes from our page.
 */

const most = { title: 160, long: 4_000 };
const missing = textKey("studio:errors.missing");

/** A text that must be there, in French. */
export const titleFr = line(most.title).pipe(z.string().min(1, missing));
/** The same in English, which may come later. */
export const titleEn = optionalLine(most.title);
export const longFr = paragraph(most.long);
export const longEn = optionalText(most.long);
export const optionalFr = optionalText(most.long);
export const optionalEn = optionalText(most.long);

function line(longest: number) {
	return z.string({ error: missing }).trim().max(longest, textKey("studio:errors.titleTooLong"));
}

function optionalLine(longest: number) {
	return line(longest).optional().transform(orAbsent);
}

function paragraph(longest: number) {
	return z
		.string({ error: missing })
		.transform((words) => words.replaceAll("\r\n", "\n"))
		.pipe(z.string().trim().min(1, missing).max(longest, textKey("studio:errors.textTooLong")));
}

function optionalText(longest: number) {
	return z
		.string()
		.transform((words) => words.replaceAll("\r\n", "\n").trim())
		.pipe(z.string().max(longest, textKey("studio:errors.textTooLong")))
		.optional()
		.transform(orAbsent);
}

function orAbsent<Value extends string>(value: Value | undefined | ""): Value | undefined {
	return value === "" ? undefined : value;
}

/** One of a few, or nothing chosen. */
export function optional<Value extends string>(schema: z.ZodType<Value, string>) {
	return z
		.union([z.literal(""), schema])
		.optional()
		.transform((value): Value | undefined => (value === "" ? undefined : value));
}

/** The name of a part, which the page knows. */
export const partName = id;
export const optionalName = optional(id);

/** The outcome on whose way something is slipped in: `step/OUTCOME`. */
export const outcomeWay = optional(
	z.string().regex(/^[a-z][a-z0-9-]{0,59}\/[A-Z][A-Z0-9_]{0,39}$/),
);

/** A part as addresses spell it. */
export const spelledPart = z
	.string()
	.regex(/^(protocol|(role|phase|step|group|track|interruption):[a-z][a-z0-9-]{0,59})$/)
	.transform((spelled, context) => {
		const part = readPart(spelled);
		if (part) return part;
		context.addIssue({ code: "custom", message: "unworded" });
		return z.NEVER;
	});

/** A whole number between two limits. */
export function whole(least: number, greatest: number, message: string) {
	return z
		.string({ error: message })
		.trim()
		.regex(/^\d{1,4}$/, message)
		.transform(Number)
		.pipe(z.number().min(least, message).max(greatest, message));
}

/** How long a delay is, without its unit. */
export const count = whole(1, 1000, textKey("studio:errors.notADelay"));
export const unit = z.enum(delayUnits);

/** A box that is ticked or not. */
export const ticked = z
	.literal("yes")
	.optional()
	.transform((value) => value === "yes");

const revision = z.coerce.number().int().min(0).max(1_000_000_000);

/** What every form of the editor carries: how old its page is, and which part was open on it. */
export const frame = {
	seen: revision,
	/** The revision whose words were shown beside one's own, when both had changed the same: one's own are meant to replace them. */
	over: revision.optional(),
	part: spelledPart,
	/** Which form of the page it is: what is refused comes back to it. */
	form: z.string().regex(/^[A-Za-z][\w-]{0,139}$/),
	/** Sent by itself while somebody writes: answered without leading anywhere. */
	auto: ticked,
};
