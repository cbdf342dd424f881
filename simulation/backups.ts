import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { generateIdentity, identityToRecipient } from "age-encryption";
import { backUp } from "#db/backups/back-up.ts";
import { BackupFault } from "#db/backups/backup-fault.ts";
import { type BackupFiles, backupsIn, filesAt } from "#db/backups/backup-names.ts";
import { removeExpired, usualKeeping } from "#db/backups/keep.ts";
import { type RestoreWish, restoreBackup } from "#db/backups/restore.ts";
import { closeStores, openStores, placesIn, wrappingKeyBeside } from "#db/stores.ts";
import { pick, rarely } from "#protocols/casework/random-choice.ts";
import {
	brokenInCopy,
	brokenInKeeping,
	type Kept,
	keptIn,
	unsoundParts,
} from "./invariants/restored.ts";
import { restart } from "./machine.ts";
import { expectNone, type Run } from "./run.ts";
import { noteCount, noteFault } from "./tally.ts";

/** Whoever keeps the identity of these backups: it locks them, and decides nothing of the story. */
const identity = await generateIdentity();
const recipient = await identityToRecipient(identity);

/** What each backup of a life has to bring back, by the file of its store. */
const keptBy = new WeakMap<Run, Map<string, Kept>>();

/**
 * Some nights a backup is made, now and then cut off before. Then either the machine is lost, and
 * life goes on with what was put back; or an older backup is put back elsewhere, and has to be as it
 * was, without whatever was forgotten since.
 *
 * @returns whether life goes on with a backup
 */
export async function keepBackups(run: Run): Promise<boolean> {
	const { chance } = run;
	if (!rarely(chance, 6)) return false;
	mkdirSync(run.store.backups, { recursive: true });
	if (rarely(chance, 4)) await cutOff(run);
	const newest = await backUpNow(run);
	const isLost = rarely(chance, 2);
	if (isLost) await goOnWith(run, newest);
	else await proveOlder(run);
	return isLost;
}

function wishAt({ store, services }: Run, now: number) {
	const into = filesAt(store.backups, now);
	return { db: store.db, into, recipients: [recipient], now, version: services.version };
}

async function backUpNow(run: Run): Promise<BackupFiles> {
	const { store, clock, tally } = run;
	const { files } = await backUp(wishAt(run, clock.now()));
	const known = keptBy.get(run) ?? new Map();
	keptBy.set(run, known.set(files.store, keptIn(store.db)));
	removeExpired(store.backups, usualKeeping, clock.now());
	noteCount(tally, "backups");
	expectNone(run, brokenInKeeping(backupsIn(store.backups), clock.now()));
	return files;
}

/** A backup that is cut off leaves both of its files or nothing, and nothing that could be read. */
async function cutOff(run: Run): Promise<void> {
	const { store, clock, chance, tally } = run;
	const wish = wishAt(run, clock.now() - 60_000);
	const own = new AbortController();
	const making = backUp({ ...wish, signal: own.signal }).catch((error: unknown) => {
		if (!(error instanceof BackupFault && error.code === "interrupted")) throw error;
	});
	for (let turns = chance(12); turns > 0; turns -= 1) await setImmediate();
	own.abort();
	await making;
	noteFault(tally, "backup cut off");
	const left = readdirSync(store.backups).filter(
		(name) => !/^relais-(\w+Z\.(store|keys)\.age|purges\.txt)$/.test(name),
	);
	const { store: whole, keys } = wish.into;
	const half = existsSync(whole) !== existsSync(keys) ? ["A backup is there by half."] : [];
	expectNone(run, [...half, ...left.map((name) => `A cut backup left ${name}.`)]);
	for (const file of [whole, keys]) rmSync(file, { force: true });
}

async function restored(run: Run, wish: Pick<RestoreWish, "store" | "keys">): Promise<string> {
	const { store, clock, tally } = run;
	const to = store.emptyPlace();
	const back = await restoreBackup({
		...{ ...wish, to, identities: [identity], wrappingKey: store.wrappingKey, now: clock.now() },
	});
	noteCount(tally, "backups put back");
	expectNone(run, unsoundParts(back));
	run.planted.putBack?.(to);
	return to;
}

/** The machine is lost the moment after: nobody notices but by the start. */
async function goOnWith(run: Run, files: BackupFiles): Promise<void> {
	const to = await restored(run, { store: files.store });
	copyFileSync(run.store.wrappingKey, wrappingKeyBeside(placesIn(to)));
	run.store.replaceBy(to);
	restart(run);
	noteFault(run.tally, "machine lost, a backup put back");
	run.trace("the machine is lost, a backup is put back");
}

/** With the keys of its own day, which remember more, or with the newest. */
async function proveOlder(run: Run): Promise<void> {
	const { chance, store } = run;
	const older = backupsIn(store.backups).filter(({ files }) => files.store);
	const { files } = pick(chance, older);
	const kept = keptBy.get(run)?.get(files.store ?? "");
	if (!files.store || !kept) return;
	const own = rarely(chance, 2) && files.keys ? { keys: files.keys } : {};
	const to = await restored(run, { store: files.store, ...own });
	const copy = openStores({ ...placesIn(to), wrappingKey: store.wrappingKey });
	expectNone(run, brokenInCopy(copy, kept, store.db));
	closeStores(copy);
	rmSync(to, { recursive: true });
}
