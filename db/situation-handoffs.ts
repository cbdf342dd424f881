import { eq } from "drizzle-orm";
import { type Handoff, isHeldByRecipient, stateOf } from "#protocols/casework/handoff/handoff.ts";
import { hasEnded, type LifeState } from "#protocols/casework/handoff/life.ts";
import type { EpochMs } from "#protocols/casework/situation.ts";
import type { DelayUnit } from "#protocols/language/delay.ts";
import type { Urgency } from "#protocols/language/step.ts";
import type { Text } from "#protocols/language/text.ts";
import type { Db } from "./client.ts";
import { handoffs } from "./schema/handoffs.ts";
import { type Telling, titleOf } from "./situation-history.ts";
import type { Who } from "./situation-people.ts";
import { unitOf } from "./work-list.ts";

/** A handoff of one's own, with its address; or what may be known of somebody else's. */
export type HandoffInSituation =
	| {
			own: true;
			handle: string;
			step: Text;
			state: LifeState;
			ended: boolean;
			urgency: Urgency;
			side: "sender" | "recipient";
			other: Who | null;
			/** The role that was asked: says who is outside the application. */
			role: Text;
			dueAt: EpochMs | null;
			unit: DelayUnit;
	  }
	| { own: false; stage: "sent" | "underway" | "closed" };

/** The handoffs of a situation as one structure may see them; drafts are their author's alone. */
export function handoffsFor(db: Db, situationPk: number, telling: Telling): HandoffInSituation[] {
	const { situation, structureId } = telling;
	const addresses = new Map(
		db
			.select({
				id: handoffs.id,
				sender: handoffs.senderHandle,
				recipient: handoffs.recipientHandle,
				dueAt: handoffs.dueAt,
			})
			.from(handoffs)
			.where(eq(handoffs.situationPk, situationPk))
			.all()
			.map((row) => [row.id, row]),
	);
	return Object.values(situation.handoffs).flatMap((handoff): HandoffInSituation[] => {
		const address = addresses.get(handoff.id);
		if (!address || !isShown(handoff, structureId)) return [];
		const party = handoff.from === structureId || handoff.to === structureId;
		return [party ? ownHandoff(handoff, address, telling) : foreignHandoff(handoff)];
	});
}

function isShown(handoff: Handoff, structureId: string): boolean {
	if (stateOf(handoff) === "discarded") return false;
	return handoff.from === structureId || handoff.sentAt !== undefined;
}

function foreignHandoff(handoff: Handoff): HandoffInSituation {
	const running = isHeldByRecipient(handoff) ? "underway" : "sent";
	const stage = hasEnded(stateOf(handoff)) ? "closed" : running;
	return { own: false, stage };
}

type Address = { sender: string; recipient: string; dueAt: EpochMs | null };

function ownHandoff(
	handoff: Handoff,
	{ sender, recipient, dueAt }: Address,
	{ situation, people, structureId }: Telling,
): HandoffInSituation {
	const state = stateOf(handoff);
	const { urgency, to: role } = handoff.terms;
	const sends = handoff.from === structureId;
	const other = sends ? handoff.to : handoff.from;
	return {
		own: true,
		handle: sends ? sender : recipient,
		step: titleOf(situation, handoff.step),
		state,
		ended: hasEnded(state),
		urgency,
		side: sends ? "sender" : "recipient",
		other: other === undefined ? null : people.who(other, sends ? role : undefined),
		role: people.role(role),
		dueAt,
		unit: unitOf({ urgency, state }),
	};
}
