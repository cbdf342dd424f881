import { and, asc, eq, gt, isNull, lt, notInArray, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Db, Tx } from "./client.ts";
import { hurriedly } from "./connection.ts";
import {
	type incidentReasons,
	type incidentResolutions,
	type incidentSources,
	incidents,
	mostTimes,
} from "./schema/incidents.ts";
import { outbox } from "./schema/journal.ts";
import { members } from "./schema/structures.ts";

export type IncidentSource = (typeof incidentSources)[number];
export type IncidentReason = (typeof incidentReasons)[number];
export type IncidentResolution = (typeof incidentResolutions)[number];

/** What is stuck: one incident at a time is open about one thing. */
export type Stuck = { source: IncidentSource; key: string };

/** An incident as those who look after it see it: codes and ages, never what it is about. */
export type Incident = {
	id: number;
	source: IncidentSource;
	reason: IncidentReason;
	openedAt: number;
	latestAt: number;
	times: number;
	ownerId: string | null;
	/** What colleagues call them. */
	ownerLabel: string | null;
	resolution: IncidentResolution | null;
	resolvedAt: number | null;
};

/** A clock of a situation, as an incident is about it. */
export function stuckTimer(situationPk: number, clock: string): Stuck {
	return { source: "timer", key: `timer:${situationPk}:${clock}` };
}

/** A message of the outbox, as an incident is about it. */
export function stuckLetter(outboxId: number): Stuck {
	return { source: "outbox", key: `letter:${outboxId}` };
}

/** The letters to whoever runs the server, as one incident is about all of them. */
export const operatorLetters: Stuck = { source: "outbox", key: "letter:operator" };

/**
 * Opens an incident, or counts the one that is open about the same thing, once in ten minutes. It never
 * throws: whoever met an error goes on with the next thing, whatever the store says to this one.
 * Call it outside a transaction that may be undone. Whoever runs the server is told of a new one.
 *
 * @param key names what is stuck: `stuckTimer`, `stuckLetter`, or a word such as `retention`
 * @returns "not-kept" where the store could not be written
 */
export function openIncident(
	db: Db,
	{ source, key, reason, at }: Stuck & { reason: IncidentReason; at: number },
): "opened" | "known" | "not-kept" {
	try {
		if (isKnownSince(db, { source, key, reason }, at - spellMs)) return "known";
		return hurriedly(db.$client, () =>
			db.transaction((tx) => openOrCount(tx, { source, key, reason, at }), {
				behavior: "immediate",
			}),
		);
	} catch {
		return "not-kept";
	}
}

/** What fails every few seconds is written once in this time: the journal needs the disk. */
const spellMs = 10 * 60_000;

function isKnownSince(
	db: Db,
	{ source, key, reason }: Stuck & { reason: IncidentReason },
	since: number,
): boolean {
	const met = and(isOpen({ source, key }), eq(incidents.reason, reason));
	return (
		db
			.select({ id: incidents.id })
			.from(incidents)
			.where(and(met, gt(incidents.latestAt, since)))
			.get() !== undefined
	);
}

function openOrCount(tx: Tx, { source, key, reason, at }: Parameters<typeof openIncident>[1]) {
	const { changes } = tx
		.update(incidents)
		.set({ reason, latestAt: at, times: sql`min(${incidents.times} + 1, ${mostTimes})` })
		.where(isOpen({ source, key }))
		.run();
	if (changes > 0) return "known";
	const situationPk = source === "timer" ? Number(key.split(":")[1]) : null;
	tx.insert(incidents)
		.values({ source, key, reason, situationPk, openedAt: at, latestAt: at })
		.run();
	if (isToldByLetter({ source, key })) tellOperator(tx, at);
	return "opened";
}

/** The alarm of a silent sweeper writes by itself; a letter cannot say that its own like fail. */
function isToldByLetter({ source, key }: Stuck): boolean {
	return source !== "sweep-silent" && key !== operatorLetters.key;
}

