import type { ColumnClass } from "./column-classes.ts";

/** Words in both languages. */
export type Words = { fr: string; en: string };

/** What a table is about. Only the first kind may know a situation. */
export const subjects = ["situation", "protocol", "network", "account", "upkeep"] as const;
export type Subject = (typeof subjects)[number];

/** The two files: history is in one, the keys that open it in the other. */
export const storeNames = ["main", "keys"] as const;
export type StoreName = (typeof storeNames)[number];

/** A value as the store holds it. */
export type StoredValue = string | number | Buffer | null;

/** One column: its class, what it holds in French, and a value that it takes. */
export type ColumnEntry = { class: ColumnClass; holds: string; example?: StoredValue };

/** One table of the register of what is stored. */
export type TableEntry = {
	store: StoreName;
	table: string;
	about: Subject;
	/** What a row is. */
	holds: Words;
	why: Words;
	/** For how long, and what happens then. */
	kept: Words;
	/** Who reads it. */
	readers: Words;
	columns: Readonly<Record<string, ColumnEntry>>;
};

/** A column of a class, in a few French words. */
export function as(columnClass: ColumnClass, holds: string, example?: StoredValue): ColumnEntry {
	return { class: columnClass, holds, ...(example === undefined ? {} : { example }) };
}
