import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import type Database from "better-sqlite3";
import type { DiskCall } from "./trace.ts";

type Change = Extract<DiskCall, { call: "write" | "truncate" }>;

/** Notes that a writer takes of its own files. */
export type OwnNotes = { take(): void; said(text: string): void };

/**
 * Where no process may watch another one's system calls, a writer notes after each act how its
 * files changed. What reached the disk is then not seen but worked out, from the setting that the
 * connection itself reads back: at FULL, SQLite waits for the log before a commit ends; at NORMAL,
 * only when the log goes into the file.
 *
 * @param into a file, a call on each line
 */
export function notesOf(clients: readonly Database.Database[], into: string): OwnNotes {
	const known = new Map<string, Buffer>();
	const note = (call: DiskCall) => appendFileSync(into, `${lineOf(call)}\n`);
	for (const { name } of clients) {
		// The log did not exist before the writer opened the store: all of it is new.
		known.set(name, readFileSync(name));
		note({ call: "write", file: `${name}-wal`, offset: 0, bytes: Buffer.alloc(0) });
		note({ call: "sync", file: dirname(name) });
	}
	return {
		take() {
			for (const client of clients) for (const call of callsOf(client, known)) note(call);
		},
		said: (text) => note({ call: "say", text }),
	};
}

/** What a connection asked of the disk since it was last looked at, and what it waited for. */
function callsOf(client: Database.Database, known: Map<string, Buffer>): DiskCall[] {
	const [log, store] = [`${client.name}-wal`, client.name];
	const inLog = changesOf(known, log);
	const inStore = changesOf(known, store);
	const waits = client.pragma("synchronous", { simple: true }) === 2;
	const sync = (file: string, when: boolean): DiskCall[] => (when ? [{ call: "sync", file }] : []);
	return [
		...inLog.filter(({ call }) => call === "write"),
		...sync(log, waits || inStore.length > 0),
		...inStore,
		...sync(store, inStore.length > 0),
		...inLog.filter(({ call }) => call === "truncate"),
	];
}

/** Reads notes back. */
export function readNotes(from: string): DiskCall[] {
	const lines = readFileSync(from, "utf8").split("\n").filter(Boolean);
	return lines.map((line) => {
		const call = JSON.parse(line);
		return call.call === "write" ? { ...call, bytes: Buffer.from(call.bytes, "base64") } : call;
	});
}

function lineOf(call: DiskCall): string {
	if (call.call !== "write") return JSON.stringify(call);
	return JSON.stringify({ ...call, bytes: call.bytes.toString("base64") });
}

const sectorBytes = 512;

/** How a file differs from when it was last looked at. */
function changesOf(known: Map<string, Buffer>, file: string): Change[] {
	const now = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
	const before = known.get(file) ?? Buffer.alloc(0);
	known.set(file, now);
	const cut: Change[] =
		now.length < before.length ? [{ call: "truncate", file, length: now.length }] : [];
	const written: Change[] = [];
	for (let offset = 0; offset < now.length; offset += sectorBytes) {
		const bytes = now.subarray(offset, offset + sectorBytes);
		if (!bytes.equals(before.subarray(offset, offset + sectorBytes))) {
			written.push({ call: "write", file, offset, bytes });
		}
	}
	return [...cut, ...written];
}
