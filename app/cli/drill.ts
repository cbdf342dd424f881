import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateIdentity, identityToRecipient } from "age-encryption";
import type { Command } from "commander";
import { readVersion } from "#app/server/version.ts";
import { readIdentities } from "#db/backups/age-file.ts";
import { backUp } from "#db/backups/back-up.ts";
import { filesAt } from "#db/backups/backup-names.ts";
import { restoreBackup } from "#db/backups/restore.ts";
import { withUnfinished } from "#db/backups/unfinished.ts";
import { closeStores, openStores } from "#db/stores.ts";
import { inPlainWords } from "./backup-plainly.ts";
import { givenKey } from "./restore.ts";
import { restoreReport } from "./restore-report.ts";

/** `relais drill`: a backup and its restore, from end to end, with nothing left of either. */
export function addDrill(program: Command): void {
	program
		.command("drill")
		.description("Backs up, restores and proves in a temporary place, and says how long it took.")
		.option("--identity <file>", "try the real keys: otherwise a pair that is made for the drill")
		.action(({ identity: file }: { identity?: string }) =>
			inPlainWords(program, async (environment, signal) => {
				const pair = file === undefined ? await madePair() : undefined;
				const recipients = pair ? [pair.recipient] : environment.backups.recipients;
				const identities = pair ? [pair.identity] : readIdentities(file ?? "");
				await withUnfinished(tmpdir(), signal, async (place) => {
					const now = Date.now();
					const begun = performance.now();
					const db = openStores(environment.places);
					const wish = { db, into: filesAt(place, now), recipients, now, signal };
					const made = await backUp({ ...wish, version: readVersion() }).finally(() =>
						closeStores(db),
					);
					const backedUp = performance.now();
					const restored = await restoreBackup({
						store: made.files.store,
						identities,
						to: join(place, "data"),
						wrappingKey: givenKey(environment),
						now,
						signal,
					});
					const ended = performance.now();
					console.log(restoreReport(restored, undefined).join("\n"));
					console.log(
						`Backup ${seconds(backedUp - begun)}, restore and proof ${seconds(ended - backedUp)}, ${(made.bytes / 1e6).toFixed(1)} MB. Nothing of the drill is left.`,
					);
					if (!file)
						console.log("The keys of the drill were its own: --identity tries the real ones.");
					if (!restored.sound) process.exitCode = 1;
				});
			}),
		);
}

async function madePair() {
	const identity = await generateIdentity();
	return { identity, recipient: await identityToRecipient(identity) };
}

function seconds(milliseconds: number): string {
	return `${(milliseconds / 1000).toFixed(1)} s`;
}
