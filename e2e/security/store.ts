import Database from "better-sqlite3";

/** The store of a running Relais, to find what the seed put there: codes and handles are random. */
export type Store = {
	/** The only row that a query finds first. Fails when there is none: the seed lacks such a thing. */
	first<Row>(query: string, ...values: (string | number)[]): Row;
	all<Row>(query: string, ...values: (string | number)[]): Row[];
	/** Keeps every other writer out until the act is over. */
	whileLocked<Result>(act: () => Promise<Result>): Promise<Result>;
	close(): void;
};

/** Opens the file beside the server that writes it. Nothing here writes. */
export function openStore(file: string): Store {
	const db = new Database(file, { fileMustExist: true });
	return {
		first<Row>(query: string, ...values: (string | number)[]) {
			const row = db.prepare(query).get(...values) as Row | undefined;
			if (!row) throw new Error(`The seed has nothing for: ${query} (${values.join(", ")})`);
			return row;
		},
		all: <Row>(query: string, ...values: (string | number)[]) =>
			db.prepare(query).all(...values) as Row[],
		async whileLocked(act) {
			db.exec("BEGIN IMMEDIATE");
			try {
				return await act();
			} finally {
				db.exec("ROLLBACK");
			}
		},
		close: () => db.close(),
	};
}
