import {
	brotliDecompressSync,
	constants,
	gunzipSync,
	inflateRawSync,
	inflateSync,
} from "node:zlib";
import { fold, type Trace } from "./traces.ts";

/** An identity that was found, where and as what. */
export type Hit = { trace: Trace; at: number; layer: string };

/** Looks for all traces at once. */
export type Scanner = { traces: number; scan(bytes: Buffer): Hit[] };

/** Traces shorter than this could be there by chance. */
const least = 8;

/** How many bytes of a trace are looked up before it is compared whole. */
const anchor = 6;

type Filed = { trace: Trace; bytes: Buffer };

/**
 * Makes a scanner. Every trace is filed under its first six bytes; a table of their hashes says of
 * nearly every place of the data that no trace begins there.
 */
export function scannerFor(traces: readonly Trace[]): Scanner {
	const known = traces.filter(({ bytes }) => bytes.length >= least);
	const filed = new Map<number, Filed[]>();
	const table = new Uint8Array(1 << 24);
	for (const trace of known) {
		const bytes = fold(trace.bytes);
		const key = bytes.readUIntBE(0, anchor);
		table[slot(bytes.readUInt32BE(0))] = 1;
		const same = filed.get(key);
		if (same) same.push({ trace, bytes });
		else filed.set(key, [{ trace, bytes }]);
	}

	function search({ bytes, layer }: Layer): Hit[] {
		const folded = fold(bytes);
		const hits: Hit[] = [];
		let window = 0;
		for (let next = 0; next < folded.length; next += 1) {
			window = ((window << 8) | (folded[next] ?? 0)) >>> 0;
			if (table[slot(window)] === 0 || next < 3) continue;
			const at = next - 3;
			for (const trace of beginningAt(folded, at, filed)) hits.push({ trace, at, layer });
		}
		return hits;
	}

	return {
		traces: known.length,
		scan: (data) => layersOf(data).flatMap(search),
	};
}

function beginningAt(folded: Buffer, at: number, filed: ReadonlyMap<number, Filed[]>): Trace[] {
	if (at + anchor > folded.length) return [];
	const candidates = filed.get(folded.readUIntBE(at, anchor)) ?? [];
	const found = candidates.filter(({ bytes }) => {
		const end = at + bytes.length;
		return (
			end <= folded.length &&
			folded.compare(bytes, 0, bytes.length, at, end) === 0 &&
			standsAlone(folded, at, end, bytes)
		);
	});
	return found.map(({ trace }) => trace);
}

function slot(window: number): number {
	return Math.imul(window, 0x9e3779b1) >>> 8;
}

const isDigit = (byte: number | undefined) => byte !== undefined && byte >= 48 && byte <= 57;

/**
 * Nine digits of a telephone also stand in many a long number: they count alone, or after the
 * prefix that makes them a telephone.
 */
function standsAlone(data: Buffer, at: number, end: number, word: Buffer): boolean {
	if (word.length > 10 || !word.every(isDigit)) return true;
	if (isDigit(data[end])) return false;
	const before = data.subarray(Math.max(0, at - 4), at).toString("latin1");
	return !/\d$/.test(before) || /(^|\D)(0|33|0033)$/.test(before);
}

type Layer = { layer: string; bytes: Buffer };

/** The bytes as they lie, and what is folded up in them: compressed streams are opened. */
function layersOf(data: Buffer, depth = 0): Layer[] {
	const own = { layer: depth === 0 ? "as it lies" : "unfolded", bytes: data };
	if (depth > 2) return [own];
	return [own, ...streamsIn(data).flatMap((bytes) => layersOf(bytes, depth + 1))];
}

/** What a stream may be cut short by and still be read. */
const cut = { finishFlush: constants.Z_SYNC_FLUSH };

type Opener = {
	begins(data: Buffer, at: number): boolean;
	open(data: Buffer, at: number): Buffer;
};

/** By what each kind of stream announces itself, and how it is opened. */
const openers: Opener[] = [
	{
		begins: (data, at) => data[at] === 0x1f && data[at + 1] === 0x8b && data[at + 2] === 8,
		open: (data, at) => gunzipSync(data.subarray(at), cut),
	},
	{
		begins: (data, at) => data[at] === 0x78 && [0x01, 0x5e, 0x9c, 0xda].includes(data[at + 1] ?? 0),
		open: (data, at) => inflateSync(data.subarray(at), cut),
	},
	{
		begins: (data, at) => data[at] === 0x50 && data.readUInt32BE(at) === 0x504b0304,
		open: (data, at) => {
			const header = 30 + data.readUInt16LE(at + 26) + data.readUInt16LE(at + 28);
			return inflateRawSync(data.subarray(at + header), cut);
		},
	},
];

function streamsIn(data: Buffer): Buffer[] {
	const found: Buffer[] = [];
	for (let at = 0; at < data.length - 32; at += 1) {
		const opener = openers.find(({ begins }) => begins(data, at));
		if (opener) found.push(...opened(() => opener.open(data, at)));
	}
	// Brotli announces itself by nothing: only a file that is one as a whole can be told.
	return [...found, ...opened(() => brotliDecompressSync(data))];
}

/** What opens; bytes that only look like a stream do not. */
function opened(open: () => Buffer): Buffer[] {
	try {
		const bytes = open();
		return bytes.length > 16 ? [bytes] : [];
	} catch {
		return [];
	}
}
