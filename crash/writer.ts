import { writeSync } from "node:fs";
import { lastEntry } from "#db/entries.ts";
import { keysOf } from "#db/keys/keys-of.ts";
import { openStores, placesIn } from "#db/stores.ts";
import { type Act, nextAct, perform, type World } from "./acts.ts";
import { dieAtStatement, type LastStatement } from "./last-statement.ts";
import { notesOf } from "./power/own-notes.ts";
import type { Said } from "./said.ts";

/** What a writer is told when it starts. */
export type Beginning = {
	directory: string;
	world: World;
	/** The number of its first act. */
	from: number;
	/** What earlier writers may have left unanswered: sent again first, as a browser would. */
	again: Act[];
	/** Where it kills itself; left out where the parent does. */
	last?: LastStatement;
	/** Stops by itself after so many acts; left out where it is killed. */
	acts?: number;
	/** Waits less for the disk than our store does; left out but in a negative control. */
	synchronous?: "FULL" | "NORMAL";
	/** Where it notes how its own files change; left out where that is seen from outside. */
	notes?: string;
};

/*
 * A process that works in a store until it is killed. Before each act it says which, afterwards
 * what came of it: what it said afterwards is acknowledged, and may never be lost.
 */
const {
	directory,
	world,
	from,
	again,
	last,
	acts = Number.POSITIVE_INFINITY,
	synchronous,
	notes: into,
} = JSON.parse(process.argv[2] ?? "") as Beginning;

if (last) dieAtStatement(last);
say({ said: "starting" });
const db = openStores(placesIn(directory));
// The keys first, as they are committed: a key without a situation is harmless.
const clients = [keysOf(db).client, db.$client];
if (synchronous === "NORMAL") for (const client of clients) client.pragma("synchronous = NORMAL");
const notes = into === undefined ? undefined : notesOf(clients, into);
say({ said: "started" });
for (const act of again) actOn(act);
for (let index = from; index < from + acts; index += 1) actOn(nextAct(db, world, index));
say({ said: "ended" });

function actOn(act: Act): void {
	say({ said: "begins", act });
	const answer = perform(db, world, act);
	notes?.take();
	const { sequence, link } = lastEntry(db);
	say({
		said: "done",
		index: act.index,
		answer,
		sequence,
		link: Buffer.from(link).toString("hex"),
	});
}

/** In the pipe before the next statement runs: a line that was written cannot be taken back. */
function say(line: Said): void {
	const text = `${JSON.stringify(line)}\n`;
	writeSync(3, text);
	if (line.said !== "starting") notes?.said(text);
}
