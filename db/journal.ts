import { and, eq, sql } from "drizzle-orm";
import type { OpenSituation } from "#protocols/casework/commands.ts";
import type { SituationEvent } from "#protocols/casework/events.ts";
import { decideOpening } from "#protocols/casework/opening.ts";
import type { Refusal } from "#protocols/casework/refusal.ts";
import type { Circumstances, Situation } from "#protocols/casework/situation.ts";
import type { Decision } from "#protocols/casework/story.ts";
import { witnessHandoffs } from "./checkpoints.ts";
import { circumstancesOf } from "./circumstances.ts";
import type { Db, Tx } from "./client.ts";
import { appendEntries, lastEntry } from "./entries.ts";
import { situationNow } from "./history.ts";
import { earlierSending, rememberSending, type Sending } from "./idempotency.ts";
import { makeDataKey } from "./keys/key-store.ts";
import { keysOf } from "./keys/keys-of.ts";
import { assertKnownNames } from "./known-names.ts";
import { coordinatingOf, queueMessages } from "./outbox.ts";
import { preparedOnce } from "./prepared.ts";
import { situationRow } from "./projection.ts";
import { compiledVersion } from "./protocol-versions.ts";
import type { Random } from "./pseudonyms/code.ts";
import { rememberRecalls } from "./recalls.ts";
import { writeRows } from "./rows.ts";
import { participations, situations } from "./schema/situations.ts";

/** The instant and the chance of one request. */
export type Moment = { now: number; random: Random };

/** Which situation, in which territory. */
export type SituationKey = { territoryId: string; situationPk: number };

/** What became of a wish: recorded, already recorded before, or refused with a reason. */
export type Recorded =
	| { recorded: true; situation: Situation; events: SituationEvent[]; outcome: string }
	| { recorded: true; repeated: true; outcome: string }
	| { recorded: false; refusal: Refusal | { code: "key-reused" } };

/**
 * The only place that writes history.
 *
 * Reads the situation, asks `decide`, and records the accepted events together with the rows that
 * lists read, the timers and the outbox, in one immediate transaction. A second writer waits, then
 * decides on what the first one left.
 *
 * @param sending a form that may be sent twice; left out by the clock
 * @param told the situation as its reader was told it: told again only where something was entered since
 * @throws RangeError when the territory has no such situation (look it up first)
 * @throws SqliteError `SQLITE_BUSY` when another writer holds the file for longer than 5 s
 */
export function decideAndRecord(
	db: Db,
	key: SituationKey,
	moment: Moment,
	decide: (situation: Situation, circumstances: Circumstances) => Decision,
	sending?: Sending,
	told?: Situation,
): Recorded {
	return db.transaction(
		(tx) => {
			const earlier = sending && earlierSending(tx, sending);
			if (earlier) return answerAgain(earlier);

			const before = situationNow(tx, ownPk(tx, key), told);
			const decision = decide(before, circumstancesOf(tx, key.territoryId, moment));
			if (!decision.accepted) return { recorded: false, refusal: decision.refusal };

			append(tx, key.situationPk, before.position, decision, moment);
			if (sending) rememberSending(tx, sending, "", moment.now);
			return { recorded: true, ...decision, outcome: "" };
		},
		{ behavior: "immediate" },
	);
}

/**
 * Opens a situation under a published version.
 *
 * @returns recorded with `outcome` the opening structure's own handle, or why not
 */
export function openSituation(
	db: Db,
	{ territoryId, versionHash }: { territoryId: string; versionHash: string },
	moment: Moment,
	command: OpenSituation,
	sending?: Sending,
): Recorded {
	return db.transaction(
		(tx) => {
			const earlier = sending && earlierSending(tx, sending);
			if (earlier) return answerAgain(earlier);

			const compiled = compiledVersion(tx, territoryId, versionHash);
			const decision = decideOpening(compiled, command, circumstancesOf(tx, territoryId, moment));
			if (!decision.accepted) return { recorded: false, refusal: decision.refusal };

			const { pk } = tx
				.insert(situations)
				.values({ territoryId, versionHash, ...situationRow(decision.situation) })
				.returning({ pk: situations.pk })
				.get();
			makeDataKey(keysOf(tx), pk);
			append(tx, pk, 0, decision, moment);
			const outcome = handleOf(tx, pk, command.acting.structure);
			if (sending) rememberSending(tx, sending, outcome, moment.now);
			return { recorded: true, ...decision, outcome };
		},
		{ behavior: "immediate" },
	);
}

/** Writes accepted events, and everything that follows from them, inside a transaction. */
export function append(
	tx: Tx,
	situationPk: number,
	position: number,
	decided: Decided,
	{ now, random }: Moment,
): void {
	enterEvents(tx, situationPk, position, decided);
	writeRows(tx, situationPk, decided.situation, random);
	tellEvents(tx, situationPk, decided, now);
}

/** What a decision accepted: its events, and the situation after them. */
export type Decided = { events: SituationEvent[]; situation: Situation };

/** Writes accepted events into history. The rows of lists follow: once, for several decisions at once. */
export function enterEvents(
	tx: Tx,
	situationPk: number,
	position: number,
	{ events, situation }: Decided,
): void {
	for (const event of events) assertKnownNames(tx, situation, event);
	appendEntries(tx, situationPk, position, events);
}

/**
 * What accepted events leave for others: checkpoints of handoffs, recalled numbers, messages.
 *
 * @param coordinating the structures in which somebody coordinates the territory
 */
export function tellEvents(
	tx: Tx,
	situationPk: number,
	{ events, situation }: Decided,
	now: number,
	coordinating: () => string[] = () => coordinatingOf(tx, situationPk),
): void {
	witnessHandoffs(tx, events, now);
	rememberRecalls(tx, events);
	queueMessages(tx, { situation, coordinating }, events, now);
}

function answerAgain(earlier: { repeated: string } | { reused: true }): Recorded {
	if ("reused" in earlier) return { recorded: false, refusal: { code: "key-reused" } };
	return { recorded: true, repeated: true, outcome: earlier.repeated };
}

function ownPk(tx: Tx, { territoryId, situationPk }: SituationKey): number {
	const row = ownPkOf(tx).get({ territoryId, situationPk });
	if (!row) throw new RangeError(`The territory ${territoryId} has no situation ${situationPk}.`);
	return row.pk;
}

const ownPkOf = preparedOnce((db) =>
	db
		.select({ pk: situations.pk })
		.from(situations)
		.where(
			and(
				eq(situations.pk, sql.placeholder("situationPk")),
				eq(situations.territoryId, sql.placeholder("territoryId")),
			),
		)
		.prepare(),
);

function handleOf(tx: Tx, situationPk: number, structureId: string): string {
	const row = tx
		.select({ handle: participations.handle })
		.from(participations)
		.where(
			and(eq(participations.situationPk, situationPk), eq(participations.structureId, structureId)),
		)
		.get();
	if (!row) throw new Error("The structure that opens a situation has a part in it.");
	return row.handle;
}

/** How far history goes: its entries are numbered without a gap, so that nobody counts them. */
export function journalHead(db: Db): { events: number; sequence: number } {
	const { sequence } = lastEntry(db);
	return { events: sequence, sequence };
}
