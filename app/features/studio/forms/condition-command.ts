import type { CommandOf } from "#protocols/editing/commands.ts";
import type { Condition } from "#protocols/language/step.ts";
import { codesOf } from "#protocols/language/vocabulary/code-list.ts";
import { type FieldCode, fields } from "#protocols/language/vocabulary/fields.ts";
import type { ChangeForm } from "./edit-form.schema.ts";

type ConditionForm = Extract<ChangeForm, { act: "set-condition" }>;

/** When an outcome is offered; `null` takes its condition away. */
export function setCondition(form: ConditionForm): CommandOf<"set-outcome"> {
	const { step, outcome } = form;
	return { type: "set-outcome", step, outcome, when: conditionOf(form) };
}

function conditionOf({ condition, shown, answers }: ConditionForm): Condition | null {
	const [kind, about = ""] = condition?.split(":") ?? [];
	if (kind === "reached") {
		const [track = "", reached = ""] = about.split("/");
		return { track, reached };
	}
	if (kind !== "fact") return null;
	const fact = about as FieldCode;
	const all = codesOf(fields[fact].codes);
	return { fact, in: shown === fact ? inOrder(all, answers) : all };
}

/** In the order of the list; what is none of its answers stays, to be refused with words. */
function inOrder(all: string[], answers: string[]): string[] {
	return [
		...all.filter((code) => answers.includes(code)),
		...answers.filter((code) => !all.includes(code)),
	];
}
