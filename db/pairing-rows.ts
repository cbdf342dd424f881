import { createHmac } from "node:crypto";
import { and, desc, eq, gt, or } from "drizzle-orm";
import type { Acting } from "#protocols/casework/story.ts";
import { recordAudit } from "./audit.ts";
import { canonicalBytes } from "./chain.ts";
import type { Db, Tx } from "./client.ts";
import type { Moment } from "./journal.ts";
import { keysOf } from "./keys/keys-of.ts";
import { readSecret } from "./keys/secrets.ts";
import type { Halves } from "./merger.ts";
import { pairings } from "./schema/pairings.ts";
import { members } from "./schema/structures.ts";

/** How long a number can be typed, and then how long both have to confirm. */
export const pairingMs = 10 * 60_000;

/** Somebody at the page of a situation of their own. */
export type AtSituation = { territoryId: string; situationPk: number; memberId: string };

export type PairingRow = typeof pairings.$inferSelect;

/** The rows that somebody began or joined at a situation. */
export function ofMember({ situationPk, memberId }: AtSituation) {
	return or(
		and(eq(pairings.firstPk, situationPk), eq(pairings.firstMemberId, memberId)),
		and(eq(pairings.secondPk, situationPk), eq(pairings.secondMemberId, memberId)),
	);
}

/** The latest of them that has not expired. */
export function pairingRow(db: Db | Tx, at: AtSituation, now: number): PairingRow | undefined {
	return db
		.select()
		.from(pairings)
		.where(and(ofMember(at), eq(pairings.territoryId, at.territoryId), gt(pairings.expiresAt, now)))
		.orderBy(desc(pairings.expiresAt))
		.limit(1)
		.get();
}

/** What is kept of a number. Keyed: whoever has the store but not its keys could else try the million of them. */
export function numberHash(db: Db | Tx, territoryId: string, number: string): string {
	return createHmac("sha256", readSecret(keysOf(db), "sendings"))
		.update(canonicalBytes(["pairing", "number", territoryId, number]))
		.digest("hex");
}

/** Both sides with what each may do now; undefined when one is not there, or has left meanwhile. */
export function halvesOf(db: Db | Tx, row: PairingRow): Halves | undefined {
	const { territoryId, firstPk, firstMemberId, secondPk, secondMemberId } = row;
	const [first, second] = [actingAs(db, firstMemberId), actingAs(db, secondMemberId ?? "")];
	if (secondPk === null || !first || !second) return undefined;
	return {
		territoryId,
		one: { situationPk: firstPk, acting: first },
		other: { situationPk: secondPk, acting: second },
	};
}

function actingAs(db: Db | Tx, memberId: string): Acting | undefined {
	const row = db
		.select({
			structure: members.structureId,
			reception: members.reception,
			duty: members.duty,
		})
		.from(members)
		.where(and(eq(members.id, memberId), eq(members.active, true)))
		.get();
	if (!row) return undefined;
	const { structure, reception, duty } = row;
	return { structure, actor: memberId, reception, coordinator: duty === "coordinator" };
}

/** Keeps in the trail that somebody thinks of a duplicate: of their own situation, never of which other. */
export function keepInTrail(
	tx: Tx,
	{ memberId, situationPk }: AtSituation,
	act: "DUPLICATE_OFFERED" | "DUPLICATE_CONFIRMED",
	moment: Moment,
): void {
	const structureId = actingAs(tx, memberId)?.structure;
	const entry = { actor: memberId, act, situationPk };
	recordAudit(tx, moment, structureId === undefined ? entry : { ...entry, structureId });
}
