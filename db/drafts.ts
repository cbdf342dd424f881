import { and, desc, eq } from "drizzle-orm";
import { canonicalJson } from "#protocols/language/canonical.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";
import { type Text, text } from "#protocols/language/text.ts";
import { recordAudit } from "./audit.ts";
import type { Db, Tx } from "./client.ts";
import { type LoggedEdit, logOf, stacksOf } from "./draft-log.ts";
import type { Moment } from "./journal.ts";
import { drawHandle } from "./pseudonyms/handle.ts";
import { adoptScenarios } from "./scenarios.ts";
import { consultations } from "./schema/consultations.ts";
import { drafts, longestDraft } from "./schema/drafts.ts";
import { members } from "./schema/structures.ts";
import { beginningColumns } from "./version-origin.ts";

/** What a draft was started from. */
export type DraftOrigin =
	| { kind: "model"; id: string }
	| { kind: "version"; hash: string }
	/** A version that another territory shares. */
	| { kind: "shared"; territoryId: string; hash: string }
	| { kind: "file" | "skeleton" | "guided" };

/** Somebody who starts a draft, or drops it. */
export type DraftPerson = { memberId: string; structureId: string; visit?: string };

/** A member who writes, as the others know them. */
export type DraftAuthor = { memberId: string; label: string };

/** One line of the list of drafts. */
export type DraftRow = {
	id: string;
	protocolId: string;
	title: Text;
	origin: DraftOrigin;
	revision: number;
	createdAt: number;
	updatedAt: number;
	updatedBy: DraftAuthor;
};

/** What the next step back, or forward, would be about. */
export type NextMove = Pick<LoggedEdit, "command" | "part" | "at" | "by">;

/** A protocol that is being written, as it stands now. */
export type Draft = DraftRow & {
	protocol: Protocol;
	createdBy: string;
	/** What undoing would take back; undefined where there is nothing. */
	undoes: NextMove | undefined;
	redoes: NextMove | undefined;
	canUndo: boolean;
	canRedo: boolean;
};

/**
 * Starts a draft.
 *
 * @returns its id, a handle
 * @throws Error when the document is longer than a draft may be: ask `fitsDraft` before
 */
export function createDraft(
	db: Db,
	moment: Moment,
	{ memberId, structureId, visit }: DraftPerson,
	{
		territoryId,
		origin,
		protocol,
	}: { territoryId: string; origin: DraftOrigin; protocol: Protocol },
): string {
	if (!fitsDraft(protocol)) throw new Error(`${protocol.id} is too long to be a draft.`);
	const { now } = moment;
	const id = drawHandle(moment.random);
	db.transaction(
		(tx) => {
			tx.insert(drafts)
				.values({
					id,
					territoryId,
					protocolId: protocol.id,
					origin: origin.kind,
					...beginningColumns(origin),
					document: canonicalJson(protocol),
					revision: 0,
					...{ createdAt: now, createdBy: memberId },
					...{ updatedAt: now, updatedBy: memberId },
				})
				.run();
			adoptScenarios(tx, id, { territoryId, origin });
			const entry = { actor: memberId, structureId, subject: id, ...(visit ? { visit } : {}) };
			recordAudit(tx, moment, { ...entry, act: "DRAFT_CREATED" });
		},
		{ behavior: "immediate" },
	);
	return id;
}

/** Whether a protocol is short enough to be a draft. */
export function fitsDraft(protocol: Protocol): boolean {
	return canonicalJson(protocol).length <= longestDraft;
}

/** What came of dropping a draft. While partners are asked about it, the consultation comes first. */
export type Dropped = "dropped" | "absent" | "consulted";

/** Forgets a draft with all its changes. The versions that it became stay, with its credit. */
export function dropDraft(
	db: Db,
	moment: Moment,
	{ memberId, structureId, visit }: DraftPerson,
	{ territoryId, draftId }: { territoryId: string; draftId: string },
): Dropped {
	return db.transaction(
		(tx) => {
			if (isConsulted(tx, { territoryId, draftId })) return "consulted";
			const { changes } = tx.delete(drafts).where(own(territoryId, draftId)).run();
			if (changes === 0) return "absent";
			const entry = { actor: memberId, structureId, subject: draftId, ...(visit ? { visit } : {}) };
			recordAudit(tx, moment, { ...entry, act: "DRAFT_DROPPED" });
			return "dropped";
		},
		{ behavior: "immediate" },
	);
}

/** Whether partners are asked about a draft now. */
export function isConsulted(
	db: Db | Tx,
	{ territoryId, draftId }: { territoryId: string; draftId: string },
): boolean {
	const open = db
		.select({ id: consultations.id })
		.from(consultations)
		.where(
			and(
				eq(consultations.territoryId, territoryId),
				eq(consultations.draftId, draftId),
				eq(consultations.state, "open"),
			),
		)
		.get();
	return open !== undefined;
}

/** The drafts of a territory, the latest changed first. */
export function draftsOf(db: Db | Tx, territoryId: string): DraftRow[] {
	return rows(db)
		.where(eq(drafts.territoryId, territoryId))
		.orderBy(desc(drafts.updatedAt), drafts.id)
		.all()
		.map(({ draft, label }) => ({
			...rowOf(draft, label),
			title: text.parse(JSON.parse(draft.document).title),
		}));
}

/**
 * A draft of a territory.
 *
 * @throws Error when its document is damaged
 */
export function draftOf(
	db: Db | Tx,
	{ territoryId, draftId }: { territoryId: string; draftId: string },
): Draft | undefined {
	const row = rows(db).where(own(territoryId, draftId)).get();
	if (!row) return undefined;
	const { draft, label } = row;
	const read = readProtocol(JSON.parse(draft.document));
	if (!read.ok) throw new Error(`The draft ${draftId} cannot be read.`);
	const { undo, redo } = stacksOf(logOf(db, draftId));
	const [undoes, redoes] = [undo.at(-1), redo.at(-1)];
	return {
		...rowOf(draft, label),
		...{ title: read.protocol.title, protocol: read.protocol, createdBy: draft.createdBy },
		...{ undoes, redoes, canUndo: undoes !== undefined, canRedo: redoes !== undefined },
	};
}

/** The draft of that territory, and no other. */
export function own(territoryId: string, draftId: string) {
	return and(eq(drafts.territoryId, territoryId), eq(drafts.id, draftId));
}

function rows(db: Db | Tx) {
	return db
		.select({ draft: drafts, label: members.label })
		.from(drafts)
		.innerJoin(members, eq(members.id, drafts.updatedBy));
}

type Row = typeof drafts.$inferSelect;

function rowOf(row: Row, label: string): Omit<DraftRow, "title"> {
	const { id, protocolId, revision, createdAt, updatedAt, updatedBy } = row;
	const author = { memberId: updatedBy, label };
	return {
		id,
		protocolId,
		revision,
		createdAt,
		updatedAt,
		updatedBy: author,
		origin: originOf(row),
	};
}

/** The CHECKs of the table hold each kind to its columns. */
function originOf({ origin: kind, modelId, baseHash, sharedBy }: Row): DraftOrigin {
	switch (kind) {
		case "model":
			return { kind, id: modelId ?? "" };
		case "version":
			return { kind, hash: baseHash ?? "" };
		case "shared":
			return { kind, territoryId: sharedBy ?? "", hash: baseHash ?? "" };
		case "file":
		case "skeleton":
		case "guided":
			return { kind };
	}
}
