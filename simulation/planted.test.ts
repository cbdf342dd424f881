import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { historyOf, situationOf } from "#db/history.ts";
import { append } from "#db/journal.ts";
import { purgeSituation } from "#db/purge.ts";
import { placesIn } from "#db/stores.ts";
import { evolve } from "#protocols/casework/replay.ts";
import { Broken, type Planted, type Run } from "./run.ts";
import { simulate } from "./simulate.ts";

/*
 * A simulation that finds nothing proves nothing by itself: each of these faults is planted into a
 * life that goes well without it, and has to be found.
 */

const faults: [what: string, planted: Planted, found: RegExp][] = [
	[
		"a message that is queued twice",
		{ afterAct: (run) => onceQueued(run) },
		/told 2 times of 1 events/,
	],
	[
		"a timer that is gone",
		{
			atNight: ({ store }) => {
				store.db.$client.exec("DELETE FROM timers WHERE rowid = (SELECT max(rowid) FROM timers)");
			},
		},
		/timers .* says row null, history says present/,
	],
	[
		"the code of another structure in what somebody is shown",
		{ shown: (run, text) => `${text} ${everyCode(run)}` },
		/was shown .* of another/,
	],
	["a rung that is told twice", { atNight: strikeAgain }, /the rung was told before/],
	[
		"a situation that is forgotten too early",
		{ atNight: forgetOne },
		/is gone, and was never closed/,
	],
	["an altered entry of the chain", { atNight: alterEntry }, /History was altered/],
	[
		"keys of forms that are lost",
		{ afterAct: ({ store }) => store.db.$client.exec("DELETE FROM idempotency_keys") },
		/was taken twice|was lost, or done twice|served for another body/,
	],
	[
		"a letter that is sent again",
		{
			atNight: ({ store }) => {
				store.db.$client.exec("UPDATE letters SET state = 'queued', ended_at = NULL, tries = 0");
			},
		},
		/arrived twice, and its sender knew/,
	],
	["a letter that says more than the others", { afterAct: tellMore }, /Letters have \d+ texts/],
	[
		"a timer that a backup does not bring back",
		{ putBack: loseTimer },
		/In a copy, timers .* is wrong|timers .* says row null/,
	],
	[
		"a holder of whom the rows say nothing",
		{ afterAct: ({ store }) => store.db.$client.exec("DELETE FROM holders") },
		/does not have one holder|holders .* says row null/,
	],
];

test.each(faults)("%s is found", { timeout: 120_000 }, async (_, planted, found) => {
	const life = simulate({ seed: 78, days: 12, acts: 20, planted });

	await expect(life).rejects.toThrow(Broken);
	await expect(life).rejects.toThrow(found);
});

/** The message that the act has just queued. */
function onceQueued({ store, ledger }: Run): void {
	store.db.$client
		.prepare(
			`INSERT INTO outbox (structure_id, audience, kind, at)
			 SELECT structure_id, audience, kind, at FROM outbox WHERE id > ? ORDER BY id DESC LIMIT 1`,
		)
		.run(ledger.lastMessage);
}

function everyCode({ store }: Run): string {
	const codes = store.db.$client.prepare("SELECT code FROM participations").pluck().all();
	return codes.join(" ");
}

function strikeAgain(run: Run): void {
	const { store, clock, random } = run;
	for (const pk of allOpen(run)) {
		const last = historyOf(store.db, pk).at(-1);
		if (last?.type !== "clock-struck") continue;
		const before = situationOf(store.db, pk);
		const event = { ...last, at: before.latestAt };
		const decided = { events: [event], situation: evolve(before, event) };
		const moment = { now: clock.now(), random };
		store.db.transaction((tx) => append(tx, pk, before.position, decided, moment));
		return;
	}
}

function forgetOne(run: Run): void {
	const [pk] = allOpen(run);
	if (pk === undefined) return;
	run.store.db.$client.exec(`UPDATE situations SET status = 'closed' WHERE pk = ${pk}`);
	purgeSituation(run.store.db, pk, run.clock.now());
}

function alterEntry({ store: { db } }: Run): void {
	const guards = db.$client
		.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'journal'")
		.pluck()
		.all();
	for (const name of guards) db.$client.exec(`DROP TRIGGER ${name}`);
	db.$client.exec("UPDATE journal SET link = zeroblob(32) WHERE sequence = 2");
}

const told = new WeakSet<Run>();

function tellMore(run: Run): void {
	if (told.has(run)) return;
	told.add(run);
	const { postbox } = run;
	const send = postbox.send.bind(postbox);
	postbox.send = (letter) => send({ ...letter, body: `${letter.body} ${letter.number}` });
}

function loseTimer(directory: string): void {
	const client = new Database(placesIn(directory).store);
	client.exec("DELETE FROM timers WHERE rowid = (SELECT max(rowid) FROM timers)");
	client.close();
}

function allOpen({ store }: Run): number[] {
	const open = store.db.$client.prepare("SELECT pk FROM situations WHERE status = 'open'");
	return open.pluck().all() as number[];
}
