import { eq } from "drizzle-orm";
import { awaitedSide } from "#protocols/casework/handoff/delays.ts";
import {
	type Handoff,
	isHeldByRecipient,
	isUnmatched,
	stateOf,
} from "#protocols/casework/handoff/handoff.ts";
import { hasEnded, type LifeState } from "#protocols/casework/handoff/life.ts";
import { isOnlyBeside } from "#protocols/casework/participation.ts";
import type { EpochMs } from "#protocols/casework/situation.ts";
import type { DelayUnit } from "#protocols/language/delay.ts";
import type { Urgency } from "#protocols/language/step.ts";
import type { Text } from "#protocols/language/text.ts";
import type { Db } from "./client.ts";
import { handoffs } from "./schema/handoffs.ts";
import type { Telling } from "./situation-history.ts";
import type { Who } from "./situation-people.ts";
import { titleOf } from "./situation-titles.ts";
import { unitOf } from "./work-list.ts";

/** A handoff of one's own, with its address; or what may be known of somebody else's. */
export type HandoffInSituation =
	| {
			own: true;
			handle: string;
			stepId: string;
			step: Text;
			state: LifeState;
			/** It waits for one's own structure. */
			awaited: boolean;
			ended: boolean;
			urgency: Urgency;
			side: "sender" | "recipient";
			/** Its recipient has not found the line. */
			unmatched: boolean;
			/** It came along with a duplicate, and waits for no step here. */
			beside: boolean;
			other: Who | null;
			/** The role that was asked: says who is outside the application. */
			role: Text;
			dueAt: EpochMs | null;
			unit: DelayUnit;
	  }
	/** The lead follows the whole: it may look on, and suspend or resume what runs. */
	| {
			own: false;
			stage: "sent" | "underway" | "closed";
			followed: { handle: string; step: Text } | null;
	  };

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
	const onlyOwn = isOnlyBeside(situation, structureId);
	return Object.values(situation.handoffs).flatMap((handoff): HandoffInSituation[] => {
		const address = addresses.get(handoff.id);
		if (!address || !isShown(handoff, structureId)) return [];
		const party = handoff.from === structureId || handoff.to === structureId;
		if (!party && onlyOwn) return [];
		return [
			party ? ownHandoff(handoff, address, telling) : foreignHandoff(handoff, address, telling),
		];
	});
}

function isShown(handoff: Handoff, structureId: string): boolean {
	if (stateOf(handoff) === "discarded") return false;
	return handoff.from === structureId || handoff.sentAt !== undefined;
}

function foreignHandoff(
	handoff: Handoff,
	{ sender }: Address,
	{ situation, structureId }: Telling,
): HandoffInSituation {
	const running = isHeldByRecipient(handoff) ? "underway" : "sent";
	const stage = hasEnded(stateOf(handoff)) ? "closed" : running;
	const leads = situation.lead === structureId;
	const followed = leads ? { handle: sender, step: titleOf(situation, handoff.step) } : null;
	return { own: false, stage, followed };
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
	const side = sends ? "sender" : "recipient";
	const other = sends ? handoff.to : handoff.from;
	return {
		own: true,
		handle: sends ? sender : recipient,
		stepId: handoff.step,
		step: titleOf(situation, handoff.step),
		state,
		awaited: awaitedSide(handoff) === side,
		ended: hasEnded(state),
		urgency,
		side,
		unmatched: isUnmatched(handoff),
		beside: handoff.beside === true,
		other: other === undefined ? null : people.who(other, sends ? role : undefined),
		role: people.role(role),
		dueAt,
		unit: unitOf({ urgency, state }),
	};
}
