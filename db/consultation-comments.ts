import { and, asc, eq } from "drizzle-orm";
import { recordAudit } from "./audit.ts";
import type { Db } from "./client.ts";
import { type Acting, consultationOf } from "./consultations.ts";
import type { Moment } from "./journal.ts";
import { telephonesOf } from "./protocol-inspection.ts";
import { drawHandle } from "./pseudonyms/handle.ts";
import type { Finding } from "./public-texts/finding.ts";
import { inspectText } from "./public-texts/inspect-text.ts";
import { languageOfText } from "./public-texts/text-language.ts";
import { consultationComments } from "./schema/consultations.ts";
import { members } from "./schema/structures.ts";

/** A comment, with the structure and the function of who wrote it. */
export type Comment = {
	id: string;
	text: string;
	at: number;
	structureId: string;
	memberId: string;
	label: string;
};

/** What became of a comment. */
export type Commented =
	| { state: "shown" }
	/** The guard sees something that may point at somebody: it is written otherwise, or not at all. */
	| { state: "refused"; seen: Finding[] }
	| { state: "ended" };

/**
 * Adds a comment to a version that is consulted about. Partners read it at once, so nothing waits
 * for a second person: what may name somebody is refused. A comment on a protocol needs no name.
 */
export function addComment(
	db: Db,
	moment: Moment,
	person: Acting,
	{
		territoryId,
		consultationId,
		text,
	}: { territoryId: string; consultationId: string; text: string },
): Commented {
	return db.transaction(
		(tx) => {
			if (consultationOf(tx, territoryId, consultationId)?.state !== "open")
				return { state: "ended" };
			const telephones = telephonesOf(tx, territoryId);
			const { stops, warnings } = inspectText(text, { language: languageOfText(text), telephones });
			if (stops.length + warnings.length > 0)
				return { state: "refused", seen: [...stops, ...warnings] };

			const { memberId, structureId, visit } = person;
			tx.insert(consultationComments)
				.values({
					id: drawHandle(moment.random),
					...{ consultationId, structureId, memberId, text },
					at: moment.now,
				})
				.run();
			recordAudit(tx, moment, {
				...{ actor: memberId, structureId, ...(visit && { visit }) },
				...{ act: "CONSULTATION_COMMENTED", subject: consultationId },
			});
			return { state: "shown" };
		},
		{ behavior: "immediate" },
	);
}

/**
 * Takes a comment away: what the guard let pass may point at somebody all the same.
 *
 * @param any of whoever wrote it, for the coordinator
 * @returns false when there is none of that name that they may take away
 */
export function removeComment(
	db: Db,
	moment: Moment,
	person: Acting,
	{ consultationId, id, any }: { consultationId: string; id: string; any: boolean },
): boolean {
	const { memberId, structureId, visit } = person;
	return db.transaction(
		(tx) => {
			const { changes } = tx
				.delete(consultationComments)
				.where(
					and(
						eq(consultationComments.id, id),
						eq(consultationComments.consultationId, consultationId),
						any ? undefined : eq(consultationComments.memberId, memberId),
					),
				)
				.run();
			if (changes === 0) return false;
			recordAudit(tx, moment, {
				...{ actor: memberId, structureId, ...(visit && { visit }) },
				...{ act: "CONSULTATION_COMMENT_REMOVED", subject: consultationId },
			});
			return true;
		},
		{ behavior: "immediate" },
	);
}

/** The comments of a consultation, in the order in which they came. */
export function commentsOf(db: Db, consultationId: string): Comment[] {
	return db
		.select({
			id: consultationComments.id,
			text: consultationComments.text,
			at: consultationComments.at,
			structureId: consultationComments.structureId,
			memberId: consultationComments.memberId,
			label: members.label,
		})
		.from(consultationComments)
		.innerJoin(members, eq(members.id, consultationComments.memberId))
		.where(eq(consultationComments.consultationId, consultationId))
		.orderBy(asc(consultationComments.at), asc(consultationComments.id))
		.all();
}
