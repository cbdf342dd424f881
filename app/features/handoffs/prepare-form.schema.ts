import "#app/locales/needed/handoffs.ts";
import { z } from "zod";
import { textKey } from "#app/i18n/text-key.ts";
import type { FormValues } from "#app/ui/form-values.ts";
import { codesOf } from "#protocols/language/vocabulary/code-list.ts";
import { type FieldCode, fields } from "#protocols/language/vocabulary/fields.ts";
import { informationToYoungPerson } from "#protocols/language/vocabulary/handoff-codes.ts";
import { dangerAnswers } from "./danger-answers.ts";

/** What a preparation does next: a last look, a change, the sending, or a draft. */
export const preparationStages = ["look", "change", "send", "keep"] as const;

/** What decides which questions a preparation asks. */
export type PreparationShape = {
	external: boolean;
	/** How many structures may be asked at once. */
	recipients: number;
	questions: readonly FieldCode[];
};

/** What the form of a preparation sends, beside what every form of casework carries. */
export function preparationForm({ external, recipients, questions }: PreparationShape) {
	return z.object({
		danger: z.enum(dangerAnswers, { error: textKey("handoffs:prepare.dangerMissing") }),
		...(external ? {} : { to: recipientsOf(recipients) }),
		...Object.fromEntries(questions.map((field) => [field, answerOf(field)])),
		information: z.enum(codesOf(informationToYoungPerson), {
			error: textKey("handoffs:form.missingOf.information"),
		}),
		stage: z.enum(preparationStages).optional(),
	});
}

/** The same schema, as the checks in the browser read it. */
export function preparationChecks(shape: PreparationShape): z.ZodType<object, FormValues> {
	return preparationForm(shape) as z.ZodType<object, FormValues>;
}

function recipientsOf(most: number) {
	const missing = textKey("handoffs:prepare.recipientMissing");
	// A structure, as the list of the page names it: nothing else fits.
	const one = z.string({ error: missing }).regex(/^[\w-]{1,80}$/, missing);
	if (most === 1) return one;
	return z.array(one).min(1, missing).max(most, textKey("handoffs:prepare.tooManyRecipients"));
}

function answerOf(field: FieldCode) {
	const { codes, most } = fields[field];
	const missing = textKey("handoffs:form.missing");
	const code = z.enum(Object.keys(codes) as [string, ...string[]], { error: missing });
	if (most === 1) return code;
	return z.array(code).min(1, missing).max(most, textKey("handoffs:form.tooMany"));
}
