import { appendFileSync, cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync, gzipSync } from "node:zlib";
import Database from "better-sqlite3";
import { dataKeyOf } from "#db/keys/key-store.ts";
import { keysOf } from "#db/keys/keys-of.ts";
import { sealEvent } from "#db/sealed-events.ts";
import { closeStores, openStores, placesIn } from "#db/stores.ts";
import type { SituationEvent } from "#protocols/casework/events.ts";
import type { House } from "./life.ts";
import type { Canary } from "./traces.ts";
import { sayings } from "./traces.ts";

/** A place where a canary is put on purpose, to see that it is found there. */
export type Planting = { where: string; plant(house: House, canary: Canary): void };

/** A leak of each kind that a fault of ours could bring about. */
export const plantings: Planting[] = [
	{
		where: "a column of casework, past its CHECK",
		plant: (house, { identity }) =>
			write(
				house,
				"update handoffs set step_id = ? where rowid = 1",
				sayings["full name"](identity),
			),
	},
	{
		where: "a number of casework",
		plant: (house, { identity }) =>
			write(house, "update situations set position = ? where pk = 1", Number(identity.phone)),
	},
	{
		where: "a row that was deleted without being overwritten",
		plant: (house, { text }) => deleted(house, text),
	},
	{
		where: "sealed history",
		plant: (house, { identity }) => seal(house, sayings["short name"](identity)),
	},
	{
		where: "the log",
		plant: (house, { text }) => log(house, JSON.stringify({ event: "bug", text })),
	},
	{
		where: "the log, in an address",
		plant: (house, { text }) => log(house, `/x?q=${encodeURIComponent(text)}`),
	},
	{
		where: "the log, in JSON without accents",
		plant: (house, { text }) => log(house, ascii(text)),
	},
	{
		where: "the log, as base64",
		plant: (house, { text }) => log(house, Buffer.from(`x=${text}`).toString("base64")),
	},
	{ where: "the log, in capitals", plant: (house, { text }) => log(house, text.toUpperCase()) },
	{
		where: "a temporary file, as UTF-16",
		plant: (house, { text }) => file(house, Buffer.from(`a${text}`, "utf16le")),
	},
	{
		where: "a compressed file",
		plant: (house, { text }) => file(house, gzipSync(`<p>${text}</p>`.repeat(9))),
	},
	{
		where: "a compressed stream inside another file",
		plant: (house, { text }) =>
			file(house, Buffer.concat([Buffer.alloc(99), deflateSync(text.repeat(9))])),
	},
];

/** The same house again, for a leak of its own. */
export function copyOf(house: House, directory: string): House {
	const copy = {
		data: join(directory, "data"),
		logs: join(directory, "logs"),
		temporary: join(directory, "temporary"),
	};
	for (const name of Object.keys(copy) as (keyof House)[]) {
		cpSync(house[name], copy[name], { recursive: true });
	}
	return copy;
}

function write({ data }: House, statement: string, value: string | number): void {
	const store = new Database(join(data, "relais.db"));
	store.pragma("ignore_check_constraints = ON");
	const { changes } = store.prepare(statement).run(value);
	store.close();
	if (changes !== 1) throw new Error(`Nothing was planted by: ${statement}`);
}

function deleted({ data }: House, text: string): void {
	const store = new Database(join(data, "relais.db"));
	store.pragma("secure_delete = OFF");
	store.exec("create table planted (text)");
	store.prepare("insert into planted values (?)").run(text);
	store.exec("delete from planted");
	store.close();
}

/** Adds an event to sealed history as the journal itself would, saying somebody for a name. */
function seal({ data }: House, name: string): void {
	const db = openStores(placesIn(data));
	const { pk, position } = db.$client
		.prepare("select pk, position from situations where status = 'open' order by pk limit 1")
		.get() as { pk: number; position: number };
	const place = { situationPk: pk, position: position + 1 };
	const event = {
		type: "interruption-raised",
		at: Date.now(),
		by: "system",
		actor: null,
		clocks: [],
		interruption: name,
	} as SituationEvent;
	const sealed = sealEvent(dataKeyOf(keysOf(db), pk), place, event);
	db.$client
		.prepare(
			`insert into journal (sequence, situation_pk, position, sealed, link)
			 select max(sequence) + 1, ?, ?, ?, zeroblob(32) from journal`,
		)
		.run(pk, place.position, sealed);
	closeStores(db);
}

function log({ logs }: House, line: string): void {
	appendFileSync(join(logs, "planted.log"), `${line}\n`);
}

function file({ temporary }: House, bytes: Buffer): void {
	writeFileSync(join(temporary, "planted"), bytes);
}

function ascii(text: string): string {
	return [...text]
		.map((sign) =>
			sign < "\x7f" ? sign : `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
		)
		.join("");
}
