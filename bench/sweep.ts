import { setImmediate } from "node:timers/promises";
import { asc, lte } from "drizzle-orm";
import { sliceMs, within } from "#app/server/slices.server.ts";
import type { Db } from "#db/client.ts";
import { historyOf } from "#db/history.ts";
import { decideAndRecord } from "#db/journal.ts";
import { timers } from "#db/schema/journal.ts";
import { momentAt, monday } from "#db/small-territory.ts";
import { closeStores } from "#db/stores.ts";
import { type Sweep, sweepTimers } from "#db/timers.ts";
import { decide } from "#protocols/casework/decide.ts";
import type { ClockId } from "#protocols/casework/situation.ts";
import type { Budget, Outcome, Size } from "./budget.ts";
import { type Measure, measureOf, ratio, shown } from "./measure.ts";
import { populate } from "./population.ts";
import { durability, freshStore, tellTemplates } from "./stage.ts";

/** Budget 6: what fell due while nobody swept is caught up with quickly, and nobody waits for it. */
export const budget: Budget = {
	number: 6,
	title: "10,000 overdue deadlines are caught up with in common transactions",
	whenMissed:
		"A strike is more than a row: its event is sealed, chained, judged by its situation and told to structures. Grouping takes away the wait for the disk, the telling of history and the writing of rows; what is left is the work of the strike itself, and neither cheaper statements nor keys change the ratio much, since both sides have them. The faster the disk, the less there is to win: the trial that saw 44 times wrote rows without seals or rules. The pause is compared with a strike done alone, so that a quicker strike makes it harder; a commit that writes the log back into the file comes on top of the slice.",
	run,
};

/** Two days in which nobody swept. */
const now = monday + 2 * 86_400_000;
/** What 50 ms are to a strike of 4 ms, on a machine that does nothing else. */
const mostInAPause = 12;

async function run(size: Size): Promise<Outcome> {
	const { most, few, rounds } = {
		tiny: { most: 12, few: 6, rounds: 1 },
		usual: { most: 2500, few: 100, rounds: 5 },
		full: { most: 10_000, few: 2000, rounds: 5 },
	}[size];
	const together: number[] = [];
	const alone: number[] = [];
	const pauses: number[] = [];
	let due = 0;
	let strikes = 0;
	let differing = 0;
	for (let round = 0; round < rounds; round += 1) {
		const small = await overdueStore(few, strikeAlone);
		const large = await overdueStore(most, sweepLikeTheWorker);
		alone.push(small.perStrike);
		together.push(large.perStrike);
		pauses.push(Math.max(...large.pauses));
		due = large.due;
		strikes = large.strikes;
		differing += small.histories.filter((one, index) => one !== large.histories[index]).length;
	}
	return told(
		{ due, strikes, differing },
		measureOf(alone),
		measureOf(together),
		measureOf(pauses),
	);
}

type Counts = { due: number; strikes: number; differing: number };

function told(counts: Counts, alone: Measure, together: Measure, pauses: Measure): Outcome {
	const faster = ratio(alone, together);
	const inAPause = ratio(pauses, alone);
	return {
		seen: [
			`${counts.due} clocks overdue, ${counts.strikes} strikes in all; ${durability}`,
			`one transaction for each strike: ${shown(alone)} a strike`,
			`common transactions of ${sliceMs} ms: ${shown(together)} a strike`,
			`longest pause of the event loop in a round: ${shown(pauses)}; the budget says 50 ms`,
		],
		claims: [
			{
				kind: "answer",
				what: `both ways leave the same histories (${counts.differing} differ)`,
				holds: counts.differing === 0 && counts.strikes > 0,
			},
			{
				kind: "ratio",
				what: `at least 15 times faster than one transaction each (${faster.toFixed(1)})`,
				holds: faster >= 15,
			},
			{
				kind: "ratio",
				what: `the longest pause is at most ${mostInAPause} strikes done alone (${inAPause.toFixed(1)})`,
				holds: inAPause <= mostInAPause,
			},
		],
	};
}

type Struck = { strikes: number; pauses: number[] };

/** Fills a store with situations in which so many clocks are due, and has them swept. */
async function overdueStore(clocks: number, sweep: (db: Db) => Struck | Promise<Struck>) {
	const territory = freshStore();
	const { db } = territory;
	const templates = tellTemplates(territory, 3);
	// Deadlines lie minutes apart, as they do where people work.
	const shift = (index: number) => (index % 60) * 60_000;
	const each = dueNow(db).length / templates.length;
	const { situations } = populate(db, { templates, count: Math.ceil(clocks / each), shift });
	const due = dueNow(db).length;
	const began = performance.now();
	const { strikes, pauses } = await sweep(db);
	const perStrike = (performance.now() - began) / strikes;
	const histories = situations.slice(0, 50).map((pk) => JSON.stringify(historyOf(db, pk)));
	closeStores(db);
	return { due, strikes, perStrike, pauses, histories };
}

/** What the worker of the server does: a portion, then whoever waits, until nothing is due. */
async function sweepLikeTheWorker(db: Db): Promise<Struck> {
	const pauses: number[] = [];
	let strikes = 0;
	let after: Sweep["next"];
	do {
		const began = performance.now();
		const sweep = sweepTimers(db, momentAt(now), { after, goesOn: within(sliceMs) });
		pauses.push(performance.now() - began);
		strikes += sweep.struck;
		after = sweep.next;
		await setImmediate();
	} while (after);
	return { strikes, pauses };
}

/** The plain way: each strike is recorded as the act of a person is, and waits for the disk. */
function strikeAlone(db: Db): Struck {
	let strikes = 0;
	for (;;) {
		// What strikes may fall due again at once, before the others: the longest due goes first.
		const [due] = dueNow(db, 1);
		if (!due?.stage) break;
		const { situationPk, stage } = due;
		const key = { territoryId: "small", situationPk };
		const command = { type: "strike-clock", clock: due.clock as ClockId, stage } as const;
		const done = decideAndRecord(db, key, momentAt(now), (situation, circumstances) =>
			decide(situation, command, circumstances),
		);
		if (!done.recorded) throw new Error(`${due.clock}: ${done.refusal.code}`);
		strikes += 1;
	}
	return { strikes, pauses: [] };
}

function dueNow(db: Db, limit = -1) {
	return db
		.select()
		.from(timers)
		.where(lte(timers.fireAt, now))
		.orderBy(asc(timers.fireAt), asc(timers.situationPk), asc(timers.clock))
		.limit(limit)
		.all();
}
