import { and, desc, eq, isNotNull, or, sql } from "drizzle-orm";
import type { Db } from "./client.ts";
import { situationOf } from "./history.ts";
import { preparedOnce } from "./prepared.ts";
import { codeLength, isCode, tidyCode } from "./pseudonyms/code.ts";
import { isHandle } from "./pseudonyms/handle.ts";
import { handoffs } from "./schema/handoffs.ts";
import { participations, situations } from "./schema/situations.ts";

/** For whom something is looked up: every query of casework is limited to this. */
export type Scope = { territoryId: string; structureId: string };

/** A situation as one structure knows it. */
export type OwnSituation = {
	situationPk: number;
	handle: string;
	code: string;
	alias: string;
};

const own = {
	situationPk: participations.situationPk,
	handle: participations.handle,
	code: participations.code,
	alias: participations.alias,
};

function ownedBy({ territoryId, structureId }: Scope) {
	return and(
		eq(participations.structureId, structureId),
		eq(participations.takesPart, true),
		eq(situations.territoryId, territoryId),
	);
}

/** The situation behind an address; undefined when it is not theirs, or is not at all. */
export function situationByHandle(db: Db, scope: Scope, handle: string): OwnSituation | undefined {
	if (!isHandle(handle)) return undefined;
	const { territoryId, structureId } = scope;
	return byHandleOf(db).get({ territoryId, structureId, handle });
}

const byHandleOf = preparedOnce((db) =>
	db
		.select(own)
		.from(participations)
		.innerJoin(situations, eq(situations.pk, participations.situationPk))
		.where(
			and(
				eq(participations.structureId, sql.placeholder("structureId")),
				eq(participations.takesPart, true),
				eq(situations.territoryId, sql.placeholder("territoryId")),
				eq(participations.handle, sql.placeholder("handle")),
			),
		)
		.prepare(),
);

/** What a structure's own code finds: nothing is searched when the code was copied wrongly. */
export function situationByCode(
	db: Db,
	scope: Scope,
	typed: string,
): OwnSituation | "wrong-check" | undefined {
	const code = tidyCode(typed);
	if (code.length !== codeLength || !isCode(code)) return "wrong-check";
	return db
		.select(own)
		.from(participations)
		.innerJoin(situations, eq(situations.pk, participations.situationPk))
		.where(and(ownedBy(scope), eq(participations.code, code)))
		.get();
}

/**
 * What a structure's own code finds: its situation, or the handoff by which it was asked and that
 * it has received without having accepted it yet.
 */
export function lineByCode(
	db: Db,
	scope: Scope,
	typed: string,
): OwnSituation | { handoff: string } | "wrong-check" | undefined {
	const found = situationByCode(db, scope, typed);
	if (found !== undefined) return found;
	const part = db
		.select({ situationPk: participations.situationPk })
		.from(participations)
		.innerJoin(situations, eq(situations.pk, participations.situationPk))
		.where(
			and(
				eq(participations.structureId, scope.structureId),
				eq(situations.territoryId, scope.territoryId),
				eq(participations.code, tidyCode(typed)),
			),
		)
		.get();
	return part && handoffAsked(db, scope, part.situationPk);
}

/** The latest handoff by which a structure was asked; it may have gone on in another situation since. */
function handoffAsked(db: Db, scope: Scope, situationPk: number): { handoff: string } | undefined {
	const row = db
		.select({ handoff: handoffs.recipientHandle })
		.from(handoffs)
		.where(
			and(
				eq(handoffs.situationPk, situationPk),
				eq(handoffs.recipientId, scope.structureId),
				isNotNull(handoffs.sentAt),
			),
		)
		.orderBy(desc(handoffs.sentAt))
		.limit(1)
		.get();
	if (row) return row;
	const into = situationOf(db, situationPk).merged?.into;
	return into === undefined ? undefined : handoffAsked(db, scope, into);
}

/** The name that a structure has for a situation, also when it was only asked. */
export function participationOf(db: Db, situationPk: number, structureId: string) {
	return db
		.select()
		.from(participations)
		.where(
			and(eq(participations.situationPk, situationPk), eq(participations.structureId, structureId)),
		)
		.get();
}

export type OwnHandoff = {
	handoffId: string;
	situationPk: number;
	number: string;
	/** Two words, as their places in the list. */
	words: string;
	handle: string;
	side: "sender" | "recipient" | "lead" | "coordinator";
};

/**
 * The handoff behind an address: each side has its own, and a draft belongs to its author alone.
 * The lead of the situation and a coordinator of the territory look on by the sender's address.
 */
export function handoffByHandle(
	db: Db,
	{ territoryId, structureId }: Scope,
	handle: string,
	coordinator: boolean,
): OwnHandoff | undefined {
	if (!isHandle(handle)) return undefined;
	const row = db
		.select({
			handoffId: handoffs.id,
			situationPk: handoffs.situationPk,
			number: handoffs.number,
			words: handoffs.words,
			senderId: handoffs.senderId,
			recipientId: handoffs.recipientId,
			senderHandle: handoffs.senderHandle,
			sentAt: handoffs.sentAt,
			leadId: situations.leadId,
		})
		.from(handoffs)
		.innerJoin(situations, eq(situations.pk, handoffs.situationPk))
		.where(
			and(
				eq(situations.territoryId, territoryId),
				or(
					eq(handoffs.senderHandle, handle),
					and(eq(handoffs.recipientHandle, handle), isNotNull(handoffs.sentAt)),
				),
			),
		)
		.get();
	if (!row) return undefined;
	const { handoffId, situationPk, number, words } = row;
	const side = sideOf(row, structureId, handle, coordinator);
	return side && { handoffId, situationPk, number, words, handle, side };
}

function sideOf(
	row: {
		senderId: string;
		recipientId: string | null;
		senderHandle: string;
		sentAt: number | null;
		leadId: string | null;
	},
	structureId: string,
	handle: string,
	coordinator: boolean,
): OwnHandoff["side"] | undefined {
	const bySender = row.senderHandle === handle;
	if (bySender && row.senderId === structureId) return "sender";
	if (!bySender && row.recipientId === structureId) return "recipient";
	if (!bySender || row.sentAt === null) return undefined;
	if (row.leadId === structureId) return "lead";
	return coordinator ? "coordinator" : undefined;
}

/** Whether a side looks on from outside the two structures: it reads no answers. */
export function looksOn(side: OwnHandoff["side"]): boolean {
	return side === "lead" || side === "coordinator";
}
