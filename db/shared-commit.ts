import type Database from "better-sqlite3";
import type { Db } from "./client.ts";

type Waiting = {
	act(): unknown;
	resolve(value: unknown): void;
	reject(reason: unknown): void;
};

const queues = new WeakMap<Database.Database, Waiting[]>();

/** Most acts of one transaction: whoever comes after waits for the next one. */
const mostTogether = 16;

/**
 * Does something in the store together with whatever else waits to be done: the disk is waited for
 * once for all of it. Each act is undone alone when it throws, as in a transaction of its own; what
 * was promised is on the disk.
 *
 * @param act does all of its work at once, in a transaction that it may open itself
 * @throws whatever `act` throws; SqliteError, for everybody, when nothing could be committed
 */
export function shareCommit<Result>(db: Db, act: () => Result): Promise<Result> {
	return new Promise<Result>((resolve, reject) => {
		const queue = queues.get(db.$client) ?? [];
		queues.set(db.$client, queue);
		queue.push({ act, resolve: resolve as Waiting["resolve"], reject });
		// Requests that arrived together come as far as this in the same turn of the event loop.
		if (queue.length === 1) setImmediate(commitNext, db, queue);
	});
}

function commitNext(db: Db, queue: Waiting[]): void {
	const together = queue.slice(0, mostTogether);
	try {
		for (const settle of committed(db, together)) settle();
	} catch (fault) {
		for (const { reject } of together) reject(fault);
	}
	queue.splice(0, together.length);
	if (queue.length > 0) setImmediate(commitNext, db, queue);
}

/** Does all of them in one transaction. @returns what tells each of them, once it is committed */
function committed({ $client }: Db, together: readonly Waiting[]): (() => void)[] {
	const all = $client.transaction(() => together.map((one) => attempted($client, one)));
	return all.immediate();
}

function attempted(client: Database.Database, { act, resolve, reject }: Waiting): () => void {
	try {
		const value = client.transaction(act)();
		return () => resolve(value);
	} catch (error) {
		// A fault of the store may have undone the whole transaction: nobody's act is kept then.
		if (!client.inTransaction) throw error;
		return () => reject(error);
	}
}
