import { weekOf } from "#protocols/calendar/iso-week.ts";
import type { HandoffCodes } from "#protocols/casework/events.ts";
import { awaitedSide } from "#protocols/casework/handoff/delays.ts";
import {
	type Handoff,
	isHeldByRecipient,
	isPaired,
	stateOf,
} from "#protocols/casework/handoff/handoff.ts";
import { type HandoffAct, hasEnded, type LifeState } from "#protocols/casework/handoff/life.ts";
import { possibleActs } from "#protocols/casework/handoff/permission.ts";
import type { Rung } from "#protocols/casework/ladder.ts";
import { type EpochMs, factsOf, placed, type Situation } from "#protocols/casework/situation.ts";
import type { Acting } from "#protocols/casework/story.ts";
import type { DelayUnit } from "#protocols/language/delay.ts";
import type { HandoffTerms } from "#protocols/language/step.ts";
import type { Text } from "#protocols/language/text.ts";
import type { Facts } from "#protocols/language/vocabulary/answers.ts";
import { looksOn, type OwnHandoff, participationOf, type Scope } from "./access.ts";
import type { Db } from "./client.ts";
import { type Beside, besideOf } from "./handoff-beside.ts";
import { lifeOfHandoff } from "./handoff-life.ts";
import { type Matching, matchingOf } from "./handoff-matching.ts";
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
	matching: Matching;
	/** It came along with a duplicate: its names are new, everything else is as it was. */
	moved: boolean;
	handle: string;
	side: OwnHandoff["side"];
	/**
	 * What the reader's own structure calls the situation, to be written in its register, and its
	 * address once it takes part. A structure that was asked has names for it once it has received it.
	 */
	alias: string | null;
	code: string | null;
	situation: string | null;
	step: Text;
	terms: HandoffTerms;
	state: LifeState;
	delay: "onTime" | "soon" | "overdue" | "escalated";
	/** The rung of the ladder that its clock has reached; what nobody answered stays on the last. */
	rung: Rung | null;
	turn: {
		side: "sender" | "recipient";
		clock: { dueAt: EpochMs; unit: DelayUnit } | null;
	} | null;
	holder: "sender" | "recipient" | "nobody";
	acceptedAt: EpochMs | null;
	/** Its situation is closed: instants are weeks from then on. */
	closed: boolean;
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

/** Whether it came along with a duplicate; what runs beside since its situation was moved did not. */
function cameAlong({ merged }: Situation, { beside }: Handoff): boolean {
	return beside === true && merged !== undefined;
}

/** What a side may see of its handoff now. */
export function handoffPage(
	db: Db,
	scope: Scope,
	own: OwnHandoff,
	{ acting, now }: { acting: Acting; now: EpochMs },
): HandoffPage {
	const situation = situationOf(db, own.situationPk);
	const handoff = handoffOf(situation, own);
	const known = knownStructures(db, scope);
	const { from, to } = partiesOf(situation, handoff, known);
	const { delay } = handoff.snapshot.value as { delay: HandoffPage["delay"] };
	// A coordinator arbitrates; answers stay between the two structures, also one's own.
	const reads = !acting.coordinator && !looksOn(own.side);
	const side = reads ? own.side : "coordinator";
	// Once the situation is closed, weeks are enough; exact instants were for those who had to act.
	const kept = situation.closure ? weekOf : (at: EpochMs) => at;
	const tell = { situation, handoff, known, labels: memberLabels(db, handoff) };
	return {
		matching: matchingOf(handoff, own, now),
		moved: cameAlong(situation, handoff),
		handle: own.handle,
		side: own.side,
		...(acting.coordinator ? unnamed : nameOf(db, scope, own, isPaired(handoff))),
		step: placed(situation, handoff.step).step.title,
		terms: handoff.terms,
		state: stateOf(handoff),
		delay,
		rung: rungOf(situation, handoff),
		turn: turnOf(situation, handoff),
		holder: holderOf(handoff),
		acceptedAt: handoff.acceptedAt === undefined ? null : kept(handoff.acceptedAt),
		closed: situation.closure !== undefined,
		from,
		to,
		shared: reads ? sharedBy(situation, handoff) : null,
		missing: reads ? handoff.codes.missing : undefined,
		referent: tell.labels.get(handoff.referent ?? "") ?? null,
		life: lifeOfHandoff(historyOf(db, own.situationPk), { ...own, side }).map((moment) => {
			const { at, until, ...told } = toldMoment(moment, tell);
			return { ...told, at: kept(at), ...(until === undefined ? {} : { until: kept(until) }) };
		}),
		beside: own.side === "recipient" ? [] : besideOf(db, { ...own, side }, handoff, known),
		acts: possibleActs(situation, handoff, acting),
		seen: handoff.latestAct,
	};
}

const unnamed = { alias: null, code: null, situation: null };

function nameOf(
	db: Db,
	{ structureId }: Scope,
	{ situationPk, side }: OwnHandoff,
	paired: boolean,
) {
	const part = participationOf(db, situationPk, structureId);
	const isNew = side === "recipient" && !paired && !part?.takesPart;
	if (!part || isNew) return unnamed;
	const { alias, code, takesPart, handle } = part;
	return { alias, code, situation: takesPart ? handle : null };
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

function rungOf({ clocks }: Situation, handoff: Handoff): Rung | null {
	if (stateOf(handoff) === "unanswered") return "escalate";
	return clocks[`handoff:${handoff.id}`]?.reached?.stage ?? null;
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
		// What came along with a duplicate brings no answer of the situation that it joined.
		ageBand: (handoff.beside ? handoff.answers : factsOf(situation)).age_band,
		answers: handoff.answers,
		information: handoff.codes.information,
		outcome: handoff.codes.outcome,
	};
}
