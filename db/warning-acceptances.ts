import { asc, eq } from "drizzle-orm";
import type { DocumentPath } from "#protocols/language/places.ts";
import type { warningReasons } from "#protocols/language/vocabulary/agreement-codes.ts";
import { recordAudit } from "./audit.ts";
import type { Db, Tx } from "./client.ts";
import { type Acting, consultationOf } from "./consultations.ts";
import type { Moment } from "./journal.ts";
import { acceptedWarnings } from "./schema/consultations.ts";
import { members } from "./schema/structures.ts";

export type WarningReason = keyof typeof warningReasons;

/** A warning that does not hold a publication back, why, and who says so. */
export type AcceptedWarning = {
	code: string;
	/** As `placeOfWarning` writes it. */
	place: string;
	reason: WarningReason;
	label: string;
	at: number;
};

/** A warning of the checker, named by its code and where it stands. */
export type NamedWarning = { code: string; path: DocumentPath };

/** Where a warning stands in its version, which never changes: `phases/0/steps/2`. */
export function placeOfWarning({ path }: NamedWarning): string {
	return path.length === 0 ? "protocol" : path.join("/");
}

/**
 * Keeps that somebody accepts a warning for the version of a consultation, and why.
 *
 * @returns false when the consultation is not open
 */
export function acceptWarning(
	db: Db,
	moment: Moment,
	person: Acting,
	{
		territoryId,
		consultationId,
		warning,
		reason,
	}: { territoryId: string; consultationId: string; warning: NamedWarning; reason: WarningReason },
): boolean {
	return db.transaction(
		(tx) => {
			if (consultationOf(tx, territoryId, consultationId)?.state !== "open") return false;
			const { memberId, structureId, visit } = person;
			const row = { reason, memberId, at: moment.now };
			const place = placeOfWarning(warning);
			tx.insert(acceptedWarnings)
				.values({ consultationId, code: warning.code, place, ...row })
				.onConflictDoUpdate({
					target: [acceptedWarnings.consultationId, acceptedWarnings.code, acceptedWarnings.place],
					set: row,
				})
				.run();
			recordAudit(tx, moment, {
				...{ actor: memberId, structureId, ...(visit && { visit }) },
				...{ act: "WARNING_ACCEPTED", subject: consultationId },
			});
			return true;
		},
		{ behavior: "immediate" },
	);
}

/** The warnings that were accepted for the version of a consultation. */
export function acceptedWarningsOf(db: Db | Tx, consultationId: string): AcceptedWarning[] {
	return db
		.select({
			code: acceptedWarnings.code,
			place: acceptedWarnings.place,
			reason: acceptedWarnings.reason,
			label: members.label,
			at: acceptedWarnings.at,
		})
		.from(acceptedWarnings)
		.innerJoin(members, eq(members.id, acceptedWarnings.memberId))
		.where(eq(acceptedWarnings.consultationId, consultationId))
		.orderBy(asc(acceptedWarnings.at))
		.all();
}
