import { mkdirSync, mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { generateIdentity, identityToRecipient } from "age-encryption";
import type { Db } from "../client.ts";
import { wrappingKeyBeside } from "../stores.ts";
import { backUp } from "./back-up.ts";
import { filesAt } from "./backup-names.ts";
import { type RestoreWish, restoreBackup } from "./restore.ts";

/** A pair of keys for the tests of one file. */
export const identity = await generateIdentity();
export const recipient = await identityToRecipient(identity);

/** A store's backups: made at an instant, put back from one. */
export function backupStage(db: Db) {
	const data = dirname(db.$client.name);
	const directory = join(dirname(data), "backups");
	mkdirSync(directory);
	return {
		directory,
		back: (now: number, recipients = [recipient]) =>
			backUp({ db, into: filesAt(directory, now), recipients, now, version: "0.1.0" }),
		restore: (made: number, wish: Partial<RestoreWish> = {}) =>
			restoreBackup({
				store: filesAt(directory, made).store,
				identities: [identity],
				to: emptyPlace(),
				wrappingKey: wrappingKeyBeside({ store: db.$client.name }),
				now: made,
				...wish,
			}),
		/** Everything that lies there, also what is hidden. */
		lying: () => readdirSync(directory).sort(),
	};
}

/** A directory that is not there yet. */
export function emptyPlace(): string {
	return join(mkdtempSync(join(tmpdir(), "relais-")), "restored");
}
