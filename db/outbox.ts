import { and, asc, eq, exists, sql } from "drizzle-orm";
import type {
	ClockStruck,
	HandoffMoved,
	SituationEvent,
	SituationJoined,
} from "#protocols/casework/events.ts";
import { attending } from "#protocols/casework/participation.ts";
import type { Situation } from "#protocols/casework/situation.ts";
import { whomToTell } from "#protocols/casework/whom-to-tell.ts";
import type { Urgency } from "#protocols/language/step.ts";
import type { Tx } from "./client.ts";
import { concerned } from "./participations.ts";
import { preparedOnce } from "./prepared.ts";
import { type audiences, type messageKinds, outbox } from "./schema/journal.ts";
import { situations } from "./schema/situations.ts";
import { members, structures } from "./schema/structures.ts";

type Message = {
	structureId: string;
	/** Left out for the structure as a whole. */
	audience?: (typeof audiences)[number];
	kind: (typeof messageKinds)[number];
};

/** Queues what structures should be told, in the transaction of the event; content-free. */
export function queueMessages(
	tx: Tx,
	{ situation, coordinating }: { situation: Situation; coordinating: () => string[] },
	events: readonly SituationEvent[],
	at: number,
): void {
	const messages = events.flatMap((event) => messagesOf(situation, event, coordinating));
	if (messages.length === 0) return;
	const { queue } = statementsOf(tx);
	for (const { structureId, audience = "structure", kind } of once(messages)) {
		queue.run({ structureId, audience, kind, at });
	}
}

/** What happens at once says once that there is something to look at. */
function once(messages: Message[]): Message[] {
	const keyOf = ({ structureId, audience, kind }: Message) =>
		[structureId, audience, kind].join(" ");
	return [...new Map(messages.map((message) => [keyOf(message), message])).values()];
}

/** The structures in which somebody coordinates the territory of a situation. */
export function coordinatingOf(tx: Tx, situationPk: number): string[] {
	const row = statementsOf(tx).territory.get({ situationPk });
	return row ? coordinatingStructures(tx, row.territoryId) : [];
}

/** The structures of a territory in which somebody coordinates it. */
export function coordinatingStructures(tx: Tx, territoryId: string): string[] {
	return statementsOf(tx)
		.coordinating.all({ territoryId })
		.map(({ id }) => id);
}

const statementsOf = preparedOnce((db) => ({
	queue: db
		.insert(outbox)
		.values({
			structureId: sql.placeholder("structureId"),
			audience: sql.placeholder("audience"),
			kind: sql.placeholder("kind"),
			at: sql.placeholder("at"),
		})
		.prepare(),
	territory: db
		.select({ territoryId: situations.territoryId })
		.from(situations)
		.where(eq(situations.pk, sql.placeholder("situationPk")))
		.prepare(),
	coordinating: db
		.select({ id: structures.id })
		.from(structures)
		.where(
			and(
				eq(structures.territoryId, sql.placeholder("territoryId")),
				exists(
					db
						.select({ id: members.id })
						.from(members)
						.where(
							and(
								eq(members.structureId, structures.id),
								eq(members.duty, "coordinator"),
								eq(members.active, true),
							),
						),
				),
			),
		)
		.orderBy(asc(structures.id))
		.prepare(),
}));

/** Who should look: the recipient of what was sent, the sender of what came back, who attends. */
function messagesOf(
	situation: Situation,
	event: SituationEvent,
	coordinating: () => string[],
): Message[] {
	switch (event.type) {
		case "inactivity-noted":
			return toAttending(situation);
		case "situation-closed":
			return event.by === "system" ? toAttending(situation) : [];
		case "situation-joined":
			return afterMerger(situation, event);
		case "clock-struck":
			return onLadder(situation, event, coordinating);
		case "handoff-moved":
			return afterAct(situation, event);
		default:
			return [];
	}
}

function toAttending(situation: Situation): Message[] {
	return attending(situation).map((structureId) => ({ structureId, kind: "waiting" }));
}

function afterAct(situation: Situation, event: HandoffMoved): Message[] {
	const handoff = situation.handoffs[event.handoff];
	if (!handoff?.to) return [];

	const kind = kindOf(handoff.terms);
	const other = event.by === handoff.from ? handoff.to : handoff.from;
	const concerns = event.act === "SEND" ? handoff.to : other;
	// What a clock does is told by the rung of its ladder.
	const quiet = event.act === "READ_OUTCOME" || event.act === "DISCARD" || event.by === "clock";
	return quiet ? [] : [{ structureId: concerns, kind }];
}

function kindOf({ urgency }: { urgency: Urgency }): Message["kind"] {
	return urgency === "immediate" || urgency === "urgent" ? "urgent" : "waiting";
}

/** Who hears of a clock that struck: see the ladder. */
function onLadder(
	situation: Situation,
	event: ClockStruck,
	coordinating: () => string[],
): Message[] {
	const { to, urgency } = whomToTell(situation, event);
	const kind = kindOf({ urgency });
	return to.flatMap((one): Message[] => {
		if (one.whom === "coordinators") {
			return coordinating().map((structureId) => ({ structureId, audience: one.whom, kind }));
		}
		const { whom: audience, structure: structureId } = one;
		return [{ structureId, audience, kind }];
	});
}

/** Two situations are one: every structure of both, and whoever was asked, finds its new code. */
function afterMerger(situation: Situation, { by }: SituationJoined): Message[] {
	return concerned(situation)
		.filter((structureId) => structureId !== by)
		.map((structureId) => ({ structureId, kind: "waiting" }));
}
