import type { SituationEvent } from "#protocols/casework/events.ts";
import type { Situation } from "#protocols/casework/situation.ts";
import type { Tx } from "./client.ts";
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

/** Who should look: the recipient of what was sent, the sender of what came back. */
function messagesOf(situation: Situation, event: SituationEvent): Message[] {
	if (event.type !== "handoff-moved") return [];
	const handoff = situation.handoffs[event.handoff];
	if (!handoff?.to) return [];

	const { urgency } = handoff.terms;
	const kind = urgency === "immediate" || urgency === "urgent" ? "urgent" : "waiting";
	const other = event.by === handoff.from ? handoff.to : handoff.from;
	const concerns = event.act === "SEND" ? handoff.to : other;
	return event.act === "READ_OUTCOME" || event.act === "DISCARD"
		? []
		: [{ structureId: concerns, kind }];
}
