import "#app/locales/needed/handoffs.ts";
import { z } from "zod";
import { textKey } from "#app/i18n/text-key.ts";
import type { FormValues } from "#app/ui/form-values.ts";
import { handoffCodes } from "#protocols/casework/events.ts";
import type { ActField, ActForm } from "./act-table.ts";

/** How far a form with a last look is: to be looked at, to be changed, or to be recorded. */
export const stages = ["look", "change", "record"] as const;

/** What the page of an act sends, beside what every form of casework carries. */
export function actFormSchema({ fields }: Pick<ActForm, "fields">) {
	const shape = Object.fromEntries(fields.flatMap(answersTo));
	return z.object({
		...shape,
		/** The outcome of the step, where several answer the same end. */
		stepOutcome: maybe(z.string().regex(/^[A-Z][A-Z0-9_]{0,39}$/)),
		stage: z.enum(stages).optional(),
	});
}

/** What such a form holds once it is checked. */
export type ActAnswers = Partial<Record<string, string | string[]>> & {
	stepOutcome?: string | undefined;
	stage?: (typeof stages)[number] | undefined;
};

type Answer = z.ZodType<string | string[] | undefined, unknown>;

/** What answers one question; a line is found by a number and two words. */
function answersTo(field: ActField): [name: string, answer: Answer][] {
	return field.kind === "pairing" ? Object.entries(pairing) : [[field.need, answerOf(field)]];
}

const pairing: Record<"number" | "words", Answer> = {
	number: z
		.string({ error: textKey("handoffs:pairing.numberMissing") })
		.trim()
		.min(1, textKey("handoffs:pairing.numberMissing"))
		.max(40, textKey("handoffs:pairing.wrongCheck")),
	words: z.literal("SAME", { error: textKey("handoffs:pairing.wordsMissing") }),
};

function answerOf({ need, kind, required }: ActField): Answer {
	if (need === "matched") throw new RangeError("A line is matched by a number and two words.");
	const error = textKey(`handoffs:form.missingOf.${need}`);
	if (kind === "several") return z.array(codeOf(need)).min(1, error).max(6);
	if (kind === "date") return z.iso.date({ error });
	const answer = kind === "few" || kind === "many" ? codeOf(need, error) : nameOf(error);
	return required ? answer : maybe(answer);
}

/** A code of the closed list that the journal itself holds. */
function codeOf(need: ActField["need"], error?: string) {
	const shape: Record<string, z.ZodType> = handoffCodes.shape;
	const list = shape[need];
	const codes = list instanceof z.ZodOptional ? innermost(list) : undefined;
	if (!(codes instanceof z.ZodEnum)) throw new RangeError(`${need} is no closed list.`);
	return z.enum(Object.keys(codes.enum) as [string, ...string[]], error ? { error } : undefined);
}

/** The same schema, as the checks in the browser read it. */
export function actChecks(form: Pick<ActForm, "fields">): z.ZodType<object, FormValues> {
	return actFormSchema(form) as z.ZodType<object, FormValues>;
}

function innermost(optional: z.ZodOptional): unknown {
	const inner = optional.unwrap();
	return inner instanceof z.ZodArray ? inner.element : inner;
}

/** A structure or a colleague, as the list of the page names them: nothing else fits. */
function nameOf(error: string) {
	return z.string({ error }).regex(/^[\w-]{1,80}$/, error);
}

/** A list whose first line chooses nothing sends an empty word. */
function maybe<One extends Answer>(answer: One) {
	return z.union([z.literal("").transform(() => undefined), answer]).optional();
}
