import { createHmac } from "node:crypto";
import { and, asc, count, desc, eq } from "drizzle-orm";
import { decide } from "#protocols/casework/decide.ts";
import type { MoveMap } from "#protocols/casework/move-map.ts";
import type { Refusal } from "#protocols/casework/refusal.ts";
import { openParts, type Situation } from "#protocols/casework/situation.ts";
import type { Acting, Decision } from "#protocols/casework/story.ts";
import type { Scope } from "./access.ts";
import { recordAudit } from "./audit.ts";
import { circumstancesOf } from "./circumstances.ts";
import type { Db, Tx } from "./client.ts";
import { situationOf } from "./history.ts";
import { decideAndRecord, type Moment } from "./journal.ts";
import { dataKeyOf } from "./keys/key-store.ts";
import { keysOf } from "./keys/keys-of.ts";
import { knownStructures } from "./known-structures.ts";
import { compiledVersion, type PublishedProtocol } from "./protocol-versions.ts";
import { protocolVersions } from "./schema/protocol-versions.ts";
import { situations } from "./schema/situations.ts";
import type { Cut, Listed } from "./work-list.ts";

/** A version of a protocol, and how many situations run under it. */
export type VersionInUse = {
	hash: string;
	publishedAt: number;
	published: boolean;
	running: number;
};

/** The versions of a protocol that were ever published in a territory, the latest first. */
export function versionsInUse(
	db: Db | Tx,
	{ territoryId, protocolId }: { territoryId: string; protocolId: string },
): VersionInUse[] {
	const running = new Map(
		db
			.select({ hash: situations.versionHash, running: count() })
			.from(situations)
			.where(and(eq(situations.territoryId, territoryId), eq(situations.status, "open")))
			.groupBy(situations.versionHash)
			.all()
			.map((row) => [row.hash, row.running]),
	);
	return db
		.select({
			hash: protocolVersions.hash,
			publishedAt: protocolVersions.publishedAt,
			status: protocolVersions.status,
		})
		.from(protocolVersions)
		.where(
			and(
				eq(protocolVersions.territoryId, territoryId),
				eq(protocolVersions.protocolId, protocolId),
			),
		)
		.orderBy(desc(protocolVersions.publishedAt), asc(protocolVersions.hash))
		.all()
		.flatMap(({ hash, publishedAt, status }) =>
			publishedAt === null
				? []
				: [
						{
							hash,
							publishedAt,
							published: status === "published",
							running: running.get(hash) ?? 0,
						},
					],
		);
}

/** How many situations still run under an earlier version than the published one. */
export function runningOlder(
	db: Db,
	territoryId: string,
	{ protocol }: Pick<PublishedProtocol, "protocol">,
): number {
	return versionsInUse(db, { territoryId, protocolId: protocol.id })
		.filter(({ published }) => !published)
		.reduce((sum, { running }) => sum + running, 0);
}

/** From which version to which, by which map; who moves, for which territory. */
export type Move = { territoryId: string; from: string; to: string; map: MoveMap; acting: Acting };

/** A running situation that might be moved: where it stands and who holds it, nothing of what was said. */
export type Movable = {
	/** What its own form names it by: leads nowhere else, and is forgotten with it. */
	reference: string;
	/** The situation as replayed; never serialised as it is. */
	situation: Situation;
	/** Who holds its open parts; null where a name protects somebody. */
	holders: (string | null)[];
	/** Why it cannot be moved by this map; undefined when it can. */
	refusal: Refusal | undefined;
};

/** The situations that run under an older version, and what the map would do to each; nothing is written. */
export function movableSituations(
	db: Db,
	scope: Scope,
	move: Move,
	moment: Moment,
	{ limit, offset = 0 }: Cut,
): Listed<Movable> {
	const found = runningUnder(db, move, { limit: limit + 1, offset });
	const known = knownStructures(db, scope);
	const circumstances = circumstancesOf(db, move.territoryId, moment);
	const rows = found.slice(0, limit).map((pk): Movable => {
		const situation = situationOf(db, pk);
		const decision = decideHere(db, move, situation, circumstances);
		const holders = openParts(situation).map((part) => situation.holders[part]?.structure ?? "");
		return {
			reference: referenceOf(db, pk),
			situation,
			holders: [...new Set(holders)].map((id) => known.get(id)?.name ?? null),
			refusal: decision.accepted ? undefined : decision.refusal,
		};
	});
	return { rows, more: found.length > limit };
}

/** How many were moved, and how many stay where they are. */
export type Moved = { moved: number; refused: number };

/**
 * Moves one situation, or all that the map is sound for among the first of an older version, each
 * in its own transaction with its entry in the trail. Whatever is not proven sound stays.
 *
 * @param reference of the one; left out for all
 */
export function moveSituations(
	db: Db,
	move: Move,
	moment: Moment,
	{ reference, ...cut }: Cut & { reference?: string | undefined },
): Moved {
	const met: Moved = { moved: 0, refused: 0 };
	for (const pk of runningUnder(db, move, cut)) {
		if (reference !== undefined && referenceOf(db, pk) !== reference) continue;
		if (moveOne(db, move, moment, pk)) met.moved += 1;
		else met.refused += 1;
	}
	return met;
}

function moveOne(db: Db, move: Move, moment: Moment, situationPk: number): boolean {
	const { territoryId, acting, to } = move;
	return db.transaction(
		(tx) => {
			const { recorded } = decideAndRecord(
				db,
				{ territoryId, situationPk },
				moment,
				(situation, circumstances) => decideHere(tx, move, situation, circumstances),
			);
			if (!recorded) return false;
			const { actor, structure: structureId } = acting;
			const entry = { actor, structureId, situationPk, subject: to } as const;
			recordAudit(tx, moment, { ...entry, act: "SITUATION_MOVED" });
			return true;
		},
		{ behavior: "immediate" },
	);
}

function decideHere(
	db: Db | Tx,
	{ territoryId, from, to, map, acting }: Move,
	situation: Situation,
	circumstances: Parameters<typeof decide>[2],
): Decision {
	const version = compiledVersion(db, territoryId, to);
	const seen = situation.position;
	const command = { type: "move-situation", acting, seen, from, to, version, map } as const;
	return decide(situation, command, circumstances);
}

/** In a fixed order, so that a page shows the same ones when it is sent. */
function runningUnder(db: Db, { territoryId, from }: Move, { limit, offset = 0 }: Cut): number[] {
	return db
		.select({ pk: situations.pk })
		.from(situations)
		.where(
			and(
				eq(situations.territoryId, territoryId),
				eq(situations.versionHash, from),
				eq(situations.status, "open"),
			),
		)
		.orderBy(asc(situations.pk))
		.limit(limit)
		.offset(offset)
		.all()
		.map(({ pk }) => pk);
}

/** Drawn from the situation's own key: nobody can guess it, and it ends with the key. */
function referenceOf(db: Db, situationPk: number): string {
	const key = dataKeyOf(keysOf(db), situationPk);
	return createHmac("sha256", key).update("move").digest().subarray(0, 16).toString("base64url");
}
