import { and, asc, count, eq, inArray } from "drizzle-orm";
import { firstVersion } from "#protocols/casework/replay.ts";
import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import { type Past, relive } from "#protocols/whatif/relive.ts";
import { type Relived, type Tally, tallyOf } from "#protocols/whatif/verdict.ts";
import { recordAudit } from "./audit.ts";
import { circumstancesOf } from "./circumstances.ts";
import type { Db } from "./client.ts";
import { historyOf } from "./history.ts";
import type { Moment } from "./journal.ts";
import { compiledVersion } from "./protocol-versions.ts";
import { protocolVersions } from "./schema/protocol-versions.ts";
import { situations } from "./schema/situations.ts";
import type { Cut } from "./work-list.ts";

/** Who asks what a draft would have changed, of which draft. */
export type WhatIf = {
	territoryId: string;
	structureId: string;
	/** The member who asks. */
	actor: string;
	draftId: string;
	draft: CompiledProtocol;
};

/** How many situations were read again, of how many, and what was counted. */
export type Asked = { read: number; total: number; tally: Tally };

/**
 * Lives a territory's situations again under a draft of their protocol, also closed ones that are
 * not forgotten yet: so many at once, the oldest first. What comes out is counted, so that it is
 * one entry of the trail, kept before anything is read, and nobody's reading of a situation.
 *
 * Yields after each situation: stop between two of them when something else has to be served.
 *
 * @throws SqliteError when the entry cannot be kept: nothing is read then
 */
export function* whatIf(
	db: Db,
	asked: WhatIf,
	moment: Moment,
	{ limit, offset = 0 }: Cut,
): Generator<void, Asked> {
	const { territoryId, structureId, actor, draftId, draft } = asked;
	recordAudit(db, moment, { actor, structureId, act: "WHAT_IF", subject: draftId });

	const { calendar } = circumstancesOf(db, territoryId, moment);
	const ofProtocol = and(
		eq(situations.territoryId, territoryId),
		inArray(situations.versionHash, versionsOf(db, territoryId, draft.protocol.id)),
		eq(situations.counted, false),
	);
	const total = db.select({ total: count() }).from(situations).where(ofProtocol).get()?.total ?? 0;
	const found = db
		.select({ pk: situations.pk })
		.from(situations)
		.where(ofProtocol)
		.orderBy(asc(situations.pk))
		.limit(limit)
		.offset(offset)
		.all();
	const relived: Relived[] = [];
	for (const { pk } of found) {
		const past = pastOf(db, territoryId, pk);
		if (past) relived.push(relive(past, { draft, calendar, now: moment.now }));
		yield;
	}
	return { read: relived.length, total, tally: tallyOf(relived) };
}

/** Undefined where it was forgotten since it was found. */
function pastOf(db: Db, territoryId: string, pk: number): Past | undefined {
	const row = db
		.select({ hash: situations.versionHash })
		.from(situations)
		.where(and(eq(situations.pk, pk), eq(situations.counted, false)))
		.get();
	if (!row) return undefined;
	const events = historyOf(db, pk);
	const versions = (one: string) => compiledVersion(db, territoryId, one);
	return { compiled: versions(firstVersion(events) ?? row.hash), events, versions };
}

function versionsOf(db: Db, territoryId: string, protocolId: string): string[] {
	return db
		.select({ hash: protocolVersions.hash })
		.from(protocolVersions)
		.where(
			and(
				eq(protocolVersions.territoryId, territoryId),
				eq(protocolVersions.protocolId, protocolId),
			),
		)
		.all()
		.map(({ hash }) => hash);
}
