import { createHash } from "node:crypto";
import type { Db } from "#db/client.ts";
import { checkRows, rewriteRows } from "#db/rebuild.ts";
import { accompanied, tellInStore } from "#db/small-casework.ts";
import { momentAt, monday } from "#db/small-territory.ts";
import { closeStores } from "#db/stores.ts";
import { sweepTimers } from "#db/timers.ts";
import type { Budget, Outcome, Size } from "./budget.ts";
import { measured, ms, shown } from "./measure.ts";
import { populate } from "./population.ts";
import { durability, freshStore, tellTemplates } from "./stage.ts";

/** Budget 7: whatever lists read can be told again from the journal. */
export const budget: Budget = {
	number: 7,
	title: "All rows of lists are rebuilt from the journal",
	run,
};

async function run(size: Size): Promise<Outcome> {
	const wanted = { tiny: 40, usual: 20_000, full: 1_000_000 }[size];
	const { db, events, situations } = livedStore(wanted);
	const before = digestOf(db);
	const wiped: number[] = [];
	const differing: number[] = [];
	// A million events take minutes: one round says what five would.
	const times = await measured(size === "usual" ? 5 : 1, {
		rebuilt: () => {
			wiped.push(wipe(db));
			return timed(() => rewriteRows(db, momentAt(monday).random));
		},
		compared: () => timed(() => differing.push(checkRows(db).length)),
	});
	const after = digestOf(db);
	const memory = process.memoryUsage.rss() / 2 ** 20;
	closeStores(db);
	const perMillion = (time: number) => ms((time / events) * 1e6);
	const wrong = differing.reduce((sum, count) => sum + count, 0);
	return {
		seen: [
			`${events} events of ${situations} situations; ${durability}`,
			`${wiped[0]} rows of open steps, holders and timers wiped and written again: ${shown(times.rebuilt)}, ${perMillion(times.rebuilt.median)} a million events`,
			`all rows told again and compared: ${shown(times.compared)}, ${perMillion(times.compared.median)} a million events`,
			`memory of the process afterwards: ${memory.toFixed(0)} MiB`,
		],
		claims: [
			{
				kind: "answer",
				what: `rows were wiped (${wiped[0]}) and are the same to the byte afterwards`,
				holds: (wiped[0] ?? 0) > 0 && before === after,
			},
			{ kind: "count", what: `${wrong} differences`, holds: wrong === 0 },
		],
	};
}

/** Situations at two stages, one of them with clocks that struck. */
function livedStore(wanted: number) {
	const territory = freshStore();
	const { db } = territory;
	const sent = tellTemplates(territory, 2);
	const { situationPk, now } = tellInStore(territory, accompanied, { seed: 3 });
	sweepTimers(db, momentAt(now + 30 * 86_400_000));
	const templates = [...sent, situationPk];
	const each = eventsOf(db, templates);
	const count = Math.ceil((wanted * templates.length) / each);
	const { situations, events } = populate(db, { templates, count });
	return { db, events: events + each, situations: situations.length + templates.length };
}

function eventsOf(db: Db, pks: number[]): number {
	const count = db.$client.prepare("SELECT count(*) FROM journal WHERE situation_pk = ?").pluck();
	return pks.reduce((sum, pk) => sum + Number(count.get(pk)), 0);
}

const derived = ["open_steps", "holders", "timers"];

/** Removes the rows that follow from history alone. @returns how many */
function wipe(db: Db): number {
	return derived.reduce(
		(sum, table) => sum + db.$client.prepare(`DELETE FROM ${table}`).run().changes,
		0,
	);
}

/** A digest of every row that lists read, in an order that does not depend on when it was written. */
function digestOf(db: Db): string {
	const hash = createHash("sha256");
	const tables = {
		situations: "pk",
		participations: "situation_pk, structure_id",
		handoffs: "id",
		open_steps: "situation_pk, step_id",
		holders: "situation_pk, part",
		timers: "situation_pk, clock",
	};
	for (const [table, order] of Object.entries(tables)) {
		const rows = db.$client.prepare(`SELECT * FROM ${table} ORDER BY ${order}`).iterate();
		for (const row of rows) hash.update(JSON.stringify(row));
	}
	return hash.digest("hex");
}

function timed(act: () => unknown): number {
	const began = performance.now();
	act();
	return performance.now() - began;
}
