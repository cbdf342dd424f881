import { canonicalJson } from "#protocols/language/canonical.ts";
import type { Container } from "#protocols/language/places.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import { endOf, type Outcome, type Step, type StepKind } from "#protocols/language/step.ts";
import { refuse } from "./change.ts";
import type { HandoffWish } from "./commands.ts";
import { codeFrom } from "./names.ts";
import { usualOutcomes, type Ways, withHandoff } from "./new-step.ts";
import { onward } from "./onward.ts";
import type { PartRef } from "./part-ref.ts";
import type { EditRefusal } from "./refusal.ts";

/**
 * Makes a step one of another kind, with what that kind needs: a handoff gets its terms and an
 * outcome for each end, a closure an outcome that closes. Outcomes that nobody has touched since
 * the step was added become those of the new kind; what people wrote stays where it can.
 *
 * @param step changed in place
 */
export function changeKind(
	protocol: Protocol,
	{ step, container }: { step: Step; container: Container },
	{ kind, handoff = {} }: { kind: StepKind; handoff?: HandoffWish | undefined },
): { refusal: EditRefusal } | undefined {
	const misfit = closesElsewhere({ kind: "step", id: step.id }, kind, container);
	if (misfit) return misfit;
	const ways = waysOf(protocol, step, container);
	const untouched = isUsual(step);
	step.kind = kind;
	leaveHandoff(step);
	leaveClosure(protocol, step, container);
	if (untouched) step.outcomes = usualOutcomes(kind, ways);

	if (kind === "closure") enterClosure(step, ways);
	if (kind === "handoff") enterHandoff(protocol, step, handoff, ways);
	if (step.rounds && !step.outcomes.some(({ code }) => code === step.rounds?.beyond)) {
		delete step.rounds;
	}
	return undefined;
}

/** Why a step that closes cannot stand in that place, where it cannot. */
export function closesElsewhere(
	part: PartRef,
	kind: StepKind,
	container: Container,
): { refusal: EditRefusal } | undefined {
	if (kind !== "closure" || container.kind === "phase") return undefined;
	return refuse({ code: "closure-elsewhere", part });
}

/** Where the step went on to, as far as one can tell. */
function waysOf(protocol: Protocol, { id, outcomes }: Step, container: Container): Ways {
	const first = outcomes.map(({ to }) => to).find((to) => to !== id && to !== "@closed");
	return { onward: first ?? onward(protocol, container), again: id };
}

/** Whether the outcomes still are those that the step was added with. */
function isUsual({ kind, id, outcomes }: Step): boolean {
	const usual = usualOutcomes(kind, { onward: "@end", again: id });
	const said = (list: Outcome[]) => canonicalJson(list.map(({ to: _, ...words }) => words));
	return said(usual) === said(outcomes);
}

function leaveHandoff(step: Step): void {
	if (step.kind === "handoff" || !step.handoff) return;
	delete step.handoff;
	for (const outcome of step.outcomes) delete outcome.on;
}

function leaveClosure(protocol: Protocol, step: Step, container: Container): void {
	if (step.kind === "closure") return;
	for (const outcome of step.outcomes) {
		if (outcome.to === "@closed") outcome.to = onward(protocol, container);
	}
}

function enterClosure(step: Step, ways: Ways): void {
	if (!step.questions.includes("closure_reason")) step.questions.push("closure_reason");
	if (step.outcomes.some(({ to }) => to === "@closed")) return;
	const [closed] = usualOutcomes("closure", ways);
	if (closed) step.outcomes.unshift({ ...closed, code: freeCode(step, closed) });
}

/** An outcome of a handoff follows from what two structures did: others would never be reached. */
function enterHandoff(protocol: Protocol, step: Step, wish: HandoffWish, ways: Ways): void {
	const allAnswerEnds = step.outcomes.every((outcome) => endOf(outcome) !== undefined);
	const needed = wish.goesOn === "outcome" ? "completed" : "accepted";
	const fits = allAnswerEnds && step.outcomes.some((outcome) => endOf(outcome) === needed);
	const bare = fits ? step : { ...step, outcomes: [] };
	Object.assign(step, withHandoff(protocol, bare, wish, ways));
}

function freeCode({ outcomes }: Step, { code, label }: Outcome): string {
	const taken = new Set(outcomes.map((outcome) => outcome.code));
	return taken.has(code) ? codeFrom(label, taken) : code;
}
