import { and, asc, eq } from "drizzle-orm";
import type {
	agreementAnswers,
	agreementObjections,
} from "#protocols/language/vocabulary/agreement-codes.ts";
import { type AuditAct, recordAudit } from "./audit.ts";
import type { Db, Tx } from "./client.ts";
import type { Acting, Consultation } from "./consultations.ts";
import type { Moment } from "./journal.ts";
import { consultationAnswers, consultations } from "./schema/consultations.ts";
import { members, structures } from "./schema/structures.ts";

export type AgreementAnswer = keyof typeof agreementAnswers;
export type AgreementObjection = keyof typeof agreementObjections;

/** What a structure says of a version: an objection with everything but a plain agreement. */
export type Saying = { answer: AgreementAnswer; objection: AgreementObjection | null };

/** What a structure that is consulted has answered so far. */
export type StructureAnswer = typeof consultationAnswers.$inferSelect & {
	structureName: string;
	/** The structure was closed since: its signature is not waited for. */
	active: boolean;
	answeredByLabel: string | null;
	signedByLabel: string | null;
};

/** Why an answer or a countersignature is not taken. */
export type AnswerRefusal = "not-asked" | "ended" | "not-answered" | "changed-meanwhile";

/** Answers for a structure; whatever its manager countersigned before is forgotten. */
export function answerConsultation(
	db: Db,
	moment: Moment,
	person: Acting,
	{ consultationId, saying }: { consultationId: string; saying: Saying },
): AnswerRefusal | undefined {
	return db.transaction(
		(tx) => {
			const refusal = refusalFor(tx, person, consultationId);
			if (refusal) return refusal;
			tx.update(consultationAnswers)
				.set({
					...saying,
					...{ answeredBy: person.memberId, answeredAt: moment.now },
					...{ signedBy: null, signedAt: null },
				})
				.where(ownAnswer(person, consultationId))
				.run();
			note(tx, moment, person, { act: "CONSULTATION_ANSWERED", consultationId });
			return undefined;
		},
		{ behavior: "immediate" },
	);
}

/**
 * A manager stands for their structure's answer.
 *
 * @param read when the answer that they read was given: they sign no other
 */
export function countersign(
	db: Db,
	moment: Moment,
	person: Acting,
	{ consultationId, read }: { consultationId: string; read: number },
): AnswerRefusal | undefined {
	return db.transaction(
		(tx) => {
			const refusal = refusalFor(tx, person, consultationId);
			if (refusal) return refusal;
			const own = ownAnswer(person, consultationId);
			const row = tx.select().from(consultationAnswers).where(own).get();
			if (!row?.answer) return "not-answered";
			if (row.answeredAt !== read) return "changed-meanwhile";
			tx.update(consultationAnswers)
				.set({ signedBy: person.memberId, signedAt: moment.now })
				.where(own)
				.run();
			note(tx, moment, person, { act: "CONSULTATION_SIGNED", consultationId });
			return undefined;
		},
		{ behavior: "immediate" },
	);
}

/** What every structure that is consulted has answered; those that must sign first. */
export function answersOf(db: Db | Tx, consultationId: string): StructureAnswer[] {
	const labels = new Map(
		db
			.select({ id: members.id, label: members.label })
			.from(members)
			.all()
			.map(({ id, label }) => [id, label]),
	);
	return db
		.select({ answer: consultationAnswers, name: structures.name, active: structures.active })
		.from(consultationAnswers)
		.innerJoin(structures, eq(structures.id, consultationAnswers.structureId))
		.where(eq(consultationAnswers.consultationId, consultationId))
		.orderBy(asc(structures.name), asc(structures.id))
		.all()
		.map(({ answer, name, active }) => ({
			...{ ...answer, structureName: name, active },
			answeredByLabel: labels.get(answer.answeredBy ?? "") ?? null,
			signedByLabel: labels.get(answer.signedBy ?? "") ?? null,
		}))
		.sort((one, other) => Number(other.mustSign) - Number(one.mustSign));
}

/** Where the signatures of a consultation stand. */
export type SignatureState = {
	/** How many are enough, of how many that must sign, and how many there are. */
	needed: number;
	asked: number;
	signed: number;
	holds: boolean;
};

/** Counts the signatures of a consultation, under the rule that it began with. */
export function signaturesOf(
	{ least, reservationBlocks }: Pick<Consultation, "least" | "reservationBlocks">,
	answers: readonly StructureAnswer[],
): SignatureState {
	const waited = answers.filter(({ mustSign, active }) => mustSign && active);
	const signed = waited.filter(({ answer, signedAt }) => {
		const agrees = answer === "agree" || (answer === "reserve" && !reservationBlocks);
		return agrees && signedAt !== null;
	}).length;
	const needed = Math.min(least ?? waited.length, waited.length);
	return { needed, asked: waited.length, signed, holds: signed >= needed };
}

/** What a consultation awaits of a structure. */
export type Awaited = { consultationId: string; awaits: "answer" | "signature" };

/** The consultations in which a structure has something to do: its answer, or its manager's signature. */
export function waitingFor(
	db: Db | Tx,
	{ structureId, manager }: { structureId: string; manager: boolean },
): Awaited[] {
	return db
		.select({
			consultationId: consultations.id,
			answer: consultationAnswers.answer,
			signedAt: consultationAnswers.signedAt,
		})
		.from(consultationAnswers)
		.innerJoin(consultations, eq(consultations.id, consultationAnswers.consultationId))
		.where(and(eq(consultationAnswers.structureId, structureId), eq(consultations.state, "open")))
		.orderBy(asc(consultations.openedAt))
		.all()
		.flatMap(({ consultationId, answer, signedAt }): Awaited[] => {
			if (answer === null) return [{ consultationId, awaits: "answer" }];
			return manager && signedAt === null ? [{ consultationId, awaits: "signature" }] : [];
		});
}

function refusalFor(tx: Tx, person: Acting, consultationId: string): AnswerRefusal | undefined {
	const row = tx
		.select({ state: consultations.state })
		.from(consultationAnswers)
		.innerJoin(consultations, eq(consultations.id, consultationAnswers.consultationId))
		.where(ownAnswer(person, consultationId))
		.get();
	if (!row) return "not-asked";
	return row.state === "open" ? undefined : "ended";
}

function ownAnswer({ structureId }: Acting, consultationId: string) {
	return and(
		eq(consultationAnswers.consultationId, consultationId),
		eq(consultationAnswers.structureId, structureId),
	);
}

type Noted = { act: AuditAct; consultationId: string };

function note(tx: Tx, moment: Moment, person: Acting, { act, consultationId }: Noted): void {
	const { memberId: actor, structureId, visit } = person;
	recordAudit(tx, moment, {
		...{ actor, structureId, act, subject: consultationId },
		...(visit && { visit }),
	});
}
