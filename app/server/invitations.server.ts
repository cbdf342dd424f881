import { paths } from "#app/paths.ts";
import { recordAudit } from "#db/audit.ts";
import { earlierSending, rememberSending } from "#db/idempotency.ts";
import {
	endInvitation,
	type Inviter,
	invitationMs,
	invite,
	isLabelTaken,
	type PendingInvitation,
	type Place,
	pendingInvitations,
} from "#db/invitations.ts";
import { momentOf } from "./casework.server.ts";
import type { Member } from "./member.server.ts";
import { type Act, may } from "./policy.server.ts";
import type { Services } from "./services.server.ts";

/** What came of inviting: the link, this once, or why there is none. */
export type Invited =
	| { ok: true; link: string; expiresAt: number }
	| { ok: false; code: "label-taken" | "shown-already" };

/** Somebody to invite, as the page that asks knows them. */
export type Wish = Place & { inviter: Exclude<Inviter, "operator"> };

/**
 * Writes an invitation and gives its link, which is kept nowhere. A form that is sent again makes
 * no second one, and cannot show the link again.
 *
 * @param key the form's idempotency key
 */
export function inviteTo(
	services: Services,
	{ memberId, structureId, visit }: Member,
	wish: Wish,
	key: string,
): Invited {
	const moment = momentOf(services);
	const sending = { memberId, key, body: JSON.stringify(wish) };
	return services.db.transaction(
		(tx): Invited => {
			if (earlierSending(tx, sending)) return { ok: false, code: "shown-already" };
			if (isLabelTaken(tx, wish, moment.now)) return { ok: false, code: "label-taken" };

			const { id, secret } = invite(tx, { ...wish, invitedBy: memberId }, moment);
			const told = { actor: memberId, structureId, visit, act: "INVITED" as const, subject: id };
			recordAudit(tx, moment, told);
			rememberSending(tx, sending, id, moment.now);
			return { ok: true, link: linkOf(services, secret), expiresAt: moment.now + invitationMs };
		},
		{ behavior: "immediate" },
	);
}

/** The address that an invitation is handed over as. */
export function linkOf({ environment }: Pick<Services, "environment">, secret: string): string {
	return `${environment.origins[0]}${paths.join(secret)}`;
}

/** Who looks after invitations that wait: a structure's manager, a territory's keeper, the administrator. */
const lookers = {
	"invite-colleague": {
		within: ({ structureId }: Member) => ({ structureId }),
		// Whoever invited to their structure: it is theirs.
		sees: ({ duty }: PendingInvitation) => duty === "professional",
	},
	"keep-directory": {
		within: ({ territoryId }: Member) => ({ territoryId }),
		sees: ({ inviter }: PendingInvitation) => inviter === "keeper",
	},
	"administer-instance": {
		within: () => ({}),
		sees: ({ inviter, demonstration }: PendingInvitation, member: Member) =>
			(inviter === "administrator" || inviter === "operator") &&
			// Anybody may be the administrator of a demonstration: of nothing else.
			demonstration === member.demonstration,
	},
} as const satisfies Partial<Record<Act, unknown>>;

/** What lets somebody look after invitations. */
export type LookingAfter = keyof typeof lookers;

/** The invitations that somebody looks after, as what they are. */
export function lookedAfter(
	{ db, clock }: Services,
	member: Member,
	as: LookingAfter,
): PendingInvitation[] {
	const { within, sees } = lookers[as];
	return pendingInvitations(db, clock.now(), within(member)).filter((invitation) =>
		sees(invitation, member),
	);
}

/** What lets somebody look after an invitation; undefined when it is over, or others do. */
export function looksAfter(
	services: Services,
	member: Member,
	invitationId: string,
): LookingAfter | undefined {
	return (Object.keys(lookers) as LookingAfter[]).find(
		(act) =>
			may(member, act) && lookedAfter(services, member, act).some(({ id }) => id === invitationId),
	);
}

/** Withdraws an invitation; one that has just ended stays as it is. */
export function withdraw(services: Services, member: Member, invitationId: string): void {
	const moment = momentOf(services);
	const { memberId: actor, structureId, visit } = member;
	services.db.transaction(
		(tx) => {
			if (!endInvitation(tx, invitationId, "withdrawn", moment.now)) return;
			const act = "INVITATION_WITHDRAWN" as const;
			recordAudit(tx, moment, { actor, structureId, visit, act, subject: invitationId });
		},
		{ behavior: "immediate" },
	);
}
