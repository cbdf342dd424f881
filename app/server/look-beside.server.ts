import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { publicKeyOf } from "#db/checkpoints.ts";
import type { Db } from "#db/client.ts";
import type { Look, Looked } from "./witness-thread.ts";

/** Has a large store read through beside the requests. @throws Error when the thread failed */
export async function lookBeside(db: Db, now: number): Promise<Looked> {
	const publicKey = publicKeyOf(db).export({ format: "der", type: "spki" });
	const look: Look = { file: db.$client.name, publicKey, now };
	const thread = new Worker(new URL("./witness-thread.ts", import.meta.url), { workerData: look });
	// A server that stops does not wait for it.
	thread.unref();
	const ended = once(thread, "exit").then(() => {
		throw new Error("The thread ended before it said what it found.");
	});
	const said = Promise.race([once(thread, "message"), ended]);
	ended.catch(() => {});
	const [looked] = await said;
	return looked as Looked;
}
