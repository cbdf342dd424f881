import { and, desc, eq, sql } from "drizzle-orm";
import { canonicalJson } from "#protocols/language/canonical.ts";
import { recordAudit } from "./audit.ts";
import type { Db, Tx } from "./client.ts";
import { structuresToConsult } from "./consulted-structures.ts";
import { type Draft, draftOf } from "./drafts.ts";
import type { Moment } from "./journal.ts";
import { compiledVersion, publishedProtocol, versionHash } from "./protocol-versions.ts";
import { drawHandle } from "./pseudonyms/handle.ts";
import { keepScenarios } from "./scenarios.ts";
import { consultationAnswers, consultations } from "./schema/consultations.ts";
import { protocolVersions } from "./schema/protocol-versions.ts";
import { signatureRuleOf } from "./signature-rule.ts";
import { beginningColumns } from "./version-origin.ts";

/** A version that partners are asked about. */
export type Consultation = typeof consultations.$inferSelect;

/** Who acts, for which structure. */
export type Acting = { memberId: string; structureId: string; visit?: string };

/** Why a consultation cannot be opened. */
export type OpeningRefusal =
	| "absent"
	| "changed-meanwhile"
	| "already-open"
	| "nothing-new"
	| "nobody";

export type Opened = { ok: true; id: string } | { ok: false; refusal: OpeningRefusal };

/**
 * Freezes a draft as a version and asks the territory's structures about it, under the rule of
 * signatures that holds now.
 *
 * @param seen the revision that the coordinator had on screen: they consult about no other
 */
export function openConsultation(
	db: Db | Tx,
	moment: Moment,
	person: Acting,
	{ territoryId, draftId, seen }: { territoryId: string; draftId: string; seen: number },
): Opened {
	return db.transaction(
		(tx) => {
			const draft = draftOf(tx, { territoryId, draftId });
			if (!draft) return { ok: false, refusal: "absent" };
			if (draft.revision !== seen) return { ok: false, refusal: "changed-meanwhile" };
			return openFrom(tx, moment, person, { territoryId, draft });
		},
		{ behavior: "immediate" },
	);
}

type Asked = { territoryId: string; draft: Draft };

function openFrom(tx: Tx, moment: Moment, person: Acting, { territoryId, draft }: Asked): Opened {
	const { protocol, protocolId } = draft;
	const hash = versionHash(protocol);
	const former = publishedProtocol(tx, territoryId, protocolId);
	if (openConsultationOf(tx, territoryId, protocolId))
		return { ok: false, refusal: "already-open" };
	if (former?.hash === hash) return { ok: false, refusal: "nothing-new" };

	const rule = signatureRuleOf(tx, territoryId);
	const versions = [protocol, ...(former ? [former.protocol] : [])];
	const asked = structuresToConsult(tx, territoryId, { versions, rule });
	if (asked.length === 0) return { ok: false, refusal: "nobody" };

	freeze(tx, { territoryId, hash, draft });
	keepScenarios(tx, { territoryId, draftId: draft.id, hash });
	const id = drawHandle(moment.random);
	tx.insert(consultations)
		.values({
			...{ id, territoryId, protocolId, versionHash: hash, draftId: draft.id },
			formerHash: former?.hash ?? null,
			state: "open",
			least: rule.least,
			reservationBlocks: rule.reservationBlocks,
			editedBy: draft.updatedBy.memberId,
			openedBy: person.memberId,
			openedAt: moment.now,
		})
		.run();
	for (const { structureId, mustSign } of asked) {
		tx.insert(consultationAnswers).values({ consultationId: id, structureId, mustSign }).run();
	}
	note(tx, moment, person, { act: "CONSULTATION_OPENED", subject: hash });
	return { ok: true, id };
}

