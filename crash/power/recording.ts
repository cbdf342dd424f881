import { spawnSync } from "node:child_process";
import { createReadStream, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { liveToTheEnd } from "../life.ts";
import type { Beginning } from "../writer.ts";
import { readNotes } from "./own-notes.ts";
import { type DiskCall, diskCallOf, isKept, tracedCalls } from "./trace.ts";

/** Whether this machine lets one process see the system calls of another. */
export function canRecord(): boolean {
	return spawnSync("strace", ["-o", "/dev/null", "true"]).status === 0;
}

/** The descriptor that the writer speaks on. */
const pipe = 3;

/** Who says what a writer asked of the disk: strace, from outside, or the writer's own notes. */
export type Recorder = "strace" | "own notes";

/**
 * Lets a writer do its work, and records what it asks of the disk, in order.
 *
 * @param program the writer, as one file
 * @param traces a directory for what is recorded
 */
export async function recorded(
	program: string,
	beginning: Beginning,
	{ recorder, traces }: { recorder: Recorder; traces: string },
): Promise<DiskCall[]> {
	if (recorder === "strace") return traced(program, beginning, traces);
	const notes = join(traces, "notes");
	await liveToTheEnd([process.execPath, program], { ...beginning, notes });
	return readNotes(notes);
}

async function traced(program: string, beginning: Beginning, traces: string): Promise<DiskCall[]> {
	const strace = [
		"strace",
		// One file a thread: no line is cut by another thread's.
		...["-ff", "-o", join(traces, "trace")],
		// Paths with descriptors, everything in hexadecimal, nothing cut short.
		...["-y", "-xx", "-s", "1000000"],
		...["-e", `trace=${tracedCalls.join(",")}`],
	];
	await liveToTheEnd([...strace, process.execPath, program], beginning);
	const calls: DiskCall[] = [];
	const lines = createInterface({ input: createReadStream(mainTrace(traces)) });
	for await (const line of lines) {
		const call = diskCallOf(line, pipe);
		if (call && (call.call === "say" || isKept(beginning, call.file))) calls.push(call);
	}
	return calls;
}

/** The store is written by the main thread alone, which has the most to say. */
function mainTrace(traces: string): string {
	const files = readdirSync(traces).map((name) => join(traces, name));
	const [largest = ""] = files.sort((left, right) => statSync(right).size - statSync(left).size);
	return largest;
}
