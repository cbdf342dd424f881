import { and, eq, inArray, isNotNull, or, type SQL, sql } from "drizzle-orm";
import { hasEnded, type LifeState, lifeStates } from "#protocols/casework/handoff/life.ts";
import { handoffs } from "./schema/handoffs.ts";

const live = lifeStates.filter((state) => state !== "draft" && !hasEnded(state));

/** The states of a handoff that goes on: its step waits for the other side, not for an answer. */
export const liveStates: readonly LifeState[] = live;

const { recipientId, state, delay, loopClosed } = handoffs;
const isLate = inArray(delay, ["overdue", "escalated"]);

type Side = "recipient" | "sender";

/** Whose turn it is; rows that await nobody any more are the many, and no list reads them. */
const turnOf = (...sides: Side[]) => inArray(handoffs.awaited, sides);

/** The lists of handoffs: on which side one stands, whose turn it is, and in which state. */
export const handoffLists = {
	acknowledge: [
		"recipient",
		and(turnOf("recipient", "sender"), inArray(state, ["sent", "unanswered"])),
	],
	study: [
		"recipient",
		and(turnOf("recipient"), inArray(state, ["received.toStudy", "cancellationRequested"])),
	],
	precisions: ["sender", and(turnOf("sender"), eq(state, "received.infoRequested"))],
	returns: [
		"sender",
		and(
			turnOf("sender", "recipient"),
			or(
				inArray(state, ["declined", "unanswered"]),
				isNotNull(handoffs.unmatched),
				and(inArray(state, ["sent", "received.toStudy", "cancellationRequested"]), isLate),
			),
		),
	],
	underway: [
		"recipient",
		and(
			turnOf("recipient"),
			inArray(state, ["accepted", "inProgress.contacted", "inProgress.missed", "suspended"]),
		),
	],
	external: ["sender", and(turnOf("sender"), sql`+${recipientId} is null`, inArray(state, live))],
	outcomes: [
		"sender",
		and(turnOf("sender"), inArray(state, ["completed", "failed"]), eq(loopClosed, false)),
	],
	drafts: ["sender", and(turnOf("sender"), eq(state, "draft"))],
} as const satisfies Record<string, readonly [Side, SQL | undefined]>;

/** The name of a list of handoffs. */
export type HandoffList = keyof typeof handoffLists;
