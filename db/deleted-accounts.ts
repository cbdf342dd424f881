import { eq } from "drizzle-orm";
import { recordAudit } from "./audit.ts";
import type { Tx } from "./client.ts";
import { closePlace } from "./colleagues.ts";
import type { Random } from "./pseudonyms/code.ts";
import { accounts, sessions, users } from "./schema/accounts.ts";
import { backupCodes, challenges, codeSecrets, passkeys } from "./schema/factors.ts";
import { dueFeeds, letters, letterWishes } from "./schema/messages.ts";
import { recoveries } from "./schema/recoveries.ts";
import { members } from "./schema/structures.ts";

/** What a deleted account is called wherever history names it. */
export const deletedLabel = "Compte supprimé";

/** Everything that belongs to an account but its places: it goes with it. */
const belongings = [
	sessions,
	accounts,
	passkeys,
	codeSecrets,
	backupCodes,
	challenges,
	recoveries,
	letters,
	letterWishes,
	dueFeeds,
] as const;

/**
 * Forgets everything personal of an account. The ids stay, so that history still says that one
 * person did this and the same person did that; who it was, nobody can tell any more.
 */
export function deleteAccount(
	tx: Tx,
	userId: string,
	moment: { now: number; random: Random },
): void {
	const places = tx
		.select({ id: members.id, structureId: members.structureId })
		.from(members)
		.where(eq(members.userId, userId))
		.all();
	for (const { id } of places) closePlace(tx, id, "deleted", moment.now);
	tx.update(members)
		.set({ label: deletedLabel, reception: false, manager: false })
		.where(eq(members.userId, userId))
		.run();
	for (const table of belongings) {
		tx.delete(table).where(eq(table.userId, userId)).run();
	}
	const at = new Date(moment.now);
	tx.update(users)
		.set({
			name: "",
			email: `${userId}@deleted.invalid`,
			emailVerified: false,
			image: null,
			seenDay: null,
			createdAt: at,
			updatedAt: at,
			deletedAt: moment.now,
		})
		.where(eq(users.id, userId))
		.run();
	for (const { id, structureId } of places) {
		const act = "ACCOUNT_DELETED" as const;
		recordAudit(tx, moment, { actor: "system", structureId, act, subject: id });
	}
}
