import type { CommandOf, HandoffWish, OutcomeRef } from "#protocols/editing/commands.ts";
import { handoffClocks } from "#protocols/language/step.ts";
import type { ChangeForm } from "./edit-form.schema.ts";
import { textOf, textOrNull } from "./edited-text.ts";

/** A new step, slipped in on the way of an outcome where one was chosen. */
export function addStep(form: Extract<ChangeForm, { act: "add-step" }>): CommandOf<"add-step"> {
	return {
		type: "add-step",
		in: form.in,
		...(form.after ? { after: form.after } : {}),
		...(form.through ? { through: wayOf(form.through) } : {}),
		title: textOf(form.titleFr, form.titleEn),
		kind: form.kind,
		role: form.role,
		delay: { n: form.n, unit: form.unit, basis: "proposal" },
	};
}

/** The outcome that a form spells `step/OUTCOME`. */
export function wayOf(through: string): OutcomeRef {
	const [step = "", outcome = ""] = through.split("/");
	return { step, outcome };
}

/** The terms of a handoff that the form showed: on a step that only becomes one, none yet. */
export function handoffWish(form: Extract<ChangeForm, { act: "set-step" }>): HandoffWish {
	const { to, urgency, asks, goesOn, recipients } = form;
	if (!to) return {};
	return {
		to,
		...(urgency ? { urgency } : {}),
		...(asks ? { asks } : {}),
		...(goesOn ? { goesOn } : {}),
		...(recipients ? { recipients } : {}),
		ifSilent: textOrNull(form.ifSilentFr, form.ifSilentEn),
		delays: delaysOf(form),
	};
}

/** The clocks that have a number; the others follow from the urgency. */
function delaysOf(form: Extract<ChangeForm, { act: "set-step" }>): HandoffWish["delays"] {
	const set = handoffClocks.flatMap((clock) => {
		const n = form[`${clock}N`];
		return n === undefined ? [] : [[clock, { n, unit: form[`${clock}Unit`] ?? "working-days" }]];
	});
	return set.length > 0 ? Object.fromEntries(set) : null;
}
