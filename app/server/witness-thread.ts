import { createPublicKey } from "node:crypto";
import { parentPort, workerData } from "node:worker_threads";
import Database from "better-sqlite3";
import { damageOf } from "#db/connection.ts";
import { type Chains, chainsOf } from "#db/integrity.ts";

/*
 * Reads a large store from its beginning to its end in a thread of its own: it takes a minute, and
 * nobody's request waits for it. It writes nothing and has no key but a public one.
 */

/** What the thread is given. */
export type Look = { file: string; publicKey: Uint8Array; now: number };

/** What it found; `damage` is what SQLite says of the file, when it says anything. */
export type Looked = { chains: Chains; damage: string | undefined };

const { file, publicKey, now } = workerData as Look;
const client = new Database(file, { readonly: true });
const key = createPublicKey({ key: Buffer.from(publicKey), format: "der", type: "spki" });
const looked: Looked = { damage: damageOf(client), chains: chainsOf(client, key, now) };
client.close();
parentPort?.postMessage(looked);
