import type { Db } from "#db/client.ts";
import type { Moment } from "#db/journal.ts";
import { restart } from "./machine.ts";
import { Broken, expectNone, type Run } from "./run.ts";
import { MachineDied, Thrown } from "./store.ts";
import { noteAct, noteFault } from "./tally.ts";

/** What came of a wish; `repeated` when it was known already. */
export type Done = { accepted: boolean; why?: string; repeated?: boolean };

/** Something that somebody asks for. Asked again after a fault, it must come to one effect. */
export type Wish = {
	kind: string;
	ask(db: Db, moment: Moment): Done;
	/** Carries a key: asked twice, it has one effect. */
	keyed: boolean;
};

const faults = ["throws", "dies", "dies-after", "full", "busy"] as const;

/** One act in so many meets a fault. */
const once = 12;

/** Asks for something, sometimes in bad luck, and then once more, as the person would. */
export function perform(run: Run, wish: Wish): Done {
	const { chance, tally } = run;
	const fault = wish.keyed && chance(once) === 0 ? faults[chance(faults.length)] : undefined;
	const done = fault ? inBadLuck(run, wish, fault) : ask(run, wish);
	noteAct(tally, wish.kind, done.accepted);
	run.trace(
		`${wish.kind}: ${done.accepted ? "accepted" : `refused (${done.why})`}${fault ? `, ${fault}` : ""}`,
	);
	return done;
}

function ask({ store, clock, random }: Run, wish: Wish): Done {
	return wish.ask(store.db, { now: clock.now(), random });
}

function inBadLuck(run: Run, wish: Wish, fault: (typeof faults)[number]): Done {
	switch (fault) {
		case "throws":
		case "dies":
			return cutOff(run, wish, fault);
		case "dies-after":
			return unheard(run, wish);
		case "full":
		case "busy":
			return refusedByTheDisk(run, wish, fault);
	}
}

/** Nothing of what was cut off is there; asked again, it is done as if for the first time. */
function cutOff(run: Run, wish: Wish, how: "throws" | "dies"): Done {
	const { store, chance, tally } = run;
	const before = headOf(store.db);
	store.failAt(1 + chance(14), how);
	let done: Done | undefined;
	try {
		done = ask(run, wish);
	} catch (error) {
		if (!(error instanceof Thrown || error instanceof MachineDied)) throw error;
	}
	const met = store.disarm();
	if (met && how === "dies") restart(run);
	if (done && !met) return done;
	noteFault(tally, how === "dies" ? "died inside a transaction" : "thrown inside a transaction");
	expectNone(run, headOf(store.db) === before ? [] : ["An act that was cut off left something."]);
	return ask(run, wish);
}

/** It was done, and nobody heard of it: asked again, it is answered again, and done once. */
function unheard(run: Run, wish: Wish): Done {
	const { store, tally, seed } = run;
	const done = ask(run, wish);
	const after = headOf(store.db);
	store.die();
	restart(run);
	noteFault(tally, "died after a commit");
	if (!done.accepted) return done;
	const again = ask(run, wish);
	if (!again.repeated || headOf(store.db) !== after) {
		throw new Broken(seed, wish.kind, ["What was done before a crash was lost, or done twice."]);
	}
	return done;
}

/** A store at fault refuses everything or nothing; once the cause ends, it goes on without a restart. */
function refusedByTheDisk(run: Run, wish: Wish, fault: "full" | "busy"): Done {
	const { store, tally } = run;
	const before = headOf(store.db);
	if (fault === "full") store.fill();
	else store.keepBusy();
	const done = tryOnFaultyDisk(run, wish);
	if (fault === "full") store.empty();
	else store.endBusy();
	if (done) return done;
	noteFault(tally, fault === "full" ? "disk full" : "store busy");
	expectNone(run, headOf(store.db) === before ? [] : ["A faulty store kept half of an act."]);
	return ask(run, wish);
}

function tryOnFaultyDisk(run: Run, wish: Wish): Done | undefined {
	try {
		return ask(run, wish);
	} catch (error) {
		const code = String((error as { code?: unknown }).code);
		if (!/^SQLITE_(FULL|BUSY)/.test(code)) throw error;
		return undefined;
	}
}

/** Whether anything was added: events, messages, keys of forms, the trail. */
export function headOf({ $client }: Db): string {
	const row = $client
		.prepare(
			`SELECT (SELECT max(sequence) FROM journal), (SELECT count(*) FROM outbox),
			 (SELECT count(*) FROM idempotency_keys), (SELECT max(sequence) FROM audit),
			 (SELECT count(*) FROM timers), (SELECT count(*) FROM participations)`,
		)
		.raw()
		.get() as unknown[];
	return row.join();
}
