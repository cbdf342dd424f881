import { and, asc, count, eq, lt, max } from "drizzle-orm";
import type { Db } from "./client.ts";
import { passkeys, type transports } from "./schema/factors.ts";

/** What is kept of a key that was just made. */
export type NewPasskey = Pick<
	typeof passkeys.$inferInsert,
	"id" | "userId" | "credentialId" | "publicKey" | "counter" | "attachment" | "transports"
> & { createdAt: number };

type Transport = (typeof transports)[number];

/** Nobody carries more. */
const mostPasskeys = 10;

/**
 * Keeps a key.
 *
 * @returns its number; undefined when its account has ten already, or it is somebody's
 */
export function insertPasskey(db: Db, key: NewPasskey): number | undefined {
	return db.transaction(
		(tx) => {
			const own = tx
				.select({ keys: count(), last: max(passkeys.number) })
				.from(passkeys)
				.where(eq(passkeys.userId, key.userId))
				.get();
			if ((own?.keys ?? 0) >= mostPasskeys) return undefined;
			const number = (own?.last ?? 0) + 1;
			const { changes } = tx
				.insert(passkeys)
				.values({ ...key, number })
				.onConflictDoNothing()
				.run();
			return changes === 1 ? number : undefined;
		},
		{ behavior: "immediate" },
	);
}

/** The key that a device calls so, whoever holds it. */
export function passkeyByCredential(db: Db, credentialId: string) {
	return db.select().from(passkeys).where(eq(passkeys.credentialId, credentialId)).get();
}

/**
 * Notes that a key was used.
 *
 * @param counter how often its authenticator says that it signed; zero for those that do not count
 * @returns false when the counter did not go forward: then the key was copied
 */
export function noteUse(db: Db, id: string, counter: number, at: number): boolean {
	const forward = counter === 0 ? eq(passkeys.counter, 0) : lt(passkeys.counter, counter);
	const { changes } = db
		.update(passkeys)
		.set({ counter, lastUsedAt: at })
		.where(and(eq(passkeys.id, id), forward))
		.run();
	return changes === 1;
}

/** The keys of an account, as its owner counts them. */
export function passkeysOf(db: Db, userId: string) {
	return db
		.select({
			id: passkeys.id,
			number: passkeys.number,
			attachment: passkeys.attachment,
			createdAt: passkeys.createdAt,
			lastUsedAt: passkeys.lastUsedAt,
		})
		.from(passkeys)
		.where(eq(passkeys.userId, userId))
		.orderBy(asc(passkeys.number))
		.all();
}

/** The keys of an account, as its browser is asked for them. */
export function credentialsOf(db: Db, userId: string) {
	return db
		.select({ id: passkeys.credentialId, transports: passkeys.transports })
		.from(passkeys)
		.where(eq(passkeys.userId, userId))
		.all()
		.map(({ id, transports }) => ({
			id,
			transports: transports.split(",").filter(Boolean) as Transport[],
		}));
}

/** Forgets one key of an account, or all of them; false when there was none. */
export function forgetPasskeys(db: Db, userId: string, id?: string): boolean {
	const own = eq(passkeys.userId, userId);
	const which = id === undefined ? own : and(own, eq(passkeys.id, id));
	return db.delete(passkeys).where(which).run().changes > 0;
}
