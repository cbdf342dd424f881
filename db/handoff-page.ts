import { and, eq, isNotNull, ne } from "drizzle-orm";
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
import { type OwnHandoff, participationOf, type Scope } from "./access.ts";
import type { Db } from "./client.ts";
import { type LifeMoment, lifeOfHandoff } from "./handoff-life.ts";
import { historyOf, situationOf } from "./history.ts";
import { type KnownStructure, knownStructures } from "./known-structures.ts";
import { handoffs } from "./schema/handoffs.ts";
import { members } from "./schema/structures.ts";

/** A structure at one end of a handoff: its name where the reader may know it, its role always. */
export type Party = { name: string | null; phone: string | null; role: Text };

/** What only the two structures read: never a coordinator. */
export type SharedAnswers = {
	ageBand: Facts["age_band"];
	answers: Facts;
	information: HandoffCodes["information"];
	outcome: HandoffCodes["outcome"];
};

/** A moment of the life, who did it by name where the reader may know it. */
export type ToldMoment = Omit<LifeMoment, "by" | "codes" | "referent"> & {
	by: { name: string | null; role: Text | undefined } | "clock" | "system";
	codes: Omit<HandoffCodes, "suggests">;
	suggests: string | null;
	referent: string | null;
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
	beside: { handle: string; state: LifeState; to: string | null }[];
	acts: HandoffAct[];
	seen: number;
};

/** What a side may see of its handoff now. */
export function handoffPage(db: Db, scope: Scope, own: OwnHandoff, acting: Acting): HandoffPage {
	const situation = situationOf(db, own.situationPk);
	const handoff = handoffOf(situation, own);
	const known = knownStructures(db, scope);
	const { from, to } = partiesOf(situation, handoff, known);
	const part = participationOf(db, own.situationPk, scope.structureId);
	const { delay } = handoff.snapshot.value as { delay: HandoffPage["delay"] };
	const tell = { situation, handoff, known, labels: memberLabels(db, handoff) };
	return {
		number: own.number,
		handle: own.handle,
		side: own.side,
		alias: part?.alias ?? null,
		situation: part?.takesPart ? part.handle : null,
		step: placed(situation, handoff.step).step.title,
		terms: handoff.terms,
		state: stateOf(handoff),
		delay,
		turn: turnOf(situation, handoff),
		holder: holderOf(handoff),
		acceptedAt: handoff.acceptedAt ?? null,
		from,
		to,
		shared: own.side === "coordinator" ? null : sharedBy(situation, handoff),
		missing: own.side === "coordinator" ? undefined : handoff.codes.missing,
		referent: tell.labels.get(handoff.referent ?? "") ?? null,
		life: lifeOfHandoff(historyOf(db, own.situationPk), own).map((moment) =>
			toldMoment(moment, tell),
		),
		beside: own.side === "recipient" ? [] : besideOf(db, own, handoff, known),
		acts: possibleActs(situation, handoff, acting),
		seen: handoff.latestAct,
	};
}

/** The handoff inside its situation. @throws RangeError when the rows and the journal disagree */
export function handoffOf(situation: Situation, { handoffId }: { handoffId: string }): Handoff {
	const handoff = situation.handoffs[handoffId];
	if (!handoff) throw new RangeError("A handoff of the rows is not in the journal.");
	return handoff;
}

function partiesOf(situation: Situation, handoff: Handoff, known: Map<string, KnownStructure>) {
	const senderRole = placed(situation, handoff.step).step.role;
	return {
		from: partyOf(situation, known.get(handoff.from), senderRole),
		to: partyOf(situation, known.get(handoff.to ?? ""), handoff.terms.to),
	};
}

function partyOf(situation: Situation, known: KnownStructure | undefined, roleId: string): Party {
	const role = situation.compiled.protocol.roles.find(({ id }) => id === roleId);
	const words = role?.label ?? { fr: roleId };
	return { name: known?.name ?? null, phone: known?.phone ?? null, role: words };
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

function memberLabels(db: Db, { to }: Handoff): Map<string, string> {
	if (to === undefined) return new Map();
	const rows = db
		.select({ id: members.id, label: members.label })
		.from(members)
		.where(eq(members.structureId, to))
		.all();
	return new Map(rows.map(({ id, label }) => [id, label]));
}

type Telling = {
	situation: Situation;
	handoff: Handoff;
	known: Map<string, KnownStructure>;
	labels: Map<string, string>;
};

function toldMoment(
	{ by, codes: { suggests, ...codes }, referent, ...moment }: LifeMoment,
	{ situation, handoff, known, labels }: Telling,
): ToldMoment {
	const told = {
		...moment,
		codes,
		suggests: known.get(suggests ?? "")?.name ?? null,
		referent: labels.get(referent ?? "") ?? null,
	};
	if (by === "clock" || by === "system") return { ...told, by };
	const { from, to } = partiesOf(situation, handoff, known);
	const role = by === handoff.from ? from.role : by === handoff.to ? to.role : undefined;
	return { ...told, by: { name: known.get(by)?.name ?? null, role } };
}

function besideOf(
	db: Db,
	{ situationPk, side }: OwnHandoff,
	{ id, step, from }: Handoff,
	known: Map<string, KnownStructure>,
): HandoffPage["beside"] {
	return db
		.select({
			handle: handoffs.senderHandle,
			state: handoffs.state,
			recipientId: handoffs.recipientId,
		})
		.from(handoffs)
		.where(
			and(
				eq(handoffs.situationPk, situationPk),
				eq(handoffs.stepId, step),
				eq(handoffs.senderId, from),
				ne(handoffs.id, id),
				ne(handoffs.state, "discarded"),
				side === "coordinator" ? isNotNull(handoffs.sentAt) : undefined,
			),
		)
		.all()
		.map(({ handle, state, recipientId }) => ({
			handle,
			state,
			to: known.get(recipientId ?? "")?.name ?? null,
		}));
}
