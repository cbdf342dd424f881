import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { openConnection } from "../connection.ts";
import { closeStores, openStores, placesIn } from "../stores.ts";
import type { Witness } from "../verify-chains.ts";
import { BackupFault } from "./backup-fault.ts";
import { keysBeside } from "./backup-names.ts";
import { openBackup, type Told } from "./open-backup.ts";
import { isSound, type KeyProof, type Proof, proveCopy, proveWithKeys } from "./prove-copy.ts";
import { purgeListIn } from "./purge-list.ts";

/** Which backup to put back, where, and what to hold it against. */
export type RestoreWish = {
	/** The file of the store. */
	store: string;
	/** The file of the keys; otherwise the newest beside it. */
	keys?: string | undefined;
	identities: readonly string[];
	/** A directory that is empty, or not there yet. */
	to: string;
	/** The file of the wrapping key; without it the keys are not opened, and nothing is forgotten. */
	wrappingKey?: string | undefined;
	/** The list of what was forgotten; otherwise the one beside the backup, when it is there. */
	purges?: string | undefined;
	/** A checkpoint that was kept outside. */
	witness?: Witness | undefined;
	now: number;
	signal?: AbortSignal | undefined;
};

/** A backup that was put back, and what was found in it. */
export type Restored = {
	manifest: Told["manifest"];
	/** When the backup of the keys was made: it may be a newer one. */
	keysAt: string;
	proof: Proof;
	/** Undefined without the wrapping key. */
	keyProof: KeyProof | undefined;
	/** Whether nothing speaks against it. */
	sound: boolean;
};

/**
 * Puts a backup back into an empty directory and proves it: each byte, both histories, who waits,
 * what will remind. Then forgets again what was forgotten after the backup was made. On failure the
 * directory is as it was.
 *
 * @throws BackupFault in words for whoever operates the server
 * @throws CannotStart when the wrapping key is not the one of this store
 */
export async function restoreBackup(wish: RestoreWish): Promise<Restored> {
	const keysFile = wish.keys ?? keysBeside(wish.store);
	const wasThere = existsSync(wish.to);
	if (wasThere && readdirSync(wish.to).length > 0) {
		throw new BackupFault("place", `${wish.to} is not empty: nothing was changed.`);
	}
	const places = { ...placesIn(wish.to), wrappingKey: wish.wrappingKey };
	mkdirSync(dirname(places.keys), { recursive: true, mode: 0o700 });
	try {
		const { identities, signal } = wish;
		const store = await openBackup(wish.store, {
			part: "store",
			identities,
			into: places.store,
			signal,
		});
		const keys = await openBackup(keysFile, {
			part: "keys",
			identities,
			into: places.keys,
			signal,
		});
		assertNewEnough(store, keys);
		return proven(wish, store, keys);
	} catch (error) {
		for (const name of readdirSync(wish.to)) {
			rmSync(join(wish.to, name), { recursive: true, force: true });
		}
		if (!wasThere) rmSync(wish.to, { recursive: true, force: true });
		throw error;
	}
}

/** Keys from before the store would lack those of situations that were opened in between. */
function assertNewEnough(store: Told, keys: Told): void {
	if (keys.manifest.at >= store.manifest.at) return;
	throw new BackupFault(
		"mismatched",
		`The backup of the keys is of ${keys.manifest.at}, before that of the store (${store.manifest.at}): use a newer one.`,
	);
}

function proven(wish: RestoreWish, store: Told, keys: Told): Restored {
	const places = { ...placesIn(wish.to), wrappingKey: wish.wrappingKey };
	const { witness, now } = wish;
	const client = openConnection(places.store);
	const proof = proveCopy(client, store, { witness, now });
	client.close();
	const keyProof = wish.wrappingKey === undefined ? undefined : openedWithKeys();
	return {
		manifest: store.manifest,
		keysAt: keys.manifest.at,
		proof,
		keyProof,
		sound: isSound(proof) && (keyProof === undefined || areKeysSound(keyProof)),
	};

	function openedWithKeys(): KeyProof {
		const db = openStores(places);
		try {
			const beside = purgeListIn(dirname(wish.store));
			const purges = wish.purges ?? (existsSync(beside) ? beside : undefined);
			return proveWithKeys(db, [store, keys], { purges, now });
		} finally {
			closeStores(db);
		}
	}
}

function areKeysSound({ signed, unreadable, list, purges }: KeyProof): boolean {
	return signed && unreadable === 0 && list !== "refused" && purges.unverified === 0;
}
