import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { LifeState } from "#protocols/casework/handoff/life.ts";
import type { DelayUnit } from "#protocols/language/delay.ts";
import type { Urgency } from "#protocols/language/step.ts";
import type { Text } from "#protocols/language/text.ts";
import type { Scope } from "./access.ts";
import type { Db } from "./client.ts";
import { type HandoffList, handoffLists } from "./handoff-lists.ts";
import { compiledVersion } from "./protocol-versions.ts";
import { showAlias } from "./pseudonyms/alias.ts";
import { showWords } from "./pseudonyms/pairing-words.ts";
import { handoffs } from "./schema/handoffs.ts";
import { protocolVersions } from "./schema/protocol-versions.ts";
import { participations, situations } from "./schema/situations.ts";

/** One line of a work list: a row, never a document. */
export type HandoffWork = {
	/** The address of the handoff for this side. */
	handle: string;
	alias: string;
	/** The two words that the other side reads too. */
	words: string;
	/** The recipient has not found the line. */
	unmatched: boolean;
	step: Text;
	urgency: Urgency;
	state: LifeState;
	dueAt: number | null;
	unit: DelayUnit;
};

/** A part of a list, by the due instant, and whether there is more. */
export type Listed<Row> = { rows: Row[]; more: boolean };

/** Which rows of a list: its first `limit`, or those after `offset`. */
export type Cut = { limit: number; offset?: number };

/** The handoffs of one list of a structure, the most late first. */
export function handoffWork(
	db: Db,
	{ territoryId, structureId }: Scope,
	list: HandoffList,
	{ limit, offset = 0 }: Cut,
): Listed<HandoffWork> {
	const found = preparedOf(db)[list].all({ structureId, territoryId, limit: limit + 1, offset });
	const [side] = handoffLists[list];
	const rows = found.slice(0, limit).map(({ versionHash, stepId, alias, ...row }) => ({
		handle: side === "sender" ? row.senderHandle : row.recipientHandle,
		alias: showAlias(alias),
		words: showWords(row.words),
		unmatched: row.unmatched !== null,
		step: stepTitle(db, territoryId, { versionHash, stepId }),
		urgency: row.urgency,
		state: row.state,
		dueAt: row.dueAt,
		unit: unitOf(row),
	}));
	return { rows, more: found.length > limit };
}

/** The title of a step under the version that a situation follows. */
export function stepTitle(
	db: Db,
	territoryId: string,
	{ versionHash, stepId }: { versionHash: string; stepId: string },
): Text {
	const { places } = compiledVersion(db, territoryId, versionHash);
	return (
		places.steps.get(stepId)?.step.title ?? formerTitle(db, territoryId, stepId) ?? { fr: stepId }
	);
}

/** What ended before its situation was moved keeps the name of the version of then. */
export function formerTitle(db: Db, territoryId: string, stepId: string): Text | undefined {
	const versions = db
		.select({ hash: protocolVersions.hash })
		.from(protocolVersions)
		.where(eq(protocolVersions.territoryId, territoryId))
		.orderBy(desc(protocolVersions.publishedAt))
		.all();
	for (const { hash } of versions) {
		const found = compiledVersion(db, territoryId, hash).places.steps.get(stepId);
		if (found) return found.step.title;
	}
}

/** In which unit people count the running clock of a handoff. */
export function unitOf(handoff: { urgency: Urgency; state: LifeState }): DelayUnit {
	if (handoff.urgency === "immediate") return "clock-hours";
	const byDays: LifeState[] = ["draft", "suspended", "inProgress.contacted", "completed", "failed"];
	if (byDays.includes(handoff.state)) return "calendar-days";
	return handoff.urgency === "urgent" ? "working-hours" : "working-days";
}

type Prepared = { [List in HandoffList]: ReturnType<typeof prepare> };

/** Preparing costs more than running: each store keeps its statements. */
const kept = new WeakMap<Db, Prepared>();

function preparedOf(db: Db): Prepared {
	const known = kept.get(db);
	if (known) return known;
	const made = Object.fromEntries(
		(Object.keys(handoffLists) as HandoffList[]).map((list) => [list, prepare(db, list)]),
	) as Prepared;
	kept.set(db, made);
	return made;
}

function prepare(db: Db, list: HandoffList) {
	const [side, holds] = handoffLists[list];
	const own = side === "sender" ? handoffs.senderId : handoffs.recipientId;
	return db
		.select({
			senderHandle: handoffs.senderHandle,
			recipientHandle: handoffs.recipientHandle,
			stepId: handoffs.stepId,
			urgency: handoffs.urgency,
			state: handoffs.state,
			dueAt: handoffs.dueAt,
			words: handoffs.words,
			unmatched: handoffs.unmatched,
			versionHash: situations.versionHash,
			alias: participations.alias,
		})
		.from(handoffs)
		.innerJoin(situations, eq(situations.pk, handoffs.situationPk))
		.innerJoin(
			participations,
			and(
				eq(participations.situationPk, handoffs.situationPk),
				eq(participations.structureId, own),
			),
		)
		.where(
			and(
				eq(own, sql.placeholder("structureId")),
				eq(situations.territoryId, sql.placeholder("territoryId")),
				holds,
			),
		)
		.orderBy(asc(handoffs.dueAt), asc(handoffs.id))
		.limit(sql.placeholder("limit"))
		.offset(sql.placeholder("offset"))
		.prepare();
}
