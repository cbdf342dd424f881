import { dirname } from "node:path";
import Database from "better-sqlite3";
import { dataKeyOf, openKeyStore } from "#db/keys/key-store.ts";
import { readWrappingKey } from "#db/keys/wrapping-key.ts";
import { openEvent } from "#db/sealed-events.ts";
import { placesIn, wrappingKeyBeside } from "#db/stores.ts";
import type { SituationEvent } from "#protocols/casework/events.ts";

type SealedEntry = { sequence: number; situationPk: number; position: number; sealed: Buffer };

/** An entry of the journal, opened. */
export type OpenedEntry = { situationPk: number; position: number; event: SituationEvent };

/** The store of a running Relais, to find what the seed put there: codes and handles are random. */
export type Store = {
	/** The only row that a query finds first. Fails when there is none: the seed lacks such a thing. */
	first<Row>(query: string, ...values: (string | number)[]): Row;
	all<Row>(query: string, ...values: (string | number)[]): Row[];
	/** What history says after an entry, opened with the keys of that Relais. */
	entriesAfter(sequence: number): OpenedEntry[];
	/** Keeps every other writer out until the act is over. */
	whileLocked<Result>(act: () => Promise<Result>): Promise<Result>;
	close(): void;
};

/** Opens the file beside the server that writes it. Nothing here writes. */
export function openStore(file: string): Store {
	const db = new Database(file, { fileMustExist: true });
	const places = placesIn(dirname(file));
	const keys = openKeyStore(places.keys, readWrappingKey(wrappingKeyBeside(places)));
	return {
		first<Row>(query: string, ...values: (string | number)[]) {
			const row = db.prepare(query).get(...values) as Row | undefined;
			if (!row) throw new Error(`The seed has nothing for: ${query} (${values.join(", ")})`);
			return row;
		},
		all: <Row>(query: string, ...values: (string | number)[]) =>
			db.prepare(query).all(...values) as Row[],
		entriesAfter: (sequence) => {
			const query = `select sequence, situation_pk situationPk, position, sealed from journal
				where sequence > ? order by sequence`;
			const entries = db.prepare(query).all(sequence) as SealedEntry[];
			return entries.map(({ sealed, situationPk, position }) => {
				const key = dataKeyOf(keys, situationPk);
				const event = openEvent(key, { situationPk, position }, sealed);
				return { situationPk, position, event };
			});
		},
		async whileLocked(act) {
			db.exec("BEGIN IMMEDIATE");
			try {
				return await act();
			} finally {
				db.exec("ROLLBACK");
			}
		},
		close() {
			db.close();
			keys.client.close();
		},
	};
}
