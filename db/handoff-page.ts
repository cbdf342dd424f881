import type { HandoffCodes } from "#protocols/casework/events.ts";
import { awaitedSide } from "#protocols/casework/handoff/delays.ts";
import { type Handoff, isHeldByRecipient, stateOf } from "#protocols/casework/handoff/handoff.ts";
import { type HandoffAct, hasEnded, type LifeState } from "#protocols/casework/handoff/life.ts";
import { possibleActs } from "#protocols/casework/handoff/permission.ts";
import { type EpochMs, factsOf, placed, type Situation } from "#protocols/casework/situation.ts";
import type { Acting } from "#protocols/casework/story.ts";
import type { Facts } from "#protocols/compiler/catalogue-of-names.ts";
import type { DelayUnit } from "#protocols/language/delay.ts";
import type { HandoffTerms } from "#protocols/language/step.ts";
import type { Text } from "#protocols/language/text.ts";
import { looksOn, type OwnHandoff, participationOf, type Scope } from "./access.ts";
import type { Db } from "./client.ts";
import { type Beside, besideOf } from "./handoff-beside.ts";
import { lifeOfHandoff } from "./handoff-life.ts";
import {
	memberLabels,
	type Party,
	partiesOf,
	type ToldMoment,
	toldMoment,
} from "./handoff-people.ts";
import { historyOf, situationOf } from "./history.ts";
import { knownStructures } from "./known-structures.ts";

/** What only the two structures read: never a coordinator. */
export type SharedAnswers = {
	ageBand: Facts["age_band"];
	answers: Facts;
	information: HandoffCodes["information"];
	outcome: HandoffCodes["outcome"];
};

/** Everything that one side may see of a handoff, and nothing else. */
export type HandoffPage = {
	number: string;
	handle: string;
	side: OwnHandoff["side"];
	/** What the reader's own structure calls the situation, and its address once it takes part. */
	alias: string | null;
	situation: string | null;
	step: Text;
	terms: HandoffTerms;
	state: LifeState;
	delay: "onTime" | "soon" | "overdue" | "escalated";
	turn: {
		side: "sender" | "recipient";
		clock: { dueAt: EpochMs; unit: DelayUnit } | null;
	} | null;
	holder: "sender" | "recipient" | "nobody";
	acceptedAt: EpochMs | null;
	from: Party;
	to: Party;
	shared: SharedAnswers | null;
	missing: HandoffCodes["missing"];
	referent: string | null;
	life: ToldMoment[];
	/** The sender's other handoffs for the same step, by the sender's own addresses. */
	beside: Beside[];
	acts: HandoffAct[];
	seen: number;
};

/** What a side may see of its handoff now. */
export function handoffPage(db: Db, scope: Scope, own: OwnHandoff, acting: Acting): HandoffPage {
	const situation = situationOf(db, own.situationPk);
	const handoff = handoffOf(situation, own);
	const known = knownStructures(db, scope);
	const { from, to } = partiesOf(situation, handoff, known);
	const { delay } = handoff.snapshot.value as { delay: HandoffPage["delay"] };
	// A coordinator arbitrates; answers stay between the two structures, also one's own.
	const reads = !acting.coordinator && !looksOn(own.side);
	const side = reads ? own.side : "coordinator";
	const tell = { situation, handoff, known, labels: memberLabels(db, handoff) };
	return {
		number: own.number,
		handle: own.handle,
		side: own.side,
		...(acting.coordinator ? unnamed : nameOf(db, scope, own)),
		step: placed(situation, handoff.step).step.title,
		terms: handoff.terms,
		state: stateOf(handoff),
		delay,
		turn: turnOf(situation, handoff),
		holder: holderOf(handoff),
		acceptedAt: handoff.acceptedAt ?? null,
		from,
		to,
		shared: reads ? sharedBy(situation, handoff) : null,
		missing: reads ? handoff.codes.missing : undefined,
		referent: tell.labels.get(handoff.referent ?? "") ?? null,
		life: lifeOfHandoff(historyOf(db, own.situationPk), { ...own, side }).map((moment) =>
			toldMoment(moment, tell),
		),
		beside: own.side === "recipient" ? [] : besideOf(db, { ...own, side }, handoff, known),
		acts: possibleActs(situation, handoff, acting),
		seen: handoff.latestAct,
	};
}

const unnamed = { alias: null, situation: null };

function nameOf(db: Db, { structureId }: Scope, { situationPk }: OwnHandoff) {
	const part = participationOf(db, situationPk, structureId);
	if (!part) return unnamed;
	return { alias: part.alias, situation: part.takesPart ? part.handle : null };
}

/** The handoff inside its situation. @throws RangeError when the rows and the journal disagree */
export function handoffOf(situation: Situation, { handoffId }: { handoffId: string }): Handoff {
	const handoff = situation.handoffs[handoffId];
	if (!handoff) throw new RangeError("A handoff of the rows is not in the journal.");
	return handoff;
}

function turnOf(situation: Situation, handoff: Handoff): HandoffPage["turn"] {
	const side = awaitedSide(handoff);
	if (!side) return null;
	const clock = situation.clocks[`handoff:${handoff.id}`];
	return { side, clock: clock ? { dueAt: clock.dueAt, unit: clock.unit } : null };
}

function holderOf(handoff: Handoff): HandoffPage["holder"] {
	if (isHeldByRecipient(handoff)) return "recipient";
	const state = stateOf(handoff);
	// Where the protocol went on at acceptance, other steps say who holds from then on.
	const wentOn = handoff.acceptedAt !== undefined && handoff.terms.goesOn === "acceptance";
	return state === "completed" || (hasEnded(state) && wentOn) ? "nobody" : "sender";
}

function sharedBy(situation: Situation, handoff: Handoff): SharedAnswers {
	return {
		ageBand: factsOf(situation).age_band,
		answers: handoff.answers,
		information: handoff.codes.information,
		outcome: handoff.codes.outcome,
	};
}
