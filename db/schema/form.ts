import { type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";

/*
 * The conditions of CHECKs that keep a text column to a form: an alphabet without white space or
 * accents, and a length. `octet_length` beside `length`, because SQLite stops counting characters
 * at a NUL, behind which a sentence could hide.
 */

/** The name of a part of a protocol: lower case, such as `first-analysis` or `track:care`. */
export function protocolName(column: SQLiteColumn): SQL {
	return sql`${spelt(column, "a-z0-9:-", { least: 1, most: 80 })} and ${column} glob '[a-z]*'`;
}

/** The opaque name of a member, a structure, an account, a version. */
export function knownName(column: SQLiteColumn): SQL {
	return spelt(column, "A-Za-z0-9_-", { least: 1, most: 80 });
}

/** Random bytes as base64url, such as the 22 symbols of a handle. */
export function token(column: SQLiteColumn, symbols = 22): SQL {
	return spelt(column, "A-Za-z0-9_-", { least: symbols, most: symbols });
}

/** A digest in hexadecimal: 64 symbols for SHA-256. */
export function hexadecimal(column: SQLiteColumn, symbols = 64): SQL {
	return spelt(column, "0-9a-f", { least: symbols, most: symbols });
}

/** A code: ten symbols, none of them a vowel, so that no word can be spelt. */
export function codeSymbols(column: SQLiteColumn): SQL {
	return spelt(column, "0-9BCDFGHJKMNPQRSTVWXYZ", { least: 10, most: 10 });
}

/** Two numbers of words in the list of aliases, such as `12-845`. */
export function aliasPlaces(column: SQLiteColumn): SQL {
	return sql`${spelt(column, "0-9-", { least: 3, most: 9 })} and ${column} glob '[0-9]*-[0-9]*'`;
}

/** A clock: of a step by its name, or of a handoff by its handle. */
export function clockName(column: SQLiteColumn): SQL {
	const some = spelt(column, "A-Za-z0-9_:-", { least: 6, most: 80 });
	return sql`${some} and (${column} glob 'step:[a-z]*' or ${column} glob 'handoff:[A-Za-z0-9_-]*')`;
}

/** The way to a text by the names of its parts, such as `first-contact/guidance`. */
export function placeInText(column: SQLiteColumn, most: number): SQL {
	return spelt(column, "A-Za-z0-9_:/-", { least: 1, most });
}

/** What an incident is about: the word for it, then numbers and names of parts of ours. */
export function incidentKey(column: SQLiteColumn): SQL {
	return sql`${spelt(column, "A-Za-z0-9_:./-", { least: 1, most: 120 })} and ${column} glob '[a-z]*'`;
}

/** A text of at least one and at most so many characters. */
export function textUpTo(column: SQLiteColumn, most: number): SQL {
	return sql`length(${column}) between 1 and ${sql.raw(String(most))} and instr(${column}, char(0)) = 0`;
}

/** A whole number between two limits. */
export function between(column: SQLiteColumn, least: number, most: number): SQL {
	return sql`${column} between ${sql.raw(String(least))} and ${sql.raw(String(most))}`;
}

/** An instant from 2010 to 2100, in milliseconds: no telephone number is one. */
export function instant(column: SQLiteColumn): SQL {
	return between(column, 1_262_304_000_000, 4_102_444_800_000);
}

/** Most events of one situation: what a number of events can be is less than any telephone number. */
export const mostEvents = 1_000_000;

/** Most entries of a chain. */
export const mostEntries = 100_000_000;

function spelt(
	column: SQLiteColumn,
	alphabet: string,
	{ least, most }: { least: number; most: number },
): SQL {
	const range = sql.raw(`between ${least} and ${most}`);
	const others = sql.raw(`'*[^${alphabet}]*'`);
	return sql`octet_length(${column}) ${range} and octet_length(${column}) = length(${column}) and ${column} not glob ${others}`;
}
