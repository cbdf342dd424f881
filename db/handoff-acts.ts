import { endOfAct, mayAnswer } from "#protocols/casework/handoff/act.ts";
import type { Handoff } from "#protocols/casework/handoff/handoff.ts";
import type { HandoffAct } from "#protocols/casework/handoff/life.ts";
import { type Need, needsOn } from "#protocols/casework/handoff/needs.ts";
import { actRefusal, latestDate, possibleActs } from "#protocols/casework/handoff/permission.ts";
import type { Refusal } from "#protocols/casework/refusal.ts";
import {
	type Circumstances,
	type EpochMs,
	placed,
	type Situation,
} from "#protocols/casework/situation.ts";
import { outcomeRefusal } from "#protocols/casework/step-answer.ts";
import type { Acting } from "#protocols/casework/story.ts";
import { endOf } from "#protocols/language/step.ts";
import type { Text } from "#protocols/language/text.ts";
import type { OwnHandoff, Scope } from "./access.ts";
import { circumstancesOf } from "./circumstances.ts";
import type { Db } from "./client.ts";
import { referentChoices, type StructureChoice, structureChoices } from "./handoff-choices.ts";
import { handoffOf } from "./handoff-page.ts";
import { situationOf } from "./history.ts";
import type { Moment } from "./journal.ts";

/** What an act may be answered with now, beside the closed lists that never change. */
export type ActChoices = {
	/** Why the act cannot be done now; nothing when it can. */
	refusal: Refusal | undefined;
	referents: { id: string; label: string }[];
	/** Structures to reroute to, or to suggest. */
	structures: StructureChoice[];
	/** The last instant that a date may name. */
	latest: EpochMs | null;
	/** The outcomes of the step that fit; `stays` when the step may also stay open. */
	outcomes: { code: string; label: Text }[];
	stays: boolean;
};

/** Whether somebody may do an act on a handoff now, and what there is to choose from. */
export function actChoices(
	db: Db,
	scope: Scope,
	{
		own,
		acting,
		act,
		moment,
	}: { own: OwnHandoff; acting: Acting; act: HandoffAct; moment: Moment },
): ActChoices {
	const situation = situationOf(db, own.situationPk);
	const handoff = handoffOf(situation, own);
	const circumstances = circumstancesOf(db, scope.territoryId, moment);
	const needs = needsFor(act);
	const except = act === "REROUTE" ? [handoff.from] : [handoff.from, scope.structureId];
	return {
		refusal: whyNot(situation, handoff, acting, act, circumstances),
		referents: needs.includes("referent") ? referentChoices(db, handoff.to ?? "") : [],
		structures: needs.some((need) => need === "suggests" || need === "reroutesTo")
			? structureChoices(db, scope, {
					roleId: handoff.terms.to,
					except: [...except, handoff.to ?? ""],
					now: moment.now,
				})
			: [],
		latest: needs.includes("until") ? latestFor(handoff, act, circumstances) : null,
		outcomes: fittingOutcomes(situation, handoff, act),
		stays: endOfAct[act] === "withdrawn" || act === "RECORD_REFUSAL",
	};
}

function needsFor(act: HandoffAct): Need[] {
	const { must, may = [] } = needsOn(act, true);
	return [...must, ...may];
}

/** Why an act cannot be done now, whatever it would say. */
function whyNot(
	situation: Situation,
	handoff: Handoff,
	acting: Acting,
	act: HandoffAct,
	circumstances: Circumstances,
): Refusal | undefined {
	if (possibleActs(situation, handoff, acting).includes(act)) return undefined;
	const command = {
		type: "act-on-handoff",
		acting,
		seen: handoff.latestAct,
		handoff: handoff.id,
		act,
		codes: {},
	} as const;
	const refusal = actRefusal(situation, handoff, command, circumstances);
	// With nothing said, a missing code hides that the act was done before.
	return !refusal || refusal.code === "code-missing" ? { code: "only-once", act } : refusal;
}

function latestFor(handoff: Handoff, act: HandoffAct, { now, calendar }: Circumstances): EpochMs {
	return latestDate(handoff, act, (delay) => calendar.dueAt(now, delay, handoff.to));
}

/** The outcomes of the step that an act could give. */
function fittingOutcomes(situation: Situation, handoff: Handoff, act: HandoffAct) {
	const end = endOfAct[act];
	const waitsForOutcome = end === "accepted" && handoff.terms.goesOn === "outcome";
	if (!end || waitsForOutcome || !mayAnswer(situation, handoff)) return [];
	const { step } = placed(situation, handoff.step);
	return step.outcomes
		.filter((outcome) => endOf(outcome) === end && !outcomeRefusal(situation, step, outcome, {}))
		.map(({ code, label }) => ({ code, label }));
}