function tellOperator(tx: Tx, at: number): void {
	tx.insert(outbox).values({ structureId: null, kind: "operator", at }).run();
}

/**
 * Ends an incident: by its number, or whichever is open about a thing.
 *
 * @returns false when none is open any more
 */
export function resolveIncident(
	db: Db | Tx,
	which: { id: number } | Stuck,
	{ resolution, at }: { resolution: IncidentResolution; at: number },
): boolean {
	const found = "id" in which ? and(eq(incidents.id, which.id), open) : isOpen(which);
	return end(db, found, { resolution, at }) > 0;
}

/** Ends the incidents about clocks of which a whole sweep no longer says that they are stuck. */
export function settleTimers(db: Db | Tx, stuck: readonly Stuck[], at: number): void {
	const keys = stuck.map(({ key }) => key);
	const gone = and(eq(incidents.source, "timer"), notInArray(incidents.key, keys), open);
	if (!db.select({ id: incidents.id }).from(incidents).where(gone).limit(1).get()) return;
	end(db, gone, { resolution: "went-through", at });
}

/** Of a clock only the week is kept once it is over: an exact instant would outlive its situation's. */
function end(
	db: Db | Tx,
	found: SQL | undefined,
	{ resolution, at }: { resolution: IncidentResolution; at: number },
): number {
	const { changes } = db
		.update(incidents)
		.set({
			resolution,
			resolvedAt: kept(sql`${at}`),
			openedAt: kept(incidents.openedAt),
			latestAt: kept(incidents.latestAt),
		})
		.where(found)
		.run();
	return changes;
}

function kept(at: SQL | SQLiteColumn): SQL {
	const week = sql`${at} - (${at} - 345600000) % 604800000`;
	return sql`case ${incidents.source} when 'timer' then ${week} else ${at} end`;
}

/** Gives an incident to an administrator. @returns false when it is not open any more */
export function takeIncident(db: Db | Tx, id: number, ownerId: string): boolean {
	const found = and(eq(incidents.id, id), open);
	return db.update(incidents).set({ ownerId }).where(found).run().changes > 0;
}

/** What is stuck, the longest wait first. */
export function openIncidents(db: Db, limit = 200): Incident[] {
	return db
		.select(shown)
		.from(incidents)
		.leftJoin(members, eq(members.id, incidents.ownerId))
		.where(open)
		.orderBy(asc(incidents.openedAt), asc(incidents.id))
		.limit(limit)
		.all();
}

/** The number of the incident that is open about a thing. */
export function openIncidentAbout(db: Db | Tx, stuck: Stuck): number | undefined {
	return db.select({ id: incidents.id }).from(incidents).where(isOpen(stuck)).get()?.id;
}

/** What an incident is about, for whoever tries its work again. */
export function stuckIn(db: Db | Tx, id: number): (Stuck & Incident) | undefined {
	const row = { ...shown, key: incidents.key };
	return db
		.select(row)
		.from(incidents)
		.leftJoin(members, eq(members.id, incidents.ownerId))
		.where(and(eq(incidents.id, id), open))
		.get();
}

const keptMs = 90 * 86_400_000;

/** Forgets incidents that ended three months ago. */
export function forgetIncidents(db: Db | Tx, now: number): void {
	db.delete(incidents)
		.where(lt(incidents.resolvedAt, now - keptMs))
		.run();
}

const open = isNull(incidents.resolvedAt);

const shown = {
	id: incidents.id,
	source: incidents.source,
	reason: incidents.reason,
	openedAt: incidents.openedAt,
	latestAt: incidents.latestAt,
	times: incidents.times,
	ownerId: incidents.ownerId,
	ownerLabel: members.label,
	resolution: incidents.resolution,
	resolvedAt: incidents.resolvedAt,
};

function isOpen({ source, key }: Stuck) {
	return and(eq(incidents.source, source), eq(incidents.key, key), open);
}
