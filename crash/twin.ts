import { cpSync } from "node:fs";
import type { Db } from "#db/client.ts";
import { lastEntry } from "#db/entries.ts";
import { keysOf } from "#db/keys/keys-of.ts";
import { closeStores, openStores, placesIn } from "#db/stores.ts";
import { sweepTimers } from "#db/timers.ts";
import { type Act, type Answer, perform, type World } from "./acts.ts";
import { momentOf } from "./moment.ts";

/** A store that never crashes, and goes through the same acts: what the other one should hold. */
export type Twin = {
	db: Db;
	/** Does an act and remembers its answer. */
	does(act: Act): Answer;
	/** The answer to an act that was done; undefined when it was not. */
	answerTo(index: number): Answer | undefined;
	/** Lets as many clocks strike as make the journal as long as the other one's, where any number does. */
	sweepsUntil(act: Act, sequence: number): void;
	close(): void;
};

/** Makes the twin of a store that is settled and closed. */
export function twinOf(directory: string, into: string, world: World): Twin {
	cpSync(directory, into, { recursive: true });
	const db = openStores(placesIn(into));
	// It is thrown away with the process: nothing has to reach the disk.
	for (const client of [db.$client, keysOf(db).client]) client.pragma("synchronous = OFF");
	const answers = new Map<number, Answer>();
	return {
		db,
		does(act) {
			const answer = perform(db, world, act);
			answers.set(act.index, answer);
			return answer;
		},
		answerTo: (index) => answers.get(index),
		sweepsUntil(act, sequence) {
			for (let clocks = 1; lastEntry(db).sequence < sequence && clocks < mostClocks; clocks += 1) {
				onlyIf(db, () => {
					sweepTimers(db, momentOf(world.seed, act), { limit: clocks });
					return lastEntry(db).sequence === sequence;
				});
			}
		},
		close: () => closeStores(db),
	};
}

const mostClocks = 1_000;

/** Keeps what was done only if it came out as wished. */
function onlyIf({ $client }: Db, act: () => boolean): void {
	$client.exec("BEGIN");
	$client.exec(act() ? "COMMIT" : "ROLLBACK");
}
