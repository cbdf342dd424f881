import { randomBytes } from "node:crypto";
import type { Command } from "commander";
import { recordAudit } from "#db/audit.ts";
import { CannotStart } from "#db/cannot-start.ts";
import { keysOf } from "#db/keys/keys-of.ts";
import { rotateWrappingKey } from "#db/keys/rotate.ts";
import { makeWrappingKey, readWrappingKey } from "#db/keys/wrapping-key.ts";
import { withStore } from "./store.ts";

/** `relais keys`: the key that locks those of history. */
export function addKeys(program: Command): void {
	const keys = program
		.command("keys")
		.description("Looks after the keys that history is sealed with.");
	keys
		.command("make")
		.description("Writes a new wrapping key to a file, which must not exist yet.")
		.argument("<file>", "outside the data directory, on a volume of its own")
		.action((file: string) => {
			inPlainWords(program, () => makeWrappingKey(file));
			console.log(`Wrote ${file}. Keep a copy apart from the backups of the data.`);
		});
	keys
		.command("rotate")
		.description("Locks every key with another wrapping key. Stop Relais first.")
		.requiredOption("--new <file>", "the new wrapping key, as “relais keys make” writes it")
		.action(({ new: file }: { new: string }) => {
			const next = inPlainWords(program, () => readWrappingKey(file));
			withStore(program, (db) => {
				const present = keysOf(db);
				if (next.equals(present.wrappingKey)) {
					program.error(`${file} is the present wrapping key: nothing was changed.`);
				}
				const { situations, cleaned } = rotateWrappingKey(present, next);
				const random = { bytes: (count: number) => new Uint8Array(randomBytes(count)) };
				recordAudit(db, { now: Date.now(), random }, { actor: "operator", act: "KEY_ROTATED" });
				console.log(`The keys of ${situations} situation(s) are locked with ${file} now.`);
				console.log(`Set RELAIS_KEY_FILE=${file}, start Relais, then destroy the old key.`);
				if (!cleaned)
					console.log("Another process still read the key store: stop it, and rotate again.");
			});
		});
}

function inPlainWords<Result>(program: Command, act: () => Result): Result {
	try {
		return act();
	} catch (error) {
		if (error instanceof CannotStart) return program.error(error.message);
		throw error;
	}
}
