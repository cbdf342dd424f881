import { createHash } from "node:crypto";
import type { Db } from "#db/client.ts";
import { dataKeyOf, knownKeys } from "#db/keys/key-store.ts";
import { keysOf } from "#db/keys/keys-of.ts";
import { openEvent } from "#db/sealed-events.ts";
import type { SituationEvent } from "#protocols/casework/events.ts";

/** An entry of the journal that is new since somebody looked. */
export type Entry = {
	sequence: number;
	situationPk: number;
	position: number;
	event: SituationEvent;
};

/** A message that was queued since somebody looked. */
export type Message = {
	id: number;
	/** Null for whoever runs the server. */
	structureId: string | null;
	audience: string;
	kind: string;
	at: number;
};

/**
 * What a simulation has seen of history so far, kept beside the store: what the store forgets, or
 * tells otherwise later, is still known here.
 */
export type Ledger = {
	/** Reads what was added. @throws Error where the journal does not go on where it stopped */
	read(db: Db): { entries: Entry[]; messages: Message[] };
	/** Stands for everything that was read: the same story gives the same digest. */
	digest(): string;
	/** The last message that was read. */
	readonly lastMessage: number;
	/** How many were read. */
	readonly messages: number;
};

type Row = { sequence: number; situation_pk: number; position: number; sealed: Buffer };

export function ledger(): Ledger {
	const hash = createHash("sha256");
	let sequence = 0;
	let lastMessage = 0;
	let messages = 0;
	return {
		read(db) {
			const entries = entriesAfter(db, sequence);
			const queued = messagesAfter(db, lastMessage);
			for (const entry of entries) {
				if (entry.sequence !== sequence + 1) throw new Error("The journal has a gap.");
				sequence = entry.sequence;
				hash.update(JSON.stringify([entry.situationPk, entry.position, entry.event]));
			}
			for (const { id, ...said } of queued) {
				hash.update(JSON.stringify(said));
				lastMessage = id;
			}
			messages += queued.length;
			return { entries, messages: queued };
		},
		digest: () => hash.copy().digest("hex"),
		get lastMessage() {
			return lastMessage;
		},
		get messages() {
			return messages;
		},
	};
}

function entriesAfter(db: Db, sequence: number): Entry[] {
	const rows = db.$client
		.prepare(
			"SELECT sequence, situation_pk, position, sealed FROM journal WHERE sequence > ? ORDER BY 1",
		)
		.all(sequence) as Row[];
	if (rows.length === 0) return [];
	const known = new Set(knownKeys(keysOf(db)));
	return rows.map(({ sequence: at, situation_pk: situationPk, position, sealed }) => {
		if (!known.has(situationPk)) throw new Error("An event was forgotten before it was a day old.");
		const event = openEvent(dataKeyOf(keysOf(db), situationPk), { situationPk, position }, sealed);
		return { sequence: at, situationPk, position, event };
	});
}

function messagesAfter(db: Db, id: number): Message[] {
	return db.$client
		.prepare(
			"SELECT id, structure_id AS structureId, audience, kind, at FROM outbox WHERE id > ? ORDER BY id",
		)
		.all(id) as Message[];
}
