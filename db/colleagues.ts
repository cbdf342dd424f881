import { and, asc, count, eq, inArray, ne } from "drizzle-orm";
import type { Db, Tx } from "./client.ts";
import { liveStates } from "./handoff-lists.ts";
import { withdrawAllOf } from "./invitations.ts";
import { users } from "./schema/accounts.ts";
import { handoffs } from "./schema/handoffs.ts";
import { type duties, members, type suspensions } from "./schema/structures.ts";

export const dayMs = 86_400_000;

/** A day, counted from 1970. */
export const dayOf = (now: number) => Math.floor(now / dayMs);

/** How lately somebody was here; a manager is told no more than that. */
export type Seen = "this-month" | "longer-ago";

/** Somebody of a structure, as its manager sees them. */
export type Colleague = {
	memberId: string;
	userId: string;
	label: string;
	reception: boolean;
	manager: boolean;
	duty: (typeof duties)[number];
	seen: Seen;
	/** Why they may not act any more; null while they may. */
	suspended: (typeof suspensions)[number] | null;
	/** Running handoffs that name them as referent. */
	refersTo: number;
};

/** What stands in the way of a change: a handoff must find somebody, and so must a newcomer. */
export type ColleagueRefusal = "last-reception" | "last-manager" | "yourself";

/** Somebody's place in a structure. */
export type ColleagueKey = { structureId: string; memberId: string };

/** Everybody of a structure, by what they are called; those whose account is deleted are left out. */
export function colleaguesOf(db: Db | Tx, structureId: string, now: number): Colleague[] {
	const refers = runningReferences(db, structureId);
	return db
		.select({ ...columns, seenDay: users.seenDay, createdAt: users.createdAt })
		.from(members)
		.innerJoin(users, eq(users.id, members.userId))
		.where(eq(members.structureId, structureId))
		.orderBy(asc(members.id))
		.all()
		.filter(({ suspended }) => suspended !== "deleted")
		.sort((one, other) => one.label.localeCompare(other.label, "fr"))
		.map(({ seenDay, createdAt, ...colleague }) => ({
			...colleague,
			seen: seenSince(seenDay ?? dayOf(createdAt.getTime()), now),
			refersTo: refers.get(colleague.memberId) ?? 0,
		}));
}

const columns = {
	memberId: members.id,
	userId: members.userId,
	label: members.label,
	reception: members.reception,
	manager: members.manager,
	duty: members.duty,
	suspended: members.suspended,
};

/** One of them; undefined when there is nobody of this name in this structure. */
export function colleagueOf(
	db: Db | Tx,
	{ structureId, memberId }: ColleagueKey,
	now: number,
): Colleague | undefined {
	return colleaguesOf(db, structureId, now).find((one) => one.memberId === memberId);
}

/**
 * Gives or takes rights.
 *
 * @returns what stands in the way; undefined when it is done
 */
export function changeRights(
	tx: Tx,
	key: ColleagueKey,
	rights: { reception: boolean; manager: boolean },
): ColleagueRefusal | undefined {
	const refusal = refusalOf(tx, key, rights);
	if (refusal) return refusal;
	tx.update(members).set(rights).where(placeOf(key)).run();
}

/**
 * Closes somebody's place in a structure, and withdraws the invitations they wrote: they may hold
 * the links themselves. Ending their sessions is up to the process, in the same transaction.
 *
 * @param by who does it: nobody closes their own place, so that it is never a slip of the finger
 * @returns what stands in the way; undefined when it is done
 */
export function suspendColleague(
	tx: Tx,
	key: ColleagueKey,
	{ by, now }: { by: string; now: number },
): ColleagueRefusal | undefined {
	if (by === key.memberId) return "yourself";
	const refusal = refusalOf(tx, key, { reception: false, manager: false });
	if (refusal) return refusal;
	closePlace(tx, key.memberId, "disabled", now);
}

/** Closes a place for a cause. */
export function closePlace(
	tx: Tx,
	memberId: string,
	suspended: (typeof suspensions)[number],
	now: number,
): void {
	tx.update(members).set({ active: false, suspended }).where(eq(members.id, memberId)).run();
	withdrawAllOf(tx, memberId, now);
}

/** Opens somebody's place again, and counts them as seen today: they would be dormant at once. */
export function restoreColleague(tx: Tx, key: ColleagueKey, now: number): void {
	const row = tx.select({ userId: members.userId }).from(members).where(placeOf(key)).get();
	if (!row) return;
	tx.update(members).set({ active: true, suspended: null }).where(placeOf(key)).run();
	tx.update(users)
		.set({ seenDay: dayOf(now) })
		.where(eq(users.id, row.userId))
		.run();
}

/** Whether a structure would be left without reception, or without anybody who answers for it. */
function refusalOf(
	tx: Tx,
	key: ColleagueKey,
	rights: { reception: boolean; manager: boolean },
): ColleagueRefusal | undefined {
	const own = tx
		.select({ reception: members.reception, manager: members.manager, active: members.active })
		.from(members)
		.where(placeOf(key))
		.get();
	if (!own?.active) return undefined;
	if (own.reception && !rights.reception && !hasOther(tx, key, "reception")) {
		return "last-reception";
	}
	if (own.manager && !rights.manager && !hasOther(tx, key, "manager")) return "last-manager";
}

function hasOther(tx: Tx, { structureId, memberId }: ColleagueKey, right: "reception" | "manager") {
	const others = and(
		eq(members.structureId, structureId),
		ne(members.id, memberId),
		eq(members.active, true),
		eq(members[right], true),
	);
	return tx.select({ id: members.id }).from(members).where(others).get() !== undefined;
}

function placeOf({ structureId, memberId }: ColleagueKey) {
	return and(eq(members.structureId, structureId), eq(members.id, memberId));
}

const aMonth = 31;

function seenSince(day: number, now: number): Seen {
	return dayOf(now) - day < aMonth ? "this-month" : "longer-ago";
}

/** How many handoffs that run name each member as referent. */
function runningReferences(db: Db | Tx, structureId: string): Map<string, number> {
	const rows = db
		.select({ referentId: handoffs.referentId, handoffs: count() })
		.from(handoffs)
		.where(and(eq(handoffs.recipientId, structureId), inArray(handoffs.state, [...liveStates])))
		.groupBy(handoffs.referentId)
		.all();
	return new Map(rows.map((row) => [row.referentId ?? "", row.handoffs]));
}
