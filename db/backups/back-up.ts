import {
	closeSync,
	createWriteStream,
	existsSync,
	fsyncSync,
	openSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { rename } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { signingKeyOf } from "../checkpoints.ts";
import type { Db } from "../client.ts";
import { keysOf } from "../keys/keys-of.ts";
import { encrypted } from "./age-file.ts";
import { archived, digestOf } from "./archive.ts";
import { BackupFault } from "./backup-fault.ts";
import { type BackupFiles, type Part, parts } from "./backup-names.ts";
import { holdSnapshot } from "./copy-store.ts";
import {
	countsOf,
	headsOf,
	latestCheckpoint,
	type Manifest,
	schemaOf,
	signManifest,
} from "./manifest.ts";
import { nextPurgeList, purgeListIn } from "./purge-list.ts";
import { withUnfinished } from "./unfinished.ts";

/** What to back up, where to, and for whom. */
export type BackupWish = {
	/** Both stores, open: they go on being written. */
	db: Db;
	/** The files to make; they must not be there. */
	into: BackupFiles;
	recipients: readonly string[];
	now: number;
	/** The version of Relais. */
	version: string;
	signal?: AbortSignal | undefined;
};

/** A backup that was made. */
export type Backup = {
	files: BackupFiles;
	bytes: number;
	manifest: Manifest;
	/** Whether the list of what was forgotten that lay there was not ours: it was put aside. */
	listRefused: boolean;
};

/** What each store is called inside its archive. */
export const insideNames: Record<Part, string> = { store: "relais.db", keys: "keys.db" };

/**
 * Copies both stores as they are at one instant, while they are written to, and encrypts each into
 * a file of its own: keys are kept for a week, stores for a month. The wrapping key is in neither.
 *
 * The store is held first. Keys are made before their situation and forgotten with it, so that every
 * situation of the copy has its key in the other one, or a sign that it was forgotten.
 */
export async function backUp(wish: BackupWish): Promise<Backup> {
	const directory = dirname(wish.into.store);
	return withUnfinished(directory, wish.signal, async (unfinished) => {
		const list = purgeListIn(directory);
		const purges = nextPurgeList(wish.db, list);
		const copies = { store: join(unfinished, "store"), keys: join(unfinished, "keys") };
		const manifest = await copyBoth(wish, copies);
		const { text, signature } = signManifest(manifest, signingKeyOf(wish.db));
		let bytes = 0;
		for (const part of parts) {
			const entries = [
				{ name: "manifest.json", bytes: Buffer.from(text) },
				{ name: "manifest.signature", bytes: Buffer.from(signature) },
				{ name: insideNames[part], file: copies[part] },
			];
			const sealed = `${copies[part]}.age`;
			const stream = await encrypted(archived(entries), wish.recipients);
			const options = { mode: 0o600, flags: "wx", flush: true };
			await pipeline(stream, createWriteStream(sealed, options), { signal: wish.signal });
			bytes += statSync(sealed).size;
		}
		writeFileSync(join(unfinished, "purges"), purges.text, { mode: 0o600, flush: true });
		// The store comes last: where it is, its keys are.
		if (purges.refused) await rename(list, `${list}.refused`);
		await rename(join(unfinished, "purges"), list);
		await settle(`${copies.keys}.age`, wish.into.keys);
		await settle(`${copies.store}.age`, wish.into.store);
		syncDirectory(directory);
		return { files: wish.into, bytes, manifest, listRefused: purges.refused };
	});
}

async function copyBoth({ db, now, version, signal }: BackupWish, copies: BackupFiles) {
	const store = holdSnapshot(db.$client.name);
	try {
		const keys = holdSnapshot(keysOf(db).client.name);
		try {
			await store.copyTo(copies.store, signal);
			await keys.copyTo(copies.keys, signal);
			return await manifestOf(store.client, copies, { now, version });
		} finally {
			keys.close();
		}
	} finally {
		store.close();
	}
}

async function manifestOf(
	client: Db["$client"],
	copies: BackupFiles,
	{ now, version }: { now: number; version: string },
): Promise<Manifest> {
	const described = async (file: string) => ({
		bytes: statSync(file).size,
		sha256: await digestOf(file),
	});
	return {
		format: "relais-backup-1",
		at: new Date(now).toISOString(),
		versions: {
			relais: version,
			node: process.versions.node,
			sqlite: String(client.prepare("SELECT sqlite_version()").pluck().get()),
		},
		schema: schemaOf(client),
		files: { store: await described(copies.store), keys: await described(copies.keys) },
		counts: countsOf(client),
		heads: headsOf(client),
		checkpoint: latestCheckpoint(client),
	};
}

/** Gives a finished file its name, never over one that is there. */
async function settle(from: string, to: string): Promise<void> {
	if (existsSync(to)) {
		throw new BackupFault("place", `There is a file at ${to} already: nothing was changed.`);
	}
	await rename(from, to);
}

function syncDirectory(directory: string): void {
	const handle = openSync(directory, "r");
	fsyncSync(handle);
	closeSync(handle);
}
