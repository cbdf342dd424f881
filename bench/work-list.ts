import type Database from "better-sqlite3";
import type { Db } from "#db/client.ts";
import { accompanied, sentToCrip, tellInStore } from "#db/small-casework.ts";
import type { SmallTerritory } from "#db/small-territory.ts";
import { closeStores } from "#db/stores.ts";
import { handoffWork } from "#db/work-list.ts";
import { stepWork } from "#db/work-steps.ts";
import type { Budget, Outcome, Size } from "./budget.ts";
import { measured, ratio, shown } from "./measure.ts";
import { durability, freshStore } from "./stage.ts";

/** Budget 4: a work list takes as long as it has rows, however many situations there ever were. */
export const budget: Budget = {
	number: 4,
	title: "The work list at ten times as many situations",
	run,
};

const most = 1.5;
const scope = { territoryId: "small", structureId: "crip" };

async function run(size: Size): Promise<Outcome> {
	const few = { tiny: 50, usual: 100_000, full: 100_000 }[size];
	const { rounds, each } = size === "tiny" ? { rounds: 1, each: 1 } : { rounds: 9, each: 200 };
	const open = size === "tiny" ? 4 : 40;
	const small = grown(few, open);
	const large = grown(few * 10, open);
	const agree = JSON.stringify(listOf(small.db)) === JSON.stringify(listOf(large.db));
	const rows = listOf(small.db).flat().length;
	const read = (db: Db) => () => {
		for (let turn = 0; turn < each; turn += 1) listOf(db);
	};
	const times = await measured(rounds, { few: read(small.db), many: read(large.db) });
	const slower = ratio(times.many, times.few);
	const plan = planOf(large.db);
	for (const { db } of [small, large]) closeStores(db);
	return {
		seen: [
			`${rows} rows in the three lists of a structure with ${small.own} and ${large.own} situations of its own; ${durability}`,
			`at ${few} situations: ${shown(times.few)} for ${each} readings`,
			`at ${few * 10} situations: ${shown(times.many)} for ${each} readings`,
			plan,
		],
		claims: [
			{ kind: "answer", what: `both read the same ${rows} rows`, holds: agree && rows > 0 },
			{
				kind: "ratio",
				what: `ten times the situations take at most ${most} times as long (${slower.toFixed(2)})`,
				holds: slower <= most,
			},
		],
	};
}

const cut = { limit: 20 };

/** What one's day reads: what to acknowledge, what goes on, one's own steps. */
function listOf(db: Db) {
	return [
		handoffWork(db, scope, "acknowledge", cut).rows,
		handoffWork(db, scope, "underway", cut).rows,
		stepWork(db, scope, cut).rows,
	];
}

/** A store in which what is open stays as it is, and what is over grows. */
function grown(count: number, open: number): { db: Db; own: number } {
	const territory = freshStore();
	openWork(territory, open);
	const { $client: client } = territory.db;
	client.pragma("synchronous = OFF");
	settlePast(client, territory, count);
	client.pragma("synchronous = FULL");
	client.exec("ANALYZE");
	client.pragma("wal_checkpoint(TRUNCATE)");
	const own = client.prepare("SELECT count(*) FROM participations WHERE structure_id = ?");
	return { db: territory.db, own: Number(own.pluck().get(scope.structureId)) };
}

/** Situations in which the structure has something to do, told by the real writer. */
function openWork(territory: SmallTerritory, count: number): void {
	for (let seed = 1; seed <= count; seed += 1) {
		tellInStore(territory, seed % 2 === 0 ? sentToCrip : accompanied.slice(0, 3), { seed });
	}
}

/**
 * Situations that are over, straight into the tables that lists read: one in a hundred was the
 * structure's own, so that what it once did grows ten times as well.
 */
function settlePast(
	client: Database.Database,
	{ versionHash }: SmallTerritory,
	count: number,
): void {
	const people = client
		.prepare("SELECT id FROM structures WHERE id NOT IN ('spotter', 'crip')")
		.pluck()
		.all() as string[];
	const situation = client.prepare(
		`INSERT INTO situations (territory_id, version_hash, status, phase, position, latest_act, opened_at, changed_at, active_at, closed_at, closed_by)
		VALUES ('small', ?, 'closed', 'accompaniment', 9, 9, ?, ?, ?, ?, 'people')`,
	);
	const part = client.prepare(
		"INSERT INTO participations (situation_pk, structure_id, handle, code, alias, takes_part) VALUES (?, ?, ?, ?, ?, 0)",
	);
	const handoff = client.prepare(
		`INSERT INTO handoffs (id, situation_pk, number, words, sender_handle, recipient_handle, step_id, sender_id, recipient_id, role_id, urgency, state, delay, loop_closed)
		VALUES (?, ?, ?, ?, ?, ?, 'send-concern', ?, ?, 'crip', 'standard', 'completed', 'onTime', 1)`,
	);
	const week = Date.UTC(2020, 0, 6);
	let name = 0;
	const next = (prefix: string) => {
		name += 1;
		return `${prefix}${String(name).padStart(21, "0")}`;
	};
	const code = () => String(name).padStart(10, "0");
	const words = (index: number) => `${2000 + Math.floor(index / 1500)}-${index % 1500}`;
	const fill = client.transaction((from: number, until: number) => {
		for (let index = from; index < until; index += 1) {
			const closed = week + (index % 200) * 604_800_000;
			const pk = Number(situation.run(versionHash, closed, closed, closed, closed).lastInsertRowid);
			const recipient = index % 100 === 0 ? "crip" : (people[index % people.length] ?? "crip");
			for (const structure of ["spotter", recipient]) {
				part.run(pk, structure, next("P"), code(), words(index));
			}
			const names = [next("N"), next("S"), next("R")] as const;
			handoff.run(names[0], pk, code(), words(index), names[1], names[2], "spotter", recipient);
		}
	});
	for (let from = 0; from < count; from += 10_000) {
		fill.immediate(from, Math.min(from + 10_000, count));
	}
}

/** How SQLite finds the rows: by index, never by reading a whole table. */
function planOf({ $client: client }: Db): string {
	const plan = client
		.prepare(
			`EXPLAIN QUERY PLAN SELECT * FROM handoffs
			JOIN situations ON situations.pk = handoffs.situation_pk
			JOIN participations ON participations.situation_pk = handoffs.situation_pk AND participations.structure_id = handoffs.recipient_id
			WHERE handoffs.recipient_id = 'crip' AND handoffs.awaited IN ('recipient', 'sender') ORDER BY handoffs.due_at`,
		)
		.all() as { detail: string }[];
	return `plan: ${plan.map(({ detail }) => detail).join("; ")}`;
}
