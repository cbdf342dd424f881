import { and, countDistinct, eq } from "drizzle-orm";
import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import type { DocumentPath } from "#protocols/language/places.ts";
import { recordAudit } from "./audit.ts";
import type { Db, Tx } from "./client.ts";
import { answersOf, type SignatureState, signaturesOf } from "./consultation-answers.ts";
import {
	type Acting,
	type Consultation,
	consultationOf,
	endConsultation,
	versionsOf,
} from "./consultations.ts";
import type { Moment } from "./journal.ts";
import { inspectProtocol, type ProtocolInspection } from "./protocol-inspection.ts";
import { publishedProtocol, publishVersion } from "./protocol-versions.ts";
import { members, structures } from "./schema/structures.ts";
import { type AcceptedWarning, acceptedWarningsOf, placeOfWarning } from "./warning-acceptances.ts";

/** What the checker says of a version, as far as publication looks at it. */
export type Checked = { code: string; severity: "error" | "warning"; path: DocumentPath };

/** Looks a version over; `checkProtocol` with the facts of the territory. */
export type Check<Found extends Checked> = (compiled: CompiledProtocol) => Found[];

/** Who would publish: the person counts, not the place in which they act. */
export type Approver = Acting & { userId: string; duty: string };

/** Whether somebody may approve a version. */
export type Approval =
	| "may"
	/** They made its last edits: another person publishes. */
	| "author"
	/** A manager stands in only where nobody else coordinates. */
	| "other-coordinator";

/** Everything that stands between a version in consultation and its publication. */
export type PublicationState<Found extends Checked = Checked> = {
	consultation: Consultation;
	errors: Found[];
	warnings: { finding: Found; accepted: AcceptedWarning | undefined }[];
	texts: ProtocolInspection;
	signatures: SignatureState;
	approval: Approval;
	ready: boolean;
};

/** Where a consultation stands on its way to publication; undefined when there is none of that name. */
export function publicationOf<Found extends Checked>(
	db: Db | Tx,
	approver: Approver,
	{ territoryId, consultationId }: { territoryId: string; consultationId: string },
	check: Check<Found>,
): PublicationState<Found> | undefined {
	const consultation = consultationOf(db, territoryId, consultationId);
	if (!consultation) return undefined;

	const { version } = versionsOf(db, consultation);
	const found = check(version);
	const accepted = acceptedWarningsOf(db, consultationId);
	const state = {
		consultation,
		errors: found.filter(({ severity }) => severity === "error"),
		warnings: found
			.filter(({ severity }) => severity === "warning")
			.map((finding) => ({
				finding,
				accepted: accepted.find(
					({ code, place }) => code === finding.code && place === placeOfWarning(finding),
				),
			})),
		texts: inspectProtocol(db, territoryId, version.protocol),
		signatures: signaturesOf(consultation, answersOf(db, consultationId)),
		approval: approvalOf(db, approver, consultation),
	};
	return { ...state, ready: isReady(state) };
}

export type Published = { ok: true; hash: string } | { ok: false; refusal: PublicationRefusal };

type PublicationRefusal = "absent" | "ended" | "not-ready";

/**
 * Publishes the version of a consultation when everything holds: no error, every warning accepted
 * with a reason, texts that point at nobody, the signatures, and an approver who did not write it.
 * The version before is retired; situations that began under it go on under it.
 */
export function publishConsulted(
	db: Db,
	moment: Moment,
	approver: Approver,
	asked: { territoryId: string; consultationId: string },
	check: Check<Checked>,
): Published {
	// Asked first outside the transaction: a check takes its time, and is known when asked again inside.
	const refusal = refusalOf(publicationOf(db, approver, asked, check));
	if (refusal) return { ok: false, refusal };
	return db.transaction(
		(tx) => {
			const state = publicationOf(tx, approver, asked, check);
			const refusal = refusalOf(state);
			if (!state || refusal) return { ok: false, refusal: refusal ?? "absent" };

			const { territoryId, protocolId } = state.consultation;
			const { protocol } = versionsOf(tx, state.consultation).version;
			const former = publishedProtocol(tx, territoryId, protocolId);
			const hash = publishVersion(tx, { territoryId, protocol, at: moment.now });
			endConsultation(tx, asked.consultationId, {
				...{ state: "published", by: approver.memberId, at: moment.now },
			});
			if (former && former.hash !== hash) note(tx, moment, approver, "RETIRED", former.hash);
			note(tx, moment, approver, "PUBLISHED", hash);
			return { ok: true, hash };
		},
		{ behavior: "immediate" },
	);
}

function refusalOf(state: PublicationState | undefined): PublicationRefusal | undefined {
	if (!state) return "absent";
	if (state.consultation.state !== "open") return "ended";
	return state.ready ? undefined : "not-ready";
}

/** How many people coordinate a territory. */
export function coordinatorsOf(db: Db | Tx, territoryId: string): number {
	const row = db
		.select({ people: countDistinct(members.userId) })
		.from(members)
		.innerJoin(structures, eq(structures.id, members.structureId))
		.where(
			and(
				eq(structures.territoryId, territoryId),
				eq(members.duty, "coordinator"),
				eq(members.active, true),
			),
		)
		.get();
	return row?.people ?? 0;
}

function approvalOf(db: Db | Tx, approver: Approver, consultation: Consultation): Approval {
	const editor = db
		.select({ userId: members.userId })
		.from(members)
		.where(eq(members.id, consultation.editedBy))
		.get();
	if (editor?.userId === approver.userId) return "author";
	if (approver.duty === "coordinator") return "may";
	return coordinatorsOf(db, consultation.territoryId) > 1 ? "other-coordinator" : "may";
}

function isReady({
	consultation,
	errors,
	warnings,
	texts,
	signatures,
	approval,
}: Omit<PublicationState, "ready">): boolean {
	return (
		consultation.state === "open" &&
		errors.length === 0 &&
		warnings.every(({ accepted }) => accepted) &&
		texts.stops.length + texts.waiting.length === 0 &&
		signatures.holds &&
		approval === "may"
	);
}

function note(
	tx: Tx,
	moment: Moment,
	{ memberId: actor, structureId, visit }: Acting,
	act: "PUBLISHED" | "RETIRED",
	subject: string,
): void {
	recordAudit(tx, moment, { actor, structureId, ...(visit && { visit }), act, subject });
}
