import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
	closeSync,
	mkdtempSync,
	openSync,
	readFileSync,
	renameSync,
	rmSync,
	truncateSync,
	writeFileSync,
	writeSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Db } from "#db/client.ts";
import { emptyLog, forgetPages } from "#db/connection.ts";
import { actInStore, handoffsOf, type Told } from "#db/small-casework.ts";
import type { Places } from "#db/stores.ts";
import { storeFaultOf } from "./faults.server.ts";
import type { StoreInFiles } from "./store-in-files.for-tests.ts";

/** Something that happens to the files of a store while the server runs, and ends again. */
export type StoreFault = {
	what: string;
	/** What the incident says of it, once it can be written. */
	reason: "store-full" | "store-read-only" | "store-busy" | "store-unreadable";
	/** What is written before it begins, and is no part of it. */
	prepare?(stage: StoreInFiles): void;
	/** @returns what ends it */
	begin(stage: StoreInFiles): Promise<() => Promise<void>> | (() => void);
};

/** A directory whose disk can be filled, where this machine lets us make one. */
export function smallDisk(): { directory: string; remove(): void } | undefined {
	const directory = mkdtempSync(join(tmpdir(), "relais-small-disk-"));
	const mounts = ["-t", "tmpfs", "-o", "size=24m,mode=700", "tmpfs", directory];
	if (process.getuid?.() === 0 && spawnSync("mount", mounts).status === 0) {
		return {
			directory: join(directory, "data"),
			remove() {
				spawnSync("umount", ["-l", directory]);
				rmSync(directory, { recursive: true, force: true });
			},
		};
	}
	rmSync(directory, { recursive: true, force: true });
	return undefined;
}

/** A disk on which no byte is left: only on a disk of our own. */
export const diskFull: StoreFault = {
	what: "the disk is full",
	reason: "store-full",
	begin({ places, services }) {
		emptyLog(services.db.$client);
		const filler = join(dirname(places.store), "filler");
		fillDisk(filler);
		return () => rmSync(filler);
	},
};

/** Writes a file until no byte is left on its disk. */
export function fillDisk(filler: string): void {
	const file = openSync(filler, "w");
	for (const size of [1_048_576, 4096, 1]) while (writes(file, size));
	closeSync(file);
}

function writes(file: number, size: number): boolean {
	try {
		return writeSync(file, Buffer.alloc(size)) === size;
	} catch {
		return false;
	}
}

/** Nothing may be written. */
export const readOnly: StoreFault = {
	what: "the store is read-only",
	reason: "store-read-only",
	begin({ services }) {
		services.db.$client.pragma("query_only = ON");
		return () => {
			services.db.$client.pragma("query_only = OFF");
		};
	},
};

/** What can happen anywhere. */
export const storeFaults: StoreFault[] = [
	{
		what: "the store may not grow any more",
		reason: "store-full",
		prepare({ services, sent }) {
			const { $client } = services.db;
			const ready = [901, 902, 903, 904, 905, 906, 907, 908].map(sent);
			$client.pragma(`max_page_count = ${$client.pragma("page_count", { simple: true })}`);
			// The last pages still have room, for one more or two of what is tried next.
			while (ready.length > 0 && isAccepted(services.db, ready.pop()));
		},
		begin({ services }) {
			return () => {
				services.db.$client.pragma("max_page_count = 4294967294");
			};
		},
	},
	readOnly,
	{
		what: "another process holds the store for longer than we wait",
		reason: "store-busy",
		async begin({ places, services }) {
			const { $client } = services.db;
			const patience = $client.pragma("busy_timeout", { simple: true });
			$client.pragma("busy_timeout = 20");
			const holder = await holding(places.store);
			return async () => {
				holder.kill("SIGKILL");
				await once(holder, "close");
				$client.pragma(`busy_timeout = ${patience}`);
			};
		},
	},
	{
		what: "the end of the file cannot be read",
		reason: "store-unreadable",
		begin({ places, services }) {
			const whole = onDisk(places, services.db);
			truncateSync(places.store, 2 * 4096);
			forgetPages(services.db.$client);
			return () => writeFileSync(places.store, whole, { flag: "r+" });
		},
	},
	{
		what: "the file is not a database",
		reason: "store-unreadable",
		begin({ places, services }) {
			const whole = onDisk(places, services.db);
			writeFileSync(places.store, "No database. ".repeat(8), { flag: "r+" });
			forgetPages(services.db.$client);
			return () => writeFileSync(places.store, whole, { flag: "r+" });
		},
	},
	{
		what: "the file of the keys is missing",
		reason: "store-read-only",
		begin({ places }) {
			renameSync(places.keys, `${places.keys}.away`);
			return () => renameSync(`${places.keys}.away`, places.keys);
		},
	},
];

/** Another process that has begun to write, and does not end. */
async function holding(file: string): Promise<ChildProcess> {
	const library = createRequire(import.meta.url).resolve("better-sqlite3");
	const program = `
		const db = new (require(${JSON.stringify(library)}))(${JSON.stringify(file)});
		db.exec("BEGIN IMMEDIATE");
		process.stdout.write("holding");
		setInterval(() => {}, 60_000);
	`;
	const holder = spawn(process.execPath, ["-e", program], { stdio: ["ignore", "pipe", "inherit"] });
	if (holder.stdout) await once(holder.stdout, "data");
	return holder;
}

/** Whether the report of a situation could still be accepted. */
function isAccepted(db: Db, told: Told | undefined): boolean {
	const [handoff] = told ? handoffsOf(db, told.situationPk) : [];
	if (!told || !handoff) return false;
	const asking = {
		by: "crip",
		act: "ACCEPT",
		handoff: handoff.id,
		seen: handoff.latestAct,
	} as const;
	try {
		const territory = { territoryId: "small" };
		return actInStore(db, territory, told.situationPk, { ...asking, now: told.now }).recorded;
	} catch (error) {
		if (storeFaultOf(error) === "SQLITE_FULL") return false;
		throw error;
	}
}

/** All that the store holds, once nothing of it is in its log any more. */
function onDisk({ store }: Places, db: Db): Buffer {
	emptyLog(db.$client);
	return readFileSync(store);
}
