import { and, eq, inArray, isNull, notExists, sql } from "drizzle-orm";
import { believedNow } from "#protocols/retention/due-act.ts";
import { recordAudit } from "./audit.ts";
import type { Db, Tx } from "./client.ts";
import { closePlace, dayOf } from "./colleagues.ts";
import { deleteAccount } from "./deleted-accounts.ts";
import { structuresWithout } from "./empty-chairs.ts";
import { livedDaysOf } from "./lived-days.ts";
import type { Random } from "./pseudonyms/code.ts";
import { sessions, users } from "./schema/accounts.ts";
import { outbox } from "./schema/journal.ts";
import { members, structures } from "./schema/structures.ts";
import { territories } from "./schema/territories.ts";

/** Days unseen after which somebody may not act any more, and after which nothing of them is kept. */
export const dormancy = { suspendedAfterDays: 90, deletedAfterDays: 365 };

/** What a sweep did. */
export type DormancySweep = { suspended: number; deleted: number };

type Moment = { now: number; random: Random };

/**
 * Suspends whoever was unseen for 90 days and forgets whoever was for a year, each once. The people
 * of a demonstration are nobody: they stay. A clock that leapt would close every door at once: it
 * is believed as retention believes it, by the days on which the server looked.
 *
 * The last reception or the last manager of a structure is suspended like anybody: for three months
 * nobody received there, and an open account is only a door left open. Their territory's
 * coordinator is told in the same transaction, and reads it in their day as long as it lasts.
 */
export function sweepDormantAccounts(db: Db, moment: Moment): DormancySweep {
	return db.transaction(
		(tx) => {
			const { now } = moment;
			const today = dayOf(believedNow({ now, livedDays: livedDaysOf(tx) }));
			return {
				suspended: suspendUnseen(tx, today, moment),
				deleted: deleteUnseen(tx, today, moment),
			};
		},
		{ behavior: "immediate" },
	);
}

function suspendUnseen(tx: Tx, today: number, moment: Moment): number {
	const unseen = unseenFor(tx, dormancy.suspendedAfterDays, today);
	const places = tx
		.select({ id: members.id, structureId: members.structureId })
		.from(members)
		.where(and(inArray(members.userId, unseen), eq(members.active, true)))
		.all();
	if (places.length === 0) return 0;

	const emptyBefore = new Set(structuresWithout(tx).map(chairOf));
	tx.delete(sessions).where(inArray(sessions.userId, unseen)).run();
	for (const { id, structureId } of places) {
		closePlace(tx, id, "dormant", moment.now);
		const act = "MEMBER_SUSPENDED" as const;
		recordAudit(tx, moment, { actor: "system", structureId, act, subject: id });
	}
	const emptied = structuresWithout(tx).filter((chair) => !emptyBefore.has(chairOf(chair)));
	tellCoordinators(tx, new Set(emptied.map(({ territoryId }) => territoryId)), moment.now);
	return places.length;
}

function chairOf({ structureId, right }: { structureId: string; right: string }): string {
	return `${structureId} ${right}`;
}

/** A message without content, like all messages: what it is about is read in one's day. */
function tellCoordinators(tx: Tx, territoryIds: Set<string>, at: number): void {
	const coordinating = tx
		.selectDistinct({ structureId: members.structureId })
		.from(members)
		.innerJoin(structures, eq(structures.id, members.structureId))
		.where(
			and(
				inArray(structures.territoryId, [...territoryIds]),
				eq(members.duty, "coordinator"),
				eq(members.active, true),
			),
		)
		.all();
	for (const { structureId } of coordinating) {
		tx.insert(outbox).values({ structureId, kind: "waiting", at }).run();
	}
}

function deleteUnseen(tx: Tx, today: number, moment: Moment): number {
	const forgotten = unseenFor(tx, dormancy.deletedAfterDays, today);
	for (const userId of forgotten) deleteAccount(tx, userId, moment);
	return forgotten.length;
}

/** Who was unseen for so many days, outside demonstrations. */
function unseenFor(tx: Tx, days: number, today: number): string[] {
	if (!Number.isFinite(today)) return [];
	const lastDay = today - days;
	const createdDay = sql`${users.createdAt} / 86400000`;
	const inDemonstration = tx
		.select({ id: members.id })
		.from(members)
		.innerJoin(structures, eq(structures.id, members.structureId))
		.innerJoin(territories, eq(territories.id, structures.territoryId))
		.where(and(eq(members.userId, users.id), eq(territories.demonstration, true)));
	return tx
		.select({ id: users.id })
		.from(users)
		.where(
			and(
				isNull(users.deletedAt),
				sql`coalesce(${users.seenDay}, ${createdDay}) <= ${lastDay}`,
				notExists(inDemonstration),
			),
		)
		.all()
		.map(({ id }) => id);
}
