import { and, eq, isNotNull, ne } from "drizzle-orm";
import type { Handoff } from "#protocols/casework/handoff/handoff.ts";
import type { LifeState } from "#protocols/casework/handoff/life.ts";
import type { OwnHandoff } from "./access.ts";
import type { Db } from "./client.ts";
import type { KnownStructure } from "./known-structures.ts";
import { handoffs } from "./schema/handoffs.ts";

/** Another handoff of the same step, by its sender's own address; `to` is null where it is masked. */
export type Beside = { handle: string; state: LifeState; to: string | null };

/** The sender's other handoffs for the same step: asked at once, or one after the other. */
export function besideOf(
	db: Db,
	{ situationPk, side }: OwnHandoff,
	{ id, step, from }: Handoff,
	known: Map<string, KnownStructure>,
): Beside[] {
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
