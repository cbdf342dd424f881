import type {
	ClockStruck,
	HandoffMoved,
	SituationEvent,
	SituationJoined,
} from "#protocols/casework/events.ts";
import type { Handoff } from "#protocols/casework/handoff/handoff.ts";
import { attending } from "#protocols/casework/participation.ts";
import type { Situation } from "#protocols/casework/situation.ts";
import type { Tx } from "./client.ts";
import { concerned } from "./participations.ts";
import { type messageKinds, outbox } from "./schema/journal.ts";

type Message = { structureId: string; kind: (typeof messageKinds)[number] };

/** Queues what a structure should be told, in the transaction of the event; content-free. */
export function queueMessages(
	tx: Tx,
	situation: Situation,
	events: readonly SituationEvent[],
	at: number,
): void {
	const messages = events.flatMap((event) => messagesOf(situation, event));
	if (messages.length === 0) return;
	tx.insert(outbox)
		.values(messages.map((message) => ({ ...message, at })))
		.run();
}

/** Who should look: the recipient of what was sent, the sender of what came back, who attends. */
function messagesOf(situation: Situation, event: SituationEvent): Message[] {
	switch (event.type) {
		case "inactivity-noted":
			return toAttending(situation);
		case "situation-closed":
			return event.by === "system" ? toAttending(situation) : [];
		case "situation-joined":
			return afterMerger(situation, event);
		case "clock-struck":
			return afterSilence(situation, event);
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

	const kind = kindOf(handoff);
	const other = event.by === handoff.from ? handoff.to : handoff.from;
	const concerns = event.act === "SEND" ? handoff.to : other;
	return event.act === "READ_OUTCOME" || event.act === "DISCARD"
		? []
		: [{ structureId: concerns, kind }];
}

function kindOf({ terms }: Handoff): Message["kind"] {
	return terms.urgency === "immediate" || terms.urgency === "urgent" ? "urgent" : "waiting";
}

/** Nobody found the line in time: its sender telephones again. */
function afterSilence({ handoffs }: Situation, { clock, at }: ClockStruck): Message[] {
	const handoff = handoffs[clock.slice("handoff:".length)];
	if (handoff?.unmatched?.why !== "SILENCE" || handoff.unmatched.at !== at) return [];
	return [{ structureId: handoff.from, kind: kindOf(handoff) }];
}

/** Two situations are one: every structure of both, and whoever was asked, finds its new code. */
function afterMerger(situation: Situation, { by }: SituationJoined): Message[] {
	return concerned(situation)
		.filter((structureId) => structureId !== by)
		.map((structureId) => ({ structureId, kind: "waiting" }));
}
