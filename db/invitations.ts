import { createHash } from "node:crypto";
import { and, asc, eq, gt, isNotNull, isNull, lt, or } from "drizzle-orm";
import type { Db, Tx } from "./client.ts";
import type { Random } from "./pseudonyms/code.ts";
import { drawHandle } from "./pseudonyms/handle.ts";
import { invitations, type inviters } from "./schema/invitations.ts";
import { type duties, members, structures } from "./schema/structures.ts";
import { territories } from "./schema/territories.ts";

/** How long the link of an invitation opens. */
export const invitationMs = 48 * 3_600_000;

/** What somebody is invited to be. */
export type Place = {
	structureId: string;
	label: string;
	reception: boolean;
	manager: boolean;
	duty: (typeof duties)[number];
};

/** An invitation to be written. */
export type NewInvitation = Place & {
	/** The only address that may take it. */
	email?: string;
	inviter: Inviter;
	/** The member who invites; null for the operator. */
	invitedBy: string | null;
};

/** In which quality somebody invites. */
export type Inviter = (typeof inviters)[number];

/** An invitation that waits, as those who may withdraw it see it. */
export type PendingInvitation = Place & {
	id: string;
	structureName: string;
	territoryId: string;
	demonstration: boolean;
	inviter: Inviter;
	invitedBy: string | null;
	createdAt: number;
	expiresAt: number;
};

/** An invitation as its link shows it, to whoever holds the link. */
export type OpenInvitation = PendingInvitation & {
	territoryName: string;
	email: string | null;
};

type Moment = { now: number; random: Random };

/**
 * Writes an invitation.
 *
 * @returns its id, and the secret of its link: 256 random bits that are kept nowhere
 */
export function invite(
	tx: Db | Tx,
	{ email, ...place }: NewInvitation,
	{ now, random }: Moment,
): { id: string; secret: string } {
	const id = drawHandle(random);
	const secret = Buffer.from(random.bytes(32)).toString("base64url");
	tx.insert(invitations)
		.values({
			id,
			secretHash: hashOf(secret),
			...place,
			email: email?.trim().toLowerCase() ?? null,
			createdAt: now,
			expiresAt: now + invitationMs,
		})
		.run();
	return { id, secret };
}

/** The invitation that a link opens; undefined when it was used, withdrawn, is over, or never was. */
export function invitationBehind(
	db: Db | Tx,
	secret: string,
	now: number,
): OpenInvitation | undefined {
	if (!/^[\w-]{43}$/.test(secret)) return undefined;
	return db
		.select({
			...pendingColumns,
			email: invitations.email,
			territoryName: territories.name,
		})
		.from(invitations)
		.innerJoin(structures, eq(structures.id, invitations.structureId))
		.innerJoin(territories, eq(territories.id, structures.territoryId))
		.where(and(eq(invitations.secretHash, hashOf(secret)), isPending(now)))
		.get();
}

const pendingColumns = {
	id: invitations.id,
	structureId: invitations.structureId,
	structureName: structures.name,
	territoryId: structures.territoryId,
	demonstration: territories.demonstration,
	label: invitations.label,
	reception: invitations.reception,
	manager: invitations.manager,
	duty: invitations.duty,
	inviter: invitations.inviter,
	invitedBy: invitations.invitedBy,
	createdAt: invitations.createdAt,
	expiresAt: invitations.expiresAt,
};

/** Which invitations: one, those of a structure, those of a territory; all of them for nothing. */
type Within = { id?: string; structureId?: string; territoryId?: string };

/** The invitations that wait, the latest last. */
export function pendingInvitations(db: Db | Tx, now: number, within: Within = {}) {
	const { id, structureId, territoryId } = within;
	const pending: PendingInvitation[] = db
		.select(pendingColumns)
		.from(invitations)
		.innerJoin(structures, eq(structures.id, invitations.structureId))
		.innerJoin(territories, eq(territories.id, structures.territoryId))
		.where(
			and(
				isPending(now),
				id === undefined ? undefined : eq(invitations.id, id),
				structureId === undefined ? undefined : eq(invitations.structureId, structureId),
				territoryId === undefined ? undefined : eq(structures.territoryId, territoryId),
			),
		)
		.orderBy(asc(invitations.createdAt), asc(invitations.id))
		.all();
	return pending;
}

/**
 * Ends an invitation that waits. Two who come with the same link: the second finds it ended.
 *
 * @returns false when it was over already
 */
export function endInvitation(
	tx: Db | Tx,
	id: string,
	end: "accepted" | "withdrawn",
	now: number,
): boolean {
	const ended = { end, endedAt: now, email: null };
	const { changes } = tx
		.update(invitations)
		.set(ended)
		.where(and(eq(invitations.id, id), isNull(invitations.end), gt(invitations.expiresAt, now)))
		.run();
	return changes === 1;
}

/** Withdraws what somebody invited to who may invite no more: they may hold the link themselves. */
export function withdrawAllOf(tx: Tx, memberId: string, now: number): void {
	tx.update(invitations)
		.set({ end: "withdrawn", endedAt: now, email: null })
		.where(and(eq(invitations.invitedBy, memberId), isNull(invitations.end)))
		.run();
}

/** Whether a colleague, or somebody who is invited, is called so already. */
export function isLabelTaken(
	db: Db | Tx,
	{ structureId, label }: Pick<Place, "structureId" | "label">,
	now: number,
): boolean {
	const called = (given: string) =>
		given.localeCompare(label, "fr", { sensitivity: "base", usage: "search" }) === 0;
	const labels = db
		.select({ label: members.label })
		.from(members)
		.where(and(eq(members.structureId, structureId), eq(members.active, true)))
		.all();
	const invited = pendingInvitations(db, now, { structureId });
	return [...labels, ...invited].some((one) => called(one.label));
}

const keptMs = 30 * 24 * 3_600_000;

/** Forgets invitations a month after they ended; the trail still tells that they were. */
export function forgetInvitations(db: Db, now: number): void {
	const old = now - keptMs;
	db.delete(invitations)
		.where(
			or(
				lt(invitations.expiresAt, old),
				and(isNotNull(invitations.endedAt), lt(invitations.endedAt, old)),
			),
		)
		.run();
}

function isPending(now: number) {
	return and(isNull(invitations.end), gt(invitations.expiresAt, now), eq(structures.active, true));
}

function hashOf(secret: string): string {
	return createHash("sha256").update(secret).digest("base64url");
}
