import { questionsOf } from "#protocols/casework/answers.ts";
import { openingRole } from "#protocols/casework/opening.ts";
import { sampleAnswers } from "#protocols/casework/scenario-samples.ts";
import type { Act } from "#protocols/catalogue/scenario.ts";
import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import { endOf, type HandoffEnd, type Outcome, type Step } from "#protocols/language/step.ts";
import type { Answers } from "#protocols/language/vocabulary/answers.ts";
import { type FieldCode, fields } from "#protocols/language/vocabulary/fields.ts";
import { answersByMask } from "./model/answer-masks.ts";
import type { Tread } from "./model/explore.ts";
import type { Model } from "./model/model.ts";

/** Tells the moves of the machine as what people do. */
export function storyOf(compiled: CompiledProtocol, model: Model, way: readonly Tread[]): Act[] {
	return way.flatMap((tread) => actsOf(compiled, model, tread));
}

function actsOf(compiled: CompiledProtocol, model: Model, tread: Tread): Act[] {
	if (tread.edge.kind === "raise") return [raiseAct(compiled, tread.edge.code)];
	const step = model.processes[tread.process]?.nodes[tread.node]?.step?.step;
	const outcome = step?.outcomes.find(({ code }) => code === tread.edge.code);
	if (!step || !outcome) return [];
	if (step.handoff) return handoffActs(step, outcome);
	const answers = answersFor(model, step, outcome, tread);
	const given = Object.keys(answers).length > 0 ? { with: answers } : {};
	return [{ by: step.role, answers: step.id, outcome: outcome.code, ...given }];
}

/** Anybody, or the first role that may: the one that opens where it is among them. */
export function raiseAct(compiled: CompiledProtocol, interruption: string): Act {
	const found = compiled.protocol.interruptions.find(({ id }) => id === interruption);
	const opening = openingRole(compiled);
	const may = found?.raisedBy === "anyone" ? [opening] : (found?.raisedBy ?? []);
	return { by: may.includes(opening) ? opening : (may[0] ?? opening), raises: interruption };
}

/** What the two sides of a handoff do, in the fewest acts, for one of its ends. */
export function handoffActs({ id, role, handoff }: Step, outcome: Outcome): Act[] {
	const sends: Act = { by: role, handsOff: id };
	const end = endOf(outcome);
	if (!handoff || !end) return [sends];
	const recipient = handoff.to;
	const act = (by: string, event: string, chosen?: string): Act => ({
		by,
		onHandoff: id,
		event,
		...(chosen === undefined ? {} : { outcome: chosen }),
	});
	const { code } = outcome;
	const inside: Record<HandoffEnd, Act[]> = {
		accepted: [act(recipient, "ACCEPT", code)],
		refused: [act(recipient, "DECLINE"), act(role, "RECORD_REFUSAL", code)],
		withdrawn: [act(role, "WITHDRAW", code)],
		completed: [
			act(recipient, "ACCEPT"),
			act(recipient, "CONTACT"),
			act(recipient, "COMPLETE", code),
		],
		failed: [act(recipient, "ACCEPT"), act(recipient, "FAIL", code)],
	};
	const outside: Record<HandoffEnd, Act[]> = {
		accepted: [act(role, "DECLARE_ACCEPTED", code)],
		refused: [act(role, "DECLARE_REFUSED", code)],
		withdrawn: [act(role, "WITHDRAW", code)],
		completed: [act(role, "DECLARE_ACCEPTED"), act(role, "DECLARE_COMPLETED", code)],
		failed: [act(role, "DECLARE_ACCEPTED"), act(role, "DECLARE_FAILED", code)],
	};
	return [sends, ...(handoff.mode === "external" ? outside : inside)[end]];
}

/** Answers to what the step asks: those that the way depends on, and plausible ones elsewhere. */
function answersFor(model: Model, step: Step, outcome: Outcome, { after }: Tread): Answers {
	const asked = questionsOf(step, outcome);
	const answers: Answers = { ...sampleAnswers(asked) };
	if (asked.includes("closure_reason")) {
		answers.closure_reason = Object.keys(fields.closure_reason.codes)[0] ?? "";
	}
	const { when } = outcome;
	for (const field of asked) {
		const kept = keptAnswer(model, field, after);
		if (kept) answers[field] = kept;
		else if (when && "fact" in when && when.fact === field) {
			answers[field] = asGiven(field, when.in.slice(0, 1));
		}
	}
	return answers;
}

function keptAnswer(model: Model, field: FieldCode, after: readonly number[]) {
	const index = model.slots.findIndex((slot) => slot.kind === "fact" && slot.field === field);
	const slot = model.slots[index];
	if (slot?.kind !== "fact") return undefined;
	const codes = answersByMask({ field, lists: [...slot.lists] }).get(
		after[model.processes.length + index] ?? 0,
	);
	return codes && asGiven(field, codes);
}

function asGiven(field: FieldCode, codes: string[]): string | string[] {
	return fields[field].most > 1 ? codes : (codes[0] ?? "");
}
