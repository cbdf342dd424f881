import type { KeyObject } from "node:crypto";
import type Database from "better-sqlite3";
import { publicKeyOf } from "./checkpoints.ts";
import type { Db } from "./client.ts";
import { forgottenKeys, knownKeys } from "./keys/key-store.ts";
import { keysOf } from "./keys/keys-of.ts";
import { situations } from "./schema/situations.ts";
import { verifyChains } from "./verify-chains.ts";

/** Whether what was written is still there as it was, as far as the store itself can tell. */
export type Integrity = {
	/** The first entry of each chain that does not follow; undefined where all of them do. */
	brokenAt: { journal: number | undefined; audit: number | undefined };
	/** How many of the store's own checkpoints it no longer agrees with. */
	disagreeing: number;
	/** Situations whose key is not there, although nobody forgot it. */
	unreadable: number;
};

/**
 * Works out both chains anew, compares them with the store's own checkpoints, and asks for the key
 * of every situation. What somebody did who writes both the chains and the checkpoints is seen only
 * with a checkpoint held outside: `relais audit verify`.
 */
export function integrityOf(db: Db, now: number): Integrity {
	return { ...chainsOf(db.$client, publicKeyOf(db), now), unreadable: keylessSituations(db) };
}

/** What of it needs no key but the public one. */
export type Chains = Omit<Integrity, "unreadable">;

/** The part that reads the whole history: of a large store, in a thread of its own. */
export function chainsOf(client: Database.Database, publicKey: KeyObject, now: number): Chains {
	const { chains, stored } = verifyChains(client, { publicKey, now });
	return {
		brokenAt: { journal: chains.journal.brokenAt, audit: chains.audit.brokenAt },
		disagreeing: stored.wrong.length,
	};
}

/** Whether anything speaks against the store. */
export function isWhole({ brokenAt, disagreeing, unreadable: without }: Integrity): boolean {
	const unbroken = brokenAt.journal === undefined && brokenAt.audit === undefined;
	return unbroken && disagreeing === 0 && without === 0;
}

/** How many situations have no key, although nobody forgot it. */
export function keylessSituations(db: Db): number {
	const keys = keysOf(db);
	const accounted = new Set([...knownKeys(keys), ...forgottenKeys(keys)]);
	const all = db.select({ pk: situations.pk }).from(situations).all();
	return all.filter(({ pk }) => !accounted.has(pk)).length;
}
