import { endOf, type HandoffEnd } from "#protocols/language/step.ts";
import type { ActOnHandoff } from "../commands.ts";
import type { HandoffMoved } from "../events.ts";
import {
	type Circumstances,
	openSteps,
	placed,
	runningInterruptions,
	type Situation,
} from "../situation.ts";
import { bySystem, outcomeRefusal } from "../step-answer.ts";
import { addEvent, type Decision, finish, refuse, type Story } from "../story.ts";
import { type Handoff, stateOf } from "./handoff.ts";
import { type HandoffAct, ruleOf } from "./life.ts";
import { actRefusal } from "./permission.ts";
import { occupies, recipientsRefusal, sendingRefusal } from "./prepare.ts";

/** The interruption that every protocol offers under this name. */
export const dangerInterruption = "immediate-danger";

/** Decides an act on a handoff and everything that follows from it, in one story. */
export function decideHandoffAct(
	situation: Situation,
	command: ActOnHandoff,
	circumstances: Circumstances,
): Decision {
	const handoff = Object.hasOwn(situation.handoffs, command.handoff)
		? situation.handoffs[command.handoff]
		: undefined;
	if (!handoff || isHiddenFrom(command.acting.structure, handoff)) {
		return refuse({ code: "handoff-unknown" });
	}
	const refusal =
		actRefusal(situation, handoff, command, circumstances) ??
		sendingRefusal(situation, handoff, command, circumstances) ??
		suggestionRefusal(handoff, command, circumstances) ??
		reroutingRefusal(situation, handoff, command, circumstances);
	if (refusal) return refuse(refusal);

	const chosen = outcomeToGive(situation, handoff, command);
	if (chosen && "toChoose" in chosen) {
		return refuse({ code: "outcome-to-choose", outcomes: chosen.toChoose });
	}

	const moved = addEvent({ situation, events: [] }, moveOf(command, circumstances), circumstances);
	const followed = followUp(moved, handoff, command, circumstances);
	const answered = chosen
		? supersede(
				giveOutcome(followed, handoff, chosen.outcome, circumstances),
				handoff,
				circumstances,
			)
		: followed;
	return finish(afterwards(answered, handoff, command, circumstances), circumstances);
}

/** What was never sent is known to its author's structure only, and cannot be guessed. */
function isHiddenFrom(structure: string, { from, sentAt }: Handoff): boolean {
	return sentAt === undefined && from !== structure;
}

function followUp(
	story: Story,
	handoff: Handoff,
	command: ActOnHandoff,
	circumstances: Circumstances,
): Story {
	if (command.act === "ACCEPT") {
		return carryOnEarlier(supersede(story, handoff, circumstances), handoff, circumstances);
	}
	if (command.act === "REROUTE") return reroute(story, handoff, command, circumstances);
	return story;
}

function afterwards(
	story: Story,
	handoff: Handoff,
	command: ActOnHandoff,
	circumstances: Circumstances,
): Story {
	if (command.act === "DECLARE_ACCEPTED" && handoff.terms.goesOn === "acceptance") {
		const done = { handoff: handoff.id, act: "CARRY_ON", codes: { outcome: "NEXT_STEP" } } as const;
		return bySystem(story, done, circumstances);
	}
	const danger = command.act === "IMMEDIATE_DANGER" || command.codes.next === "DANGER";
	return danger ? raiseDanger(story, command, circumstances) : story;
}

function moveOf(command: ActOnHandoff, { now }: Circumstances) {
	const { acting, handoff, act, codes, referent, until } = command;
	const draft: Omit<HandoffMoved, "clocks"> = {
		type: "handoff-moved",
		at: now,
		by: acting.structure,
		actor: acting.actor,
		handoff,
		act,
		codes,
	};
	return {
		...draft,
		...(referent === undefined ? {} : { referent }),
		...(until === undefined ? {} : { until }),
	};
}

/** The end of a handoff that an act brings about; acts that are not listed end nothing. */
export const endOfAct: Partial<Record<HandoffAct, HandoffEnd>> = {
	ACCEPT: "accepted",
	DECLARE_ACCEPTED: "accepted",
	RECORD_REFUSAL: "refused",
	DECLARE_REFUSED: "refused",
	WITHDRAW: "withdrawn",
	CONFIRM: "withdrawn",
	ARBITRATE_CANCEL: "withdrawn",
	TAKE_BACK: "withdrawn",
	COMPLETE: "completed",
	DECLARE_COMPLETED: "completed",
	FAIL: "failed",
	DECLARE_FAILED: "failed",
};

type Chosen = { outcome: string } | { toChoose: string[] } | undefined;

/** The outcome of the step that an act gives; nothing when the step stays open for another try. */
function outcomeToGive(situation: Situation, handoff: Handoff, command: ActOnHandoff): Chosen {
	const end = endOfAct[command.act];
	if (!end || !mayAnswer(situation, handoff) || staysOpen(handoff, command, end)) {
		return undefined;
	}
	const { step } = placed(situation, handoff.step);
	const fitting = step.outcomes
		.filter((outcome) => endOf(outcome) === end && !outcomeRefusal(situation, step, outcome, {}))
		.map(({ code }) => code);
	if (command.outcome !== undefined) {
		return fitting.includes(command.outcome) ? { outcome: command.outcome } : { toChoose: fitting };
	}
	const [only, ...more] = fitting;
	if (only === undefined) return undefined;
	return more.length === 0 ? { outcome: only } : { toChoose: fitting };
}

