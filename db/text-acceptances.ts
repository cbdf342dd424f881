import { createHmac } from "node:crypto";
import { and, countDistinct, eq } from "drizzle-orm";
import { canonicalBytes } from "./chain.ts";
import type { Db, Tx } from "./client.ts";
import { keysOf } from "./keys/keys-of.ts";
import { readSecret } from "./keys/secrets.ts";
import { type publicTextKinds, textAcceptances } from "./schema/public-texts.ts";
import { members } from "./schema/structures.ts";

/** A text that may name somebody, in the territory where it would be shown. */
export type WarnedText = { territoryId: string; text: string };

/** How many people have to say that a text names nobody. One person in two structures is one. */
const peopleNeeded = 2;

/**
 * Keeps that somebody has read a text and found that it names nobody. Only a keyed digest of
 * the text is kept: another text, be it by a comma, has to be read again.
 */
export function acceptText(
	tx: Db | Tx,
	{ territoryId, text }: WarnedText,
	{ memberId, kind, at }: { memberId: string; kind: (typeof publicTextKinds)[number]; at: number },
): void {
	tx.insert(textAcceptances)
		.values({ territoryId, textHash: textMark(tx, { territoryId, text }), memberId, kind, at })
		.onConflictDoNothing()
		.run();
}

/** Whether two different people have accepted a text. */
export function isAccepted(db: Db | Tx, { territoryId, text }: WarnedText): boolean {
	const said = db
		.select({ people: countDistinct(members.userId) })
		.from(textAcceptances)
		.innerJoin(members, eq(members.id, textAcceptances.memberId))
		.where(
			and(
				eq(textAcceptances.territoryId, territoryId),
				eq(textAcceptances.textHash, textMark(db, { territoryId, text })),
			),
		)
		.get();
	return (said?.people ?? 0) >= peopleNeeded;
}

/** Whether one person is among those who have accepted a text. */
export function hasAccepted(
	db: Db | Tx,
	{ territoryId, text }: WarnedText,
	userId: string,
): boolean {
	const said = db
		.select({ memberId: textAcceptances.memberId })
		.from(textAcceptances)
		.innerJoin(members, eq(members.id, textAcceptances.memberId))
		.where(
			and(
				eq(textAcceptances.territoryId, territoryId),
				eq(textAcceptances.textHash, textMark(db, { territoryId, text })),
				eq(members.userId, userId),
			),
		)
		.get();
	return said !== undefined;
}

/** Keyed: the text may name somebody, and whoever has the store alone must not be able to try names. */
function textMark(db: Db | Tx, { territoryId, text }: WarnedText): string {
	return createHmac("sha256", readSecret(keysOf(db), "sendings"))
		.update(canonicalBytes(["text", territoryId, text]))
		.digest("hex");
}
