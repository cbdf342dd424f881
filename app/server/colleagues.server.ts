import { recordAudit } from "#db/audit.ts";
import type { Tx } from "#db/client.ts";
import {
	type Colleague,
	type ColleagueRefusal,
	changeRights,
	colleagueOf,
	restoreColleague,
	suspendColleague,
} from "#db/colleagues.ts";
import { reviewMembers } from "#db/member-reviews.ts";
import { momentOf } from "./casework.server.ts";
import { endSessionsOf } from "./live-sessions.server.ts";
import type { Member } from "./member.server.ts";
import type { Services } from "./services.server.ts";

/** What a manager wishes to change about a colleague. */
export type Change =
	| { act: "rights"; rights: { reception: boolean; manager: boolean } }
	| { act: "close" }
	| { act: "open" };

/**
 * Changes what a colleague may do, closes their access or opens it again. Who may is decided before.
 * A change holds at their next request; where their access is closed, their sessions end with it.
 *
 * @returns what stands in the way; undefined when it is done
 */
export function changeColleague(
	services: Services,
	by: Member,
	colleague: Pick<Colleague, "memberId" | "userId">,
	{ structureId, change }: { structureId: string; change: Change },
): ColleagueRefusal | undefined {
	const moment = momentOf(services);
	const key = { structureId, memberId: colleague.memberId };
	return services.db.transaction(
		(tx) => {
			const refusal = apply(tx, key, change, { by: by.memberId, now: moment.now });
			if (refusal) return refusal;
			if (change.act === "close") endSessionsOf(services, colleague.userId, "account-changed");
			const { memberId: actor, visit } = by;
			const told = { actor, structureId, visit, subject: colleague.memberId };
			recordAudit(tx, moment, { ...told, act: toldAs[change.act] });
		},
		{ behavior: "immediate" },
	);
}

const toldAs = {
	rights: "MEMBER_CHANGED",
	close: "MEMBER_SUSPENDED",
	open: "MEMBER_RESTORED",
} as const;

function apply(
	tx: Tx,
	key: { structureId: string; memberId: string },
	change: Change,
	{ by, now }: { by: string; now: number },
): ColleagueRefusal | undefined {
	switch (change.act) {
		case "rights":
			return changeRights(tx, key, change.rights);
		case "close":
			return suspendColleague(tx, key, { by, now });
		case "open":
			restoreColleague(tx, key, now);
	}
}

/** A colleague of the structure for which a manager acts; those who have a duty are not theirs to change. */
export function ownColleague(
	{ db, clock }: Services,
	{ structureId }: Member,
	memberId: string,
): Colleague | undefined {
	const colleague = colleagueOf(db, { structureId, memberId }, clock.now());
	return colleague?.duty === "professional" ? colleague : undefined;
}

/** Keeps that a manager has read the list of their colleagues, and that it is right. */
export function noteReview(services: Services, { memberId, structureId, visit }: Member): void {
	const moment = momentOf(services);
	services.db.transaction(
		(tx) => {
			reviewMembers(tx, { structureId, memberId, now: moment.now });
			const act = "MEMBERS_REVIEWED" as const;
			recordAudit(tx, moment, { actor: memberId, structureId, visit, act });
		},
		{ behavior: "immediate" },
	);
}
