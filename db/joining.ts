import { and, eq } from "drizzle-orm";
import { insertAccount, type NewAccount } from "./accounts.ts";
import { recordAudit } from "./audit.ts";
import type { Db, Tx } from "./client.ts";
import { dayOf } from "./colleagues.ts";
import { endInvitation, type OpenInvitation } from "./invitations.ts";
import { isReviewDue, reviewMembers } from "./member-reviews.ts";
import { linkProvider, providerOwner } from "./provider-links.ts";
import type { Random } from "./pseudonyms/code.ts";
import { drawHandle } from "./pseudonyms/handle.ts";
import { users } from "./schema/accounts.ts";
import { members } from "./schema/structures.ts";

/** Who comes for the first time: with a password, or with a provider that vouches for them. */
export type Newcomer = Pick<NewAccount, "email" | "name"> & {
	passwordHash?: string;
	/** The name of their account at the provider, from `providerKey`. */
	provider?: string;
};

/** Why an invitation could not be taken. */
export type JoiningRefusal = "over" | "other-address" | "address-taken" | "provider-taken" | "here";

/** What came of it: the new place, or why not. Nothing is changed by a refusal. */
export type Joined =
	| { ok: true; userId: string; memberId: string }
	| { ok: false; code: JoiningRefusal };

type Moment = { now: number; random: Random };

/** Makes an account for a newcomer, with the place that they are invited to. */
export function joinAsNewcomer(
	db: Db,
	invitation: OpenInvitation,
	newcomer: Newcomer,
	moment: Moment,
): Joined {
	return db.transaction(
		(tx): Joined => {
			const refusal = refusalOf(tx, invitation, newcomer);
			if (refusal) return { ok: false, code: refusal };
			if (!endInvitation(tx, invitation.id, "accepted", moment.now)) return over;

			const userId = drawHandle(moment.random);
			const { email, name, passwordHash, provider } = newcomer;
			insertAccount(tx, { id: userId, email, name, at: moment.now }, passwordHash);
			if (provider !== undefined) linkProvider(tx, { userId, provider }, moment.now);
			return { ok: true, userId, memberId: takePlace(tx, invitation, userId, moment) };
		},
		{ behavior: "immediate" },
	);
}

/** Gives a place to somebody who has an account and is signed in with it. */
export function joinAsMember(
	db: Db,
	invitation: OpenInvitation,
	userId: string,
	moment: Moment,
): Joined {
	return db.transaction(
		(tx): Joined => {
			const email = emailOf(tx, userId);
			if (invitation.email !== null && invitation.email !== email) {
				return { ok: false, code: "other-address" };
			}
			if (placeIn(tx, invitation.structureId, userId)?.active) return { ok: false, code: "here" };
			if (!endInvitation(tx, invitation.id, "accepted", moment.now)) return over;
			return { ok: true, userId, memberId: takePlace(tx, invitation, userId, moment) };
		},
		{ behavior: "immediate" },
	);
}

const over = { ok: false, code: "over" } as const;

function refusalOf(
	tx: Tx,
	invitation: OpenInvitation,
	{ email, provider }: Newcomer,
): JoiningRefusal | undefined {
	const address = email.trim().toLowerCase();
	if (invitation.email !== null && invitation.email !== address) return "other-address";
	if (provider !== undefined && providerOwner(tx, provider) !== undefined) return "provider-taken";
	const owner = tx.select({ id: users.id }).from(users).where(eq(users.email, address)).get();
	return owner === undefined ? undefined : "address-taken";
}

function emailOf(tx: Tx, userId: string): string | undefined {
	const row = tx.select({ email: users.email }).from(users).where(eq(users.id, userId)).get();
	return row?.email;
}

function placeIn(tx: Tx, structureId: string, userId: string) {
	return tx
		.select({ id: members.id, active: members.active })
		.from(members)
		.where(and(eq(members.structureId, structureId), eq(members.userId, userId)))
		.get();
}

/** Opens the place, or opens it again for somebody who had left; the first one counts as a review. */
function takePlace(tx: Tx, invitation: OpenInvitation, userId: string, moment: Moment): string {
	const { structureId, label, reception, manager, duty } = invitation;
	const place = { label, reception, manager, duty, active: true, suspended: null };
	const before = placeIn(tx, structureId, userId);
	const memberId = before?.id ?? drawHandle(moment.random);
	tx.insert(members)
		.values({ id: memberId, userId, structureId, ...place })
		.onConflictDoUpdate({ target: members.id, set: place })
		.run();
	tx.update(users)
		.set({ seenDay: dayOf(moment.now) })
		.where(eq(users.id, userId))
		.run();

	const act = "INVITATION_ACCEPTED" as const;
	recordAudit(tx, moment, { actor: memberId, structureId, act, subject: invitation.id });
	if (manager && isReviewDue(tx, structureId, moment.now)) {
		reviewMembers(tx, { structureId, memberId, now: moment.now });
	}
	return memberId;
}
