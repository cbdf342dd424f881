import type { JsonEntry, JsonNode, SourcePlace } from "./json-node.ts";

/** What keeps a text from being read as JSON, and where. */
export type JsonFault = {
	code: "not-json" | "same-key-twice" | "forbidden-key" | "too-deep";
	at: SourcePlace;
	/** What was found there. */
	found: string;
};

/** Deeper than any protocol that people read, and shallow enough for the reader's own stack. */
export const mostLevels = 100;

/** Names that reach behind an object in JavaScript. */
const forbiddenKeys = new Set(["__proto__", "prototype", "constructor"]);

/**
 * Reads a JSON text and keeps the place of every key and value. Stricter than `JSON.parse`: a key
 * stands once in a record, and none reaches behind an object.
 */
export function readJsonSource(source: string): JsonNode | JsonFault {
	const reading = { source, at: 0, lines: lineStarts(source) };
	try {
		skipSpace(reading);
		const node = readValue(reading, 0);
		skipSpace(reading);
		if (reading.at < source.length) throw fault(reading, "not-json");
		return node;
	} catch (thrown) {
		if (thrown instanceof Faulty) return thrown.fault;
		throw thrown;
	}
}

type Reading = { source: string; at: number; lines: number[] };

class Faulty extends Error {
	readonly fault: JsonFault;
	constructor(fault: JsonFault) {
		super(fault.code);
		this.fault = fault;
	}
}

function readValue(reading: Reading, depth: number): JsonNode {
	const at = placeAt(reading, reading.at);
	if (depth > mostLevels) throw fault(reading, "too-deep");
	switch (reading.source[reading.at]) {
		case "{":
			return { at, kind: "record", entries: readEntries(reading, depth) };
		case "[":
			return { at, kind: "list", items: readItems(reading, depth) };
		case '"':
			return { at, kind: "plain", value: readString(reading) };
		default:
			return { at, kind: "plain", value: readWord(reading) };
	}
}

function readItems(reading: Reading, depth: number): JsonNode[] {
	const items: JsonNode[] = [];
	readSeries(reading, "]", () => items.push(readValue(reading, depth + 1)));
	return items;
}

function readEntries(reading: Reading, depth: number): JsonEntry[] {
	const entries: JsonEntry[] = [];
	const seen = new Set<string>();
	readSeries(reading, "}", () => {
		const at = placeAt(reading, reading.at);
		if (reading.source[reading.at] !== '"') throw fault(reading, "not-json");
		const key = readString(reading);
		if (forbiddenKeys.has(key)) throw new Faulty({ code: "forbidden-key", at, found: key });
		if (seen.has(key)) throw new Faulty({ code: "same-key-twice", at, found: key });
		seen.add(key);
		skipSpace(reading);
		expect(reading, ":");
		skipSpace(reading);
		entries.push({ key, at, node: readValue(reading, depth + 1) });
	});
	return entries;
}

/** What stands between an opening sign and its end, one after the other. */
function readSeries(reading: Reading, end: "]" | "}", readOne: () => void): void {
	reading.at += 1;
	skipSpace(reading);
	if (reading.source[reading.at] === end) {
		reading.at += 1;
		return;
	}
	for (;;) {
		readOne();
		skipSpace(reading);
		if (reading.source[reading.at] === end) break;
		expect(reading, ",");
		skipSpace(reading);
	}
	reading.at += 1;
}

// The spelling of strings and words is JSON's own: found here, read by `JSON.parse`.
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON allows none of them in a string.
const stringForm = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const wordForm = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

function readString(reading: Reading): string {
	return JSON.parse(match(reading, stringForm));
}

function readWord(reading: Reading): number | boolean | null {
	return JSON.parse(match(reading, wordForm));
}

function match(reading: Reading, form: RegExp): string {
	form.lastIndex = reading.at;
	const [found] = form.exec(reading.source) ?? [];
	if (found === undefined) throw fault(reading, "not-json");
	reading.at += found.length;
	return found;
}

function expect(reading: Reading, sign: string): void {
	if (reading.source[reading.at] !== sign) throw fault(reading, "not-json");
	reading.at += 1;
}

const space = /[ \t\r\n]*/y;

function skipSpace(reading: Reading): void {
	space.lastIndex = reading.at;
	reading.at += space.exec(reading.source)?.[0].length ?? 0;
}

function fault(reading: Reading, code: JsonFault["code"]): Faulty {
	const found = [...reading.source.slice(reading.at, reading.at + 24)].join("");
	return new Faulty({ code, at: placeAt(reading, reading.at), found });
}

function lineStarts(source: string): number[] {
	return [0, ...[...source.matchAll(/\n/g)].map(({ index }) => index + 1)];
}

function placeAt({ lines }: Reading, at: number): SourcePlace {
	let [low, high] = [0, lines.length - 1];
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if ((lines[middle] ?? 0) <= at) low = middle;
		else high = middle - 1;
	}
	return { line: low + 1, column: at - (lines[low] ?? 0) + 1 };
}
