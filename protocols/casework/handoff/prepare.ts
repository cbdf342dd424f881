import { answersRefusal, asFacts } from "../answers.ts";
import type { PrepareHandoff } from "../commands.ts";
import type { Refusal } from "../refusal.ts";
import { type Circumstances, placed, type Situation } from "../situation.ts";
import { whoseStep } from "../step-answer.ts";
import { addEvent, type Decision, finish, refuse, type Story } from "../story.ts";
import { type Handoff, isHeldByRecipient, isLive, stateOf } from "./handoff.ts";

/** Decides whether a handoff may be prepared, and sent at once if that is asked. */
export function decidePreparation(
	situation: Situation,
	command: PrepareHandoff,
	circumstances: Circumstances,
): Decision {
	const refusal = preparationRefusal(situation, command, circumstances);
	if (refusal) return refuse(refusal);

	const { handoff } = placed(situation, command.step).step;
	if (!handoff) return refuse({ code: "not-a-handoff-step", step: command.step });

	const { ifSilent: _, ...terms } = handoff;
	const recipients = terms.mode === "external" ? [undefined] : command.to;
	const who = {
		at: circumstances.now,
		by: command.acting.structure,
		actor: command.acting.actor,
	};
	let story: Story = { situation, events: [] };
	for (const to of recipients) {
		const handoff = circumstances.newId();
		const { step, information } = command;
		const draft = {
			type: "handoff-prepared",
			...who,
			handoff,
			step,
			terms,
			answers: asFacts(command.answers),
			information,
		} as const;
		story = addEvent(story, to === undefined ? draft : { ...draft, to }, circumstances);
		if (!command.send) continue;
		const send = { type: "handoff-moved", ...who, handoff, act: "SEND", codes: {} } as const;
		story = addEvent(story, send, circumstances);
	}
	return finish(story, circumstances);
}

function preparationRefusal(
	situation: Situation,
	command: PrepareHandoff,
	{ directory }: Circumstances,
): Refusal | undefined {
	const whose = whoseStep(situation, command);
	if (whose) return whose;

	const { step } = placed(situation, command.step);
	if (!step.handoff) return { code: "not-a-handoff-step", step: step.id };
	const running = Object.values(situation.handoffs).some(
		(handoff) => handoff.step === step.id && occupies(handoff),
	);
	if (running) return { code: "already-handed-off", step: step.id };

	return (
		recipientsRefusal(command, step.handoff, directory.structuresHolding(step.handoff.to)) ??
		answersRefusal(command.answers, step.questions)
	);
}

/** Why a draft cannot be sent any more: its step, its sender's role or the directory has changed. */
export function sendingRefusal(
	situation: Situation,
	handoff: Handoff,
	{ act, acting }: { act: string; acting: { structure: string } },
	{ directory }: Circumstances,
): Refusal | undefined {
	if (act !== "SEND") return undefined;
	const { step, terms, to } = handoff;
	const whose = whoseStep(situation, { step, acting, seen: situation.position });
	if (whose) return whose;

	const others = Object.values(situation.handoffs).filter(
		(other) => other.step === step && occupies(other),
	);
	const taken = others.some((other) => other.to === to || isHeldByRecipient(other));
	if (taken || others.length >= terms.recipients) return { code: "already-handed-off", step };

	const recipients = to === undefined ? [] : [to];
	return recipientsRefusal(
		{ to: recipients, acting },
		terms,
		directory.structuresHolding(terms.to),
	);
}

/** A handoff occupies its step until it ends; one that was for acceptance only, until it is accepted. */
export function occupies(handoff: Handoff): boolean {
	const answered = handoff.terms.goesOn === "acceptance" && handoff.acceptedAt !== undefined;
	return !handoff.beside && isLive(handoff) && stateOf(handoff) !== "draft" && !answered;
}

/** Why a structure cannot be asked: it is the sender itself, or does not hold the role here. */
export function recipientsRefusal(
	{ to, acting }: { to: string[]; acting: { structure: string } },
	terms: { to: string; mode: string; recipients: number },
	holding: string[],
): Refusal | undefined {
	const expected = terms.mode === "external" ? 0 : terms.recipients;
	const fits = terms.mode === "external" ? to.length === 0 : to.length > 0 && to.length <= expected;
	if (!fits || new Set(to).size !== to.length) {
		return { code: "wrong-number-of-recipients", most: expected };
	}
	// Alone in its role, a structure passes the part from one of its teams to another.
	const isAlone = holding.length === 1 && holding[0] === acting.structure;
	if (to.includes(acting.structure) && !isAlone) return { code: "to-yourself" };
	const stranger = to.find((structure) => !holding.includes(structure));
	return stranger
		? { code: "structure-not-available", structure: stranger, role: terms.to }
		: undefined;
}
