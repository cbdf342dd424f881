import { closeSync, existsSync, openSync, readSync } from "node:fs";
import { eq } from "drizzle-orm";
import type { Db, Tx } from "./client.ts";
import { wrappedDataKey } from "./keys/key-store.ts";
import { keysOf } from "./keys/keys-of.ts";
import { handoffs } from "./schema/handoffs.ts";
import { participations } from "./schema/situations.ts";

/** What nobody else has, and by which a situation could be recognised in the bytes of a file. */
export type Traces = {
	/** Codes, numbers and addresses, as structures know them. */
	names: string[];
	/** Its key, as it lies in the key store. */
	key: Buffer | undefined;
};

/** Notes what must be gone from the files once a situation is forgotten. */
export function tracesOf(db: Db | Tx, situationPk: number): Traces {
	const parts = db
		.select({ handle: participations.handle, code: participations.code })
		.from(participations)
		.where(eq(participations.situationPk, situationPk))
		.all();
	const { id, number, senderHandle, recipientHandle } = handoffs;
	const sent = db
		.select({ id, number, senderHandle, recipientHandle })
		.from(handoffs)
		.where(eq(handoffs.situationPk, situationPk))
		.all();
	return {
		names: [...parts, ...sent].flatMap((row) => Object.values(row)),
		key: wrappedDataKey(keysOf(db), situationPk),
	};
}

/** Whether anything of a situation can still be read in the bytes of the two stores and their logs. */
export function areLeft(db: Db, { names, key }: Traces): boolean {
	const files = [db.$client.name, keysOf(db).client.name];
	const searched = [...names.map((name) => Buffer.from(name)), ...(key ? [key] : [])];
	return files
		.flatMap((file) => [file, `${file}-wal`])
		.filter((file) => existsSync(file))
		.some((file) => holdsAny(file, searched));
}

const pieceBytes = 4 * 1024 * 1024;

/** Reads a file piece by piece; each begins with the end of the one before. */
function holdsAny(file: string, searched: readonly Buffer[]): boolean {
	const longest = Math.max(0, ...searched.map(({ length }) => length));
	const piece = Buffer.alloc(pieceBytes + longest);
	const handle = openSync(file, "r");
	try {
		for (let kept = 0; ; ) {
			const read = readSync(handle, piece, kept, pieceBytes, null);
			if (read === 0) return false;
			const filled = piece.subarray(0, kept + read);
			if (searched.some((bytes) => filled.includes(bytes))) return true;
			kept = Math.min(longest, filled.length);
			filled.copy(piece, 0, filled.length - kept);
		}
	} finally {
		closeSync(handle);
	}
}