/** Takes a consultation back: its version is no more than a draft again, and nobody signs it. */
export function withdrawConsultation(
	db: Db | Tx,
	moment: Moment,
	person: Acting,
	{ territoryId, consultationId }: { territoryId: string; consultationId: string },
): boolean {
	return db.transaction(
		(tx) => {
			const found = consultationOf(tx, territoryId, consultationId);
			if (found?.state !== "open") return false;
			endConsultation(tx, found.id, { state: "withdrawn", by: person.memberId, at: moment.now });
			unfreeze(tx, territoryId, found.versionHash);
			note(tx, moment, person, { act: "CONSULTATION_WITHDRAWN", subject: found.versionHash });
			return true;
		},
		{ behavior: "immediate" },
	);
}

/** Ends a consultation that was open; its answers stay to be read. */
export function endConsultation(
	tx: Tx,
	id: string,
	{ state, by, at }: { state: "withdrawn" | "published"; by: string; at: number },
): void {
	tx.update(consultations)
		.set({ state, endedBy: by, endedAt: at })
		.where(eq(consultations.id, id))
		.run();
}

/** A consultation of a territory; undefined when it has none of that name. */
export function consultationOf(
	db: Db | Tx,
	territoryId: string,
	id: string,
): Consultation | undefined {
	return db
		.select()
		.from(consultations)
		.where(and(eq(consultations.territoryId, territoryId), eq(consultations.id, id)))
		.get();
}

/** The consultation about a protocol that takes answers now. */
export function openConsultationOf(
	db: Db | Tx,
	territoryId: string,
	protocolId: string,
): Consultation | undefined {
	return db
		.select()
		.from(consultations)
		.where(
			and(
				eq(consultations.territoryId, territoryId),
				eq(consultations.protocolId, protocolId),
				eq(consultations.state, "open"),
			),
		)
		.get();
}

/** The latest consultation that a draft led to. */
export function consultationOfDraft(
	db: Db | Tx,
	territoryId: string,
	draftId: string,
): Consultation | undefined {
	return db
		.select()
		.from(consultations)
		.where(and(eq(consultations.territoryId, territoryId), eq(consultations.draftId, draftId)))
		.orderBy(desc(consultations.openedAt), desc(sql`rowid`))
		.limit(1)
		.get();
}

/** The consultations of a territory, the latest first. */
export function consultationsOf(db: Db | Tx, territoryId: string): Consultation[] {
	return db
		.select()
		.from(consultations)
		.where(eq(consultations.territoryId, territoryId))
		.orderBy(desc(consultations.openedAt), desc(sql`rowid`))
		.all();
}

/** The version that a consultation is about, and the one that was published on that day. */
export function versionsOf(db: Db | Tx, { territoryId, versionHash, formerHash }: Consultation) {
	return {
		version: compiledVersion(db, territoryId, versionHash),
		former: formerHash === null ? undefined : compiledVersion(db, territoryId, formerHash),
	};
}

/** A version that was published once may be agreed on again: its text and credit are there already. */
function freeze(tx: Tx, { territoryId, hash, draft }: Asked & { hash: string }): void {
	const { protocol, origin } = draft;
	tx.insert(protocolVersions)
		.values({
			...{ territoryId, hash, protocolId: protocol.id, status: "consultation" },
			...{ document: canonicalJson(protocol), ...beginningColumns(origin) },
		})
		.onConflictDoUpdate({
			target: [protocolVersions.territoryId, protocolVersions.hash],
			set: { status: "consultation" },
		})
		.run();
}

function unfreeze(tx: Tx, territoryId: string, hash: string): void {
	const version = and(
		eq(protocolVersions.territoryId, territoryId),
		eq(protocolVersions.hash, hash),
	);
	const row = tx
		.select({ publishedAt: protocolVersions.publishedAt })
		.from(protocolVersions)
		.where(version)
		.get();
	const status = row?.publishedAt == null ? "draft" : "retired";
	tx.update(protocolVersions).set({ status }).where(version).run();
}

type Noted = { act: "CONSULTATION_OPENED" | "CONSULTATION_WITHDRAWN"; subject: string };

function note(tx: Tx, moment: Moment, person: Acting, noted: Noted): void {
	const { memberId: actor, structureId, visit } = person;
	recordAudit(tx, moment, { actor, structureId, ...(visit && { visit }), ...noted });
}
