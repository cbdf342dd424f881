import { dirname } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { type Asking, actInStore } from "./small-casework.ts";
import { closeStores, openStores, placesIn } from "./stores.ts";

/** What one of several rivals is told before they all begin at once. */
export type Rivalry = {
	file: string;
	territoryId: string;
	situationPk: number;
	asking: Asking;
	/** One number: how many rivals are not ready yet. */
	gate: SharedArrayBuffer;
};

/*
 * A thread with a connection of its own: it waits until every rival is ready, then acts.
 * It posts what became of its wish.
 */
const { file, territoryId, situationPk, asking, gate } = workerData as Rivalry;
const db = openStores(placesIn(dirname(file)));
const waiting = new Int32Array(gate);
if (Atomics.sub(waiting, 0, 1) === 1) Atomics.notify(waiting, 0);
for (let left = Atomics.load(waiting, 0); left > 0; left = Atomics.load(waiting, 0)) {
	Atomics.wait(waiting, 0, left);
}
const result = actInStore(db, { territoryId }, situationPk, asking);
closeStores(db);
parentPort?.postMessage(result.recorded ? "recorded" : result.refusal.code);
