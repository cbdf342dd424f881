import { createHmac } from "node:crypto";
import { and, eq, getTableColumns, lt, sql } from "drizzle-orm";
import { canonicalBytes } from "./chain.ts";
import type { Db, Tx } from "./client.ts";
import { keysOf } from "./keys/keys-of.ts";
import { readSecret } from "./keys/secrets.ts";
import { given, preparedOnce } from "./prepared.ts";
import { idempotencyKeys } from "./schema/journal.ts";

/** A form that may be sent twice: who sent it, its key, and what it said. */
export type Sending = { memberId: string; key: string; body: string };

/** What is known of a sending: nothing, the first answer again, or the same key with another body. */
export type Earlier = { repeated: string } | { reused: true } | undefined;

/** Looks whether a form was already recorded. */
export function earlierSending(tx: Db | Tx, sending: Sending): Earlier {
	const { memberId, key } = sending;
	const row = statementsOf(tx).earlier.get({ memberId, key });
	if (!row) return undefined;
	return row.bodyHash === markOf(tx, sending) ? { repeated: row.outcome } : { reused: true };
}

/** Remembers that a form was recorded, with where its answer led. */
export function rememberSending(tx: Tx, sending: Sending, outcome: string, at: number): void {
	const { memberId, key } = sending;
	const bodyHash = markOf(tx, sending);
	statementsOf(tx).remember.run({ memberId, key, bodyHash, outcome, at });
}

const statementsOf = preparedOnce((db) => ({
	earlier: db
		.select()
		.from(idempotencyKeys)
		.where(
			and(
				eq(idempotencyKeys.memberId, sql.placeholder("memberId")),
				eq(idempotencyKeys.key, sql.placeholder("key")),
			),
		)
		.prepare(),
	remember: db
		.insert(idempotencyKeys)
		.values(given(getTableColumns(idempotencyKeys)))
		.prepare(),
}));

const keptMs = 7 * 24 * 3_600_000;

/** Forgets sendings that no browser will repeat any more. */
export function forgetSendings(db: Db, now: number): void {
	db.delete(idempotencyKeys)
		.where(lt(idempotencyKeys.at, now - keptMs))
		.run();
}

/**
 * What stands for a body. It is keyed, because a body holds closed answers: whoever has the store
 * but not its keys could otherwise try each possible answer until the hash fits.
 */
function markOf(tx: Db | Tx, { memberId, key, body }: Sending): string {
	const secret = readSecret(keysOf(tx), "sendings");
	return createHmac("sha256", secret)
		.update(canonicalBytes([memberId, key, body]))
		.digest("hex");
}
