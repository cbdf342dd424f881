import { and, asc, count, eq, isNotNull } from "drizzle-orm";
import type { Db, Tx } from "./client.ts";
import { sessions } from "./schema/accounts.ts";
import { codeSecrets, passkeys } from "./schema/factors.ts";
import { type duties, members, structures, type suspensions } from "./schema/structures.ts";

/** Somebody's place, as whoever runs the server sees it: no name, no address. */
export type StandingRow = {
	memberId: string;
	structureId: string;
	territoryId: string;
	duty: (typeof duties)[number];
	reception: boolean;
	manager: boolean;
	/** Why they may not act any more; null while they may. */
	suspended: (typeof suspensions)[number] | null;
	/** Whether they can prove more than a password. */
	secondFactor: boolean;
	/** In how many browsers they are signed in. */
	sessions: number;
};

/** Everybody's place, by territory and structure; those whose account is deleted are left out. */
export function standings(db: Db): StandingRow[] {
	const rows = db
		.select({
			memberId: members.id,
			userId: members.userId,
			structureId: members.structureId,
			territoryId: structures.territoryId,
			duty: members.duty,
			reception: members.reception,
			manager: members.manager,
			suspended: members.suspended,
		})
		.from(members)
		.innerJoin(structures, eq(structures.id, members.structureId))
		.orderBy(asc(structures.territoryId), asc(members.structureId), asc(members.id))
		.all();
	const signedIn = sessionsByUser(db);
	const proving = usersWithFactor(db);
	return rows
		.filter(({ suspended }) => suspended !== "deleted")
		.map(({ userId, ...row }) => ({
			...row,
			secondFactor: proving.has(userId),
			sessions: signedIn.get(userId) ?? 0,
		}));
}

/** Whose place it is to look after the instance, and who may still act. */
export function administratorsOf(db: Db): string[] {
	const rows = db
		.select({ id: members.id })
		.from(members)
		.where(and(eq(members.duty, "administrator"), eq(members.active, true)))
		.all();
	return rows.map(({ id }) => id);
}

function sessionsByUser(db: Db): Map<string, number> {
	const rows = db
		.select({ userId: sessions.userId, n: count() })
		.from(sessions)
		.groupBy(sessions.userId)
		.all();
	return new Map(rows.map(({ userId, n }) => [userId, n]));
}

function usersWithFactor(db: Db): Set<string> {
	const keys = db.select({ userId: passkeys.userId }).from(passkeys).all();
	const codes = db
		.select({ userId: codeSecrets.userId })
		.from(codeSecrets)
		.where(isNotNull(codeSecrets.confirmedAt))
		.all();
	return new Set([...keys, ...codes].map(({ userId }) => userId));
}

/** Whose account a place belongs to. */
export function userOf(db: Db | Tx, memberId: string): string | undefined {
	return db.select({ userId: members.userId }).from(members).where(eq(members.id, memberId)).get()
		?.userId;
}
