import { createHash } from "node:crypto";
import { appendFileSync, cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync, gzipSync } from "node:zlib";
import Database from "better-sqlite3";
import { dataKeyOf } from "#db/keys/key-store.ts";
import { keysOf } from "#db/keys/keys-of.ts";
import { sealEvent } from "#db/sealed-events.ts";
import type { SituationEvent } from "#protocols/casework/events.ts";
import { type House, roomsIn } from "./life.ts";
import { closeHouse, openHouse } from "./opened.ts";
import type { Canary } from "./traces.ts";
import { sayings } from "./traces.ts";

/** A leak that a fault of ours could bring about, and where it must be found. */
export type Planting = {
	what: string;
	where: RegExp;
	plant(house: House, canary: Canary): void;
};

/** A leak of each kind. */
export const plantings: Planting[] = [
	{
		what: "a column of casework, past its CHECK",
		where: /^handoffs\.step_id, /m,
		plant: (house, { text }) =>
			write(house, "update handoffs set step_id = ? where rowid = 1", text),
	},
	{
		what: "a number of casework",
		where: /^situations\.position, /m,
		plant: (house, { identity }) =>
			write(house, "update situations set position = ? where pk = 1", Number(identity.phone)),
	},
	{
		what: "a row that was deleted without being overwritten",
		where: /relais\.db(-wal)?, byte/,
		plant: (house, { text }) => deleted(house, text),
	},
	{
		what: "sealed history",
		where: /^journal\.sealed, opened, /m,
		plant: (house, { identity }) => seal(house, sayings["short name"](identity)),
	},
	...inTheLog({
		"as it is": (text) => JSON.stringify({ event: "bug", text }),
		"in an address": (text) => `/x?q=${encodeURIComponent(text)}`,
		"in JSON without accents": ascii,
		"as base64": (text) => Buffer.from(`x=${text}`).toString("base64"),
		"in hexadecimal": (text) => Buffer.from(text).toString("hex"),
		"in capitals": (text) => text.toUpperCase(),
		"as a digest": (text) => createHash("sha256").update(text).digest("hex"),
	}),
	...inTemporaryFiles({
		"as UTF-16": (text) => Buffer.from(`a${text}`, "utf16le"),
		compressed: (text) => gzipSync(`<p>${text}</p>`.repeat(9)),
		"compressed inside another file": (text) =>
			Buffer.concat([Buffer.alloc(99), deflateSync(text.repeat(9))]),
	}),
	{
		what: "the name of a file",
		where: /temporary\//,
		plant: ({ temporary }, { identity }) =>
			writeFileSync(join(temporary, sayings["short name"](identity)), ""),
	},
];

function inTheLog(spellings: Record<string, (text: string) => string>): Planting[] {
	return Object.entries(spellings).map(([spelling, spell]) => ({
		what: `the log, ${spelling}`,
		where: /planted\.log, byte/,
		plant: ({ logs }, { text }) => appendFileSync(join(logs, "planted.log"), `${spell(text)}\n`),
	}));
}

function inTemporaryFiles(spellings: Record<string, (text: string) => Buffer>): Planting[] {
	return Object.entries(spellings).map(([spelling, spell]) => ({
		what: `a temporary file, ${spelling}`,
		where: /temporary\/planted/,
		plant: ({ temporary }, { text }) =>
			writeFileSync(join(temporary, `planted, ${spelling}`), spell(text)),
	}));
}

/** The same house again, for a leak of its own. */
export function copyOf(house: House, directory: string): House {
	const copy = roomsIn(directory);
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
	const db = openHouse(data);
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
	closeHouse(db);
}

function ascii(text: string): string {
	return [...text]
		.map((sign) =>
			sign < "\x7f" ? sign : `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
		)
		.join("");
}
