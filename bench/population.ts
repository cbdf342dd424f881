import type Database from "better-sqlite3";
import { linkAfter } from "#db/chain.ts";
import { journalParts } from "#db/chained-tables.ts";
import type { Db } from "#db/client.ts";
import { lastEntry } from "#db/entries.ts";
import { historyOf } from "#db/history.ts";
import { dataKeyOf, makeDataKey } from "#db/keys/key-store.ts";
import { keysOf } from "#db/keys/keys-of.ts";
import { aliasWords } from "#db/pseudonyms/alias-words.ts";
import { drawCode } from "#db/pseudonyms/code.ts";
import { drawHandle } from "#db/pseudonyms/handle.ts";
import { sealEvent } from "#db/sealed-events.ts";
import { repeatableChance } from "#db/seed/chance.ts";
import type { SituationEvent } from "#protocols/casework/events.ts";

type Row = Record<string, unknown>;
type Chance = ReturnType<typeof repeatableChance>;

/** The tables that hold rows of a situation, each with the column that names it. */
const tables = {
	situations: "pk",
	participations: "situation_pk",
	open_steps: "situation_pk",
	holders: "situation_pk",
	timers: "situation_pk",
	handoffs: "situation_pk",
} as const;
type Table = keyof typeof tables;
const tableNames = Object.keys(tables) as Table[];

/** A situation as the real writer left it, to make others of. */
type Template = { events: SituationEvent[]; rows: Record<Table, Row[]>; handoffs: string[] };

/**
 * Fills a store with situations like those that the real writer recorded in it, many thousands a
 * minute: the same events sealed each with its own key and chained, the same rows, other names.
 *
 * @param templates the situations to make copies of, in turn
 * @param shift moves every instant of a copy, so that clocks do not fall due all at once
 * @returns the situations that were made
 */
export function populate(
	db: Db,
	{ templates, count, shift = () => 0 }: Population,
): { situations: number[]; events: number } {
	const made = templates.map((pk) => templateOf(db, pk));
	const chance = repeatableChance(`bench ${beginningOf(db.$client).pk}`);
	const copyist = copyistOf(db, chance);
	const before = lastEntry(db).sequence;
	const situations: number[] = [];
	const fill = db.$client.transaction((until: number) => {
		while (situations.length < until) {
			const template = made[situations.length % made.length] as Template;
			situations.push(copyist(template, shift(situations.length)));
		}
	});
	const { client: keys } = keysOf(db);
	// A store that is only filled has nothing to lose.
	for (const client of [db.$client, keys]) client.pragma("synchronous = OFF");
	while (situations.length < count) {
		const until = Math.min(situations.length + 500, count);
		keys.transaction(() => fill.immediate(until)).immediate();
	}
	for (const client of [db.$client, keys]) client.pragma("synchronous = FULL");
	return { situations, events: lastEntry(db).sequence - before };
}

export type Population = {
	templates: readonly number[];
	count: number;
	shift?: (index: number) => number;
};

function templateOf(db: Db, pk: number): Template {
	const rows = Object.fromEntries(
		Object.entries(tables).map(([table, column]) => [
			table,
			db.$client.prepare(`SELECT * FROM ${table} WHERE ${column} = ?`).all(pk),
		]),
	) as Record<Table, Row[]>;
	return { events: historyOf(db, pk), rows, handoffs: rows.handoffs.map(({ id }) => String(id)) };
}

/** Writes one copy of a template after another, and gives the number of each. */
function copyistOf(db: Db, chance: Chance): (template: Template, moved: number) => number {
	const keys = keysOf(db);
	const writer = writerFor(db.$client);
	let last = lastEntry(db);
	let { pk } = beginningOf(db.$client);
	const parts = wordsNotIn(db.$client, "SELECT alias FROM participations");
	const handed = wordsNotIn(db.$client, "SELECT words FROM handoffs");
	return ({ events, rows, handoffs }, moved) => {
		pk += 1;
		const renamed = handoffs.map((id) => [id, drawHandle(chance)] as const);
		const alias = parts();
		for (const table of tableNames) {
			for (const row of retold(rows[table], renamed, moved)) {
				const names = freshNames(table, chance, { alias, words: handed });
				writer.add(table, { ...row, [tables[table]]: pk, ...names });
			}
		}
		makeDataKey(keys, pk);
		const key = dataKeyOf(keys, pk);
		for (const [index, event] of retold(events, renamed, moved).entries()) {
			const place = { situationPk: pk, position: index + 1 };
			const entry = { sequence: last.sequence + 1, ...place, sealed: sealEvent(key, place, event) };
			const link = Buffer.from(linkAfter(last.link, journalParts(entry)));
			writer.enter({ ...entry, link });
			last = { sequence: entry.sequence, link };
		}
		return pk;
	};
}

/** The same with other names for its handoffs, and its instants moved. */
function retold<Told>(told: Told, renamed: (readonly [string, string])[], moved: number): Told {
	const text = renamed.reduce(
		(before, [old, fresh]) => before.replaceAll(old, fresh),
		JSON.stringify(told),
	);
	const instants = text.replaceAll(/(?<=[:,[])1\d{12}(?=[,}\]])/g, (at) =>
		String(Number(at) + moved),
	);
	return JSON.parse(instants) as Told;
}

type Words = { alias: string; words: () => string };

/** Names that the store wants to be unlike all others. */
function freshNames(table: Table, chance: Chance, { alias, words }: Words): Row {
	if (table === "participations") {
		return { handle: drawHandle(chance), code: drawCode(chance), alias };
	}
	if (table !== "handoffs") return {};
	return {
		number: drawCode(chance),
		words: words(),
		sender_handle: drawHandle(chance),
		recipient_handle: drawHandle(chance),
	};
}

/** The places of two words, another pair each time; there are some 340,000. */
function wordsNotIn(client: Database.Database, known: string): () => string {
	const taken = new Set(client.prepare(known).pluck().all());
	const all = aliasWords.length;
	let name = -1;
	return () => {
		for (;;) {
			name += 1;
			if (name === all * all) throw new RangeError("No pair of words is left.");
			const words = `${Math.floor(name / all)}-${name % all}`;
			if (!taken.has(words)) return words;
		}
	};
}

function beginningOf(client: Database.Database): { pk: number } {
	const most = client.prepare("SELECT max(seq) FROM sqlite_sequence WHERE name = 'situations'");
	return { pk: Number(most.pluck().get() ?? 0) };
}

function writerFor(client: Database.Database) {
	const inserts = new Map<Table, Database.Statement>();
	const entry = client.prepare(
		"INSERT INTO journal VALUES (@sequence, @situationPk, @position, @sealed, @link)",
	);
	return {
		add(table: Table, row: Row): void {
			const known = inserts.get(table);
			const columns = Object.keys(row);
			const insert =
				known ??
				client.prepare(
					`INSERT INTO ${table} (${columns.join(", ")}) VALUES (${columns.map((name) => `@${name}`).join(", ")})`,
				);
			inserts.set(table, insert);
			insert.run(row);
		},
		enter(row: Row): void {
			entry.run(row);
		},
	};
}