/** Whether the end of a handoff may answer the step that opened it. */
export function mayAnswer(situation: Situation, { beside, step }: Handoff): boolean {
	return !beside && openSteps(situation).includes(step);
}

function staysOpen(handoff: Handoff, { codes, outcome }: ActOnHandoff, end: HandoffEnd): boolean {
	if (end === "accepted") return handoff.terms.goesOn !== "acceptance";
	if (end === "withdrawn") return outcome === undefined;
	return end === "refused" && codes.next !== undefined && codes.next !== "OUTCOME";
}

function giveOutcome(
	story: Story,
	{ step }: Handoff,
	outcome: string,
	circumstances: Circumstances,
): Story {
	const by = { at: circumstances.now, by: "system", actor: null };
	return addEvent(
		story,
		{ type: "step-answered", ...by, step, outcome, answers: {} },
		circumstances,
	);
}

/**
 * The first acceptance wins, and so does whatever else answers the step: what the same step still
 * asks of others is stale. The transaction guarantees that there is one winner.
 */
function supersede(story: Story, winner: Handoff, circumstances: Circumstances): Story {
	return othersThatMay("SUPERSEDE", story, winner).reduce(
		(told, { id }) => bySystem(told, { handoff: id, act: "SUPERSEDE", codes: {} }, circumstances),
		story,
	);
}

/** A step may be asked again while the work that an earlier acceptance began goes on: it is over now. */
function carryOnEarlier(story: Story, accepted: Handoff, circumstances: Circumstances): Story {
	const codes = { outcome: "NEXT_STEP" } as const;
	return othersThatMay("CARRY_ON", story, accepted).reduce(
		(told, { id }) => bySystem(told, { handoff: id, act: "CARRY_ON", codes }, circumstances),
		story,
	);
}

function othersThatMay(
	act: HandoffAct,
	{ situation }: Story,
	{ id, step, beside }: Handoff,
): Handoff[] {
	if (beside) return [];
	return Object.values(situation.handoffs)
		.filter((other) => other.step === step && other.id !== id && !other.beside)
		.filter((other) => ruleOf(act).from.includes(stateOf(other)));
}

/** Whoever declines may name another structure, and nothing else: it is one that holds the role. */
function suggestionRefusal(
	{ terms }: Handoff,
	{ codes: { suggests } }: ActOnHandoff,
	{ directory }: Circumstances,
) {
	if (suggests === undefined || directory.structuresHolding(terms.to).includes(suggests)) {
		return undefined;
	}
	return { code: "structure-not-available", structure: suggests, role: terms.to } as const;
}

function reroutingRefusal(
	situation: Situation,
	handoff: Handoff,
	command: ActOnHandoff,
	{ directory }: Circumstances,
) {
	if (command.act !== "REROUTE" || command.reroutesTo === undefined) return undefined;
	const acting = { structure: handoff.from };
	const to = [command.reroutesTo];
	if (handoff.to === command.reroutesTo) return { code: "to-yourself" } as const;
	const isAsked = Object.values(situation.handoffs).some(
		(other) => other.step === handoff.step && other.to === command.reroutesTo && occupies(other),
	);
	if (isAsked) return { code: "already-handed-off", step: handoff.step } as const;
	return recipientsRefusal(
		{ to, acting },
		handoff.terms,
		directory.structuresHolding(handoff.terms.to),
	);
}

/** The new recipient is asked in the same breath, so that nothing lies between two structures. */
function reroute(
	story: Story,
	handoff: Handoff,
	command: ActOnHandoff,
	circumstances: Circumstances,
): Story {
	const id = circumstances.newId();
	const { ifSilent: _, ...terms } = handoff.terms;
	// The coordinator may reroute; the handoff still comes from its sender, who goes on holding.
	const who = { at: circumstances.now, by: handoff.from, actor: command.acting.actor };
	const prepared = addEvent(
		story,
		{
			type: "handoff-prepared",
			...who,
			handoff: id,
			step: handoff.step,
			to: command.reroutesTo ?? "",
			terms,
			follows: handoff.id,
			answers: handoff.answers,
			information: handoff.codes.information ?? "NOT_POSSIBLE",
		},
		circumstances,
	);
	const send = { type: "handoff-moved", ...who, handoff: id, act: "SEND", codes: {} } as const;
	return addEvent(prepared, send, circumstances);
}

function raiseDanger(story: Story, { acting }: ActOnHandoff, circumstances: Circumstances): Story {
	const { situation } = story;
	const offered = situation.compiled.protocol.interruptions.some(
		({ id }) => id === dangerInterruption,
	);
	const running = runningInterruptions(situation).includes(dangerInterruption);
	if (!offered || running || situation.status === "closed") return story;
	const who = { at: circumstances.now, by: acting.structure, actor: acting.actor };
	const draft = { type: "interruption-raised", ...who, interruption: dangerInterruption } as const;
	return addEvent(story, draft, circumstances);
}
