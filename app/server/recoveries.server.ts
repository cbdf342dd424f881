import { hashPassword } from "better-auth/crypto";
import { recordAudit } from "#db/audit.ts";
import type { Tx } from "#db/client.ts";
import { forgetFactors, setPassword } from "#db/credentials.ts";
import {
	agreeToRecovery,
	askRecovery,
	type OpenRecovery,
	openRecoveryOf,
	type RecoveryWish,
	recoveryBehind,
	recoveryMs,
	spendRecovery,
	withdrawRecoveries,
} from "#db/recoveries.ts";
import { type Helpable, helpablePeople } from "#db/recovery-people.ts";
import { momentOf } from "./casework.server.ts";
import { factorsOf, hasSecondFactor } from "./factors.server.ts";
import { type Guessed, guess, networkBehind } from "./guesses.server.ts";
import { endSessionsOf } from "./live-sessions.server.ts";
import type { Member } from "./member.server.ts";
import type { Services } from "./services.server.ts";

/** Why nobody is helped: the page is out of date, one person is not enough, or it is the same one. */
export type RecoveryRefusal = "over" | "needs-two" | "same-person";

/** What came of helping: a link to hand over, a wish that waits for a second person, or why not. */
export type Helped =
	| { ok: true; secret: string; expiresAt: number }
	| { ok: true; waits: true }
	| { ok: false; code: RecoveryRefusal };

/** The people whom a member may help back in, by structure; never themselves. */
export function peopleToHelp({ db }: Services, helper: Member): Helpable[] {
	return helpablePeople(db, helper);
}

/** One of them. */
export function personToHelp(
	services: Services,
	helper: Member,
	memberId: string,
): Helpable | undefined {
	return peopleToHelp(services, helper).find((person) => person.memberId === memberId);
}

/** What waits for somebody, and whether this member is the second person that it needs. */
export function waitingFor(
	{ db, clock }: Services,
	helper: Member,
	person: Helpable,
): (OpenRecovery & { mayAgree: boolean }) | undefined {
	const open = openRecoveryOf(db, person.userId, clock.now());
	return open && { ...open, mayAgree: !open.given && canBeSecond(helper, open) };
}

/** Asks for a way back into an account; where one person is enough, the link is given at once. */
export function help(
	services: Services,
	helper: Member,
	person: Helpable,
	wish: RecoveryWish,
): Helped {
	const moment = momentOf(services);
	// A password alone would let its bearer choose the second factor: that takes two people.
	if (wish.kind === "password" && !hasSecondFactor(factorsOf(services, person.userId))) {
		return { ok: false, code: "needs-two" };
	}
	return services.db.transaction(
		(tx): Helped => {
			const asked = { ...wish, userId: person.userId, askedBy: helper.memberId };
			const secret = askRecovery(tx, asked, moment);
			note(services, tx, helper, { act: "RECOVERY_ASKED", subject: person.memberId });
			if (secret === undefined) return { ok: true, waits: true };
			return { ok: true, secret, expiresAt: moment.now + recoveryMs };
		},
		{ behavior: "immediate" },
	);
}

/**
 * Agrees, as the second person, that somebody begins anew: everything that opened their account is
 * forgotten, their sessions end, and the link is the only way in.
 */
export function agree(services: Services, helper: Member, person: Helpable): Helped {
	const moment = momentOf(services);
	return services.db.transaction(
		(tx): Helped => {
			const open = openRecoveryOf(tx, person.userId, moment.now);
			if (!open || open.given) return { ok: false, code: "over" };
			if (!canBeSecond(helper, open)) return { ok: false, code: "same-person" };
			const secret = agreeToRecovery(tx, { id: open.id, agreedBy: helper.memberId }, moment);
			if (secret === undefined) return { ok: false, code: "over" };
			forgetFactors(tx, person.userId);
			endSessionsOf(services, person.userId, "factors-changed");
			note(services, tx, helper, { act: "RECOVERY_AGREED", subject: person.memberId });
			return { ok: true, secret, expiresAt: moment.now + recoveryMs };
		},
		{ behavior: "immediate" },
	);
}

/** Takes back what waits for somebody: the wish, or the link. */
export function withdraw(services: Services, helper: Member, person: Helpable): void {
	services.db.transaction(
		(tx) => {
			if (!withdrawRecoveries(tx, person.userId, services.clock.now())) return;
			note(services, tx, helper, { act: "RECOVERY_WITHDRAWN", subject: person.memberId });
		},
		{ behavior: "immediate" },
	);
}

/** Opens the link of a recovery. Looking does not use it up; a link that opens nothing is a guess. */
export function openRecovery(
	services: Services,
	request: Request,
	secret: string,
): Promise<Guessed<OpenRecovery>> {
	return guess(services, "link", { network: networkBehind(request) }, async () => {
		const open = recoveryBehind(services.db, secret, services.clock.now());
		const alone = open?.kind === "password" && !hasSecondFactor(factorsOf(services, open.userId));
		return alone ? undefined : open;
	});
}

/**
 * Sets the new password of an account that was found again. Its sessions end. The second factor
 * stays what it was; where two people agreed that it is gone, a new one is asked for next.
 *
 * @returns false when the link was used meanwhile
 */
export async function recover(
	services: Services,
	{ id, userId, kind }: OpenRecovery,
	password: string,
): Promise<boolean> {
	const moment = momentOf(services);
	const hash = await hashPassword(password);
	return services.db.transaction(
		(tx) => {
			if (!spendRecovery(tx, id, moment.now)) return false;
			setPassword(tx, userId, hash, moment.now);
			endSessionsOf(services, userId, "factors-changed");
			const act = kind === "password" ? "PASSWORD_CHANGED" : "RECOVERY_USED";
			recordAudit(tx, moment, { actor: userId, act });
			return true;
		},
		{ behavior: "immediate" },
	);
}

/** Two different people, and one of them above the structure. */
function canBeSecond(helper: Member, open: OpenRecovery): boolean {
	return (
		helper.userId !== open.askedByUserId && (isAbove(helper.duty) || isAbove(open.askedByDuty))
	);
}

function isAbove(duty: Member["duty"]): boolean {
	return duty === "coordinator" || duty === "administrator";
}

type Told = { act: "RECOVERY_ASKED" | "RECOVERY_AGREED" | "RECOVERY_WITHDRAWN"; subject: string };

function note(
	services: Services,
	tx: Tx,
	{ memberId: actor, structureId, visit }: Member,
	told: Told,
): void {
	recordAudit(tx, momentOf(services), { actor, structureId, visit, ...told });
}
