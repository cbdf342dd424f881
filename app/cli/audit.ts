import { randomBytes } from "node:crypto";
import type { Command } from "commander";
import { recordAudit } from "#db/audit.ts";
import { checkpointText, shortForm, showShortForm } from "#db/checkpoint-text.ts";
import { makeCheckpoint, publicKeyOf } from "#db/checkpoints.ts";
import type { Db } from "#db/client.ts";
import { addVerify } from "./audit-verify.ts";
import { withStore } from "./store.ts";

/** `relais audit`: what shows that nobody altered history or the trail. */
export function addAudit(program: Command): void {
	const audit = program
		.command("audit")
		.description("Shows, to people outside, that nobody altered what was recorded.");
	audit
		.command("checkpoint")
		.description("Signs how far history has come; keep what it prints outside this machine.")
		.option("--short", "print the short form for paper only")
		.action(({ short = false }: { short?: boolean }) => {
			withStore(program, (db) => {
				const checkpoint = sign(db, Date.now());
				const onPaper = showShortForm(shortForm(checkpoint));
				console.log(short ? onPaper : checkpointText(checkpoint).trimEnd());
			});
		});
	audit
		.command("public-key")
		.description("Prints the key by which anybody can tell that a checkpoint is of this store.")
		.action(() => {
			withStore(program, (db) => {
				console.log(publicKeyOf(db).export({ type: "spki", format: "pem" }).toString().trimEnd());
			});
		});
	addVerify(audit);
}

function sign(db: Db, now: number) {
	const random = { bytes: (count: number) => new Uint8Array(randomBytes(count)) };
	return db.transaction(
		(tx) => {
			recordAudit(tx, { now, random }, { actor: "operator", act: "CHECKPOINT_SIGNED" });
			return makeCheckpoint(tx, now, "asked");
		},
		{ behavior: "immediate" },
	);
}
