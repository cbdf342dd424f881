import { type KeyObject, sign, verify } from "node:crypto";
import type Database from "better-sqlite3";
import { z } from "zod";
import { endStates } from "#protocols/casework/handoff/life.ts";
import { genesis } from "../chain.ts";
import { storedCheckpoints } from "../chain-check.ts";
import { checkpointText } from "../checkpoint-text.ts";

const count = z.number().int().min(0);
const file = z.strictObject({ bytes: count, sha256: z.string().regex(/^[0-9a-f]{64}$/) });
const head = z.strictObject({ count, link: z.string().regex(/^[\w-]{43}$/) });

/** What a backup says of itself. It lies inside what is encrypted, signed with the store's own key. */
export const manifestForm = z.strictObject({
	format: z.literal("relais-backup-1"),
	at: z.iso.datetime(),
	versions: z.strictObject({ relais: z.string(), node: z.string(), sqlite: z.string() }),
	schema: z.strictObject({ migrations: count, latest: z.string() }),
	files: z.strictObject({ store: file, keys: file }),
	counts: z.strictObject({
		situations: count,
		openSituations: count,
		openHandoffs: count,
		timers: count,
		runningTimers: count,
		purged: count,
	}),
	heads: z.strictObject({ journal: head, audit: head }),
	/** The latest checkpoint that the store had made itself. */
	checkpoint: z.string().nullable(),
});

export type Manifest = z.infer<typeof manifestForm>;

/** What must be the same after a restore: who waits, and what will remind. */
export type Counts = Manifest["counts"];

/** Counts what a store holds. */
export function countsOf(client: Database.Database): Counts {
	const number = (sql: string, ...values: string[]) =>
		client
			.prepare(sql)
			.pluck()
			.get(...values) as number;
	const over = endStates.map(() => "?").join(", ");
	return {
		situations: number("SELECT count(*) FROM situations"),
		openSituations: number("SELECT count(*) FROM situations WHERE status = 'open'"),
		openHandoffs: number(
			`SELECT count(*) FROM handoffs WHERE state <> 'draft' AND state NOT IN (${over})`,
			...endStates,
		),
		timers: number("SELECT count(*) FROM timers"),
		runningTimers: number("SELECT count(*) FROM timers WHERE fire_at IS NOT NULL"),
		purged: number("SELECT count(*) FROM purged_situations"),
	};
}

/** How far both histories of a store have come. */
export function headsOf(client: Database.Database): Manifest["heads"] {
	return {
		journal: headOf(client, "journal") ?? beginning,
		audit: headOf(client, "audit") ?? headOf(client, "audit_anchor") ?? beginning,
	};
}

const beginning = { count: 0, link: Buffer.from(genesis).toString("base64url") };

function headOf(client: Database.Database, table: string) {
	const row = client.prepare(`SELECT sequence, link FROM ${table} ORDER BY sequence DESC`).get();
	if (!row) return undefined;
	const { sequence, link } = row as { sequence: number; link: Buffer };
	return { count: sequence, link: link.toString("base64url") };
}

/** Which migrations a store has been through. */
export function schemaOf(client: Database.Database): Manifest["schema"] {
	const rows = client
		.prepare("SELECT hash FROM __drizzle_migrations ORDER BY created_at")
		.pluck()
		.all();
	return { migrations: rows.length, latest: String(rows.at(-1) ?? "") };
}

/** The latest checkpoint in a store, as text. */
export function latestCheckpoint(client: Database.Database): string | null {
	const last = storedCheckpoints(client).at(-1);
	return last ? checkpointText(last) : null;
}

const title = "relais-backup-1\n";

/** A manifest as it is kept, and what stands for it. */
export function signManifest(manifest: Manifest, signingKey: KeyObject) {
	const text = `${JSON.stringify(manifest, null, "\t")}\n`;
	const signature = sign(null, Buffer.from(title + text), signingKey).toString("base64url");
	return { text, signature };
}

/** Whether the store with this public key stands for a manifest. */
export function isSignedManifest(text: string, signature: string, publicKey: KeyObject): boolean {
	return verify(null, Buffer.from(title + text), publicKey, Buffer.from(signature, "base64url"));
}
