import "#app/locales/needed/situations.ts";
import { z } from "zod";
import { textKey } from "#app/i18n/text-key.ts";
import type { FormValues } from "#app/ui/form-values.ts";
import { type Field, type FieldCode, fields } from "#protocols/language/vocabulary/fields.ts";

/** What decides which answers a form takes. */
export type StepShape = {
	questions: readonly FieldCode[];
	outcomes: readonly string[];
	/** Outcomes that close the situation: they ask why. */
	closing: readonly string[];
};

/** What the form of a step sends, beside what every form of casework carries. */
export function stepForm({ questions, outcomes, closing }: StepShape) {
	const answers = Object.fromEntries(questions.map((field) => [field, answerTo(field)]));
	const error = textKey("situations:step.outcomeMissing");
	const [first = "", ...others] = outcomes;
	const outcome = outcomes.length > 0 ? { outcome: z.enum([first, ...others], { error }) } : {};
	return z
		.object({ ...answers, ...outcome, confirm: z.enum(["yes", "no"]).optional() })
		.superRefine((form: Record<string, unknown>, issues) => {
			const closes = closing.includes(String(form.outcome));
			if (!closes || form.closure_reason !== undefined) return;
			const message = textKey("situations:step.answerMissing");
			issues.addIssue({ code: "custom", path: ["closure_reason"], message });
		});
}

/** The same, for the browser, which reads a form as names and texts. */
export function stepFormInBrowser(shape: StepShape): z.ZodType<object, FormValues> {
	return stepForm(shape) as unknown as z.ZodType<object, FormValues>;
}

/** What such a form holds once it is checked. */
export type StepAnswers = Partial<Record<FieldCode, string | string[]>> & {
	outcome?: string;
	confirm?: "yes" | "no";
};

/** A code of a closed list, or several; the reason for closing is asked for only to close. */
function answerTo(field: FieldCode): z.ZodType {
	const { codes, most }: Field = fields[field];
	const error = textKey("situations:step.answerMissing");
	const code = z.enum(Object.keys(codes) as [string, ...string[]], { error });
	if (field === "closure_reason") return code.optional();
	if (most === 1) return code;
	return z.array(code).min(1, error).max(most, textKey("situations:step.answersTooMany"));
}
