import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { dirname } from "node:path";
import type { Readable } from "node:stream";
import { isMoment, type KillPlan } from "./kill-plan.ts";
import { linesOf, type Said } from "./said.ts";
import type { Beginning } from "./writer.ts";

/**
 * Lets a writer work until it is killed.
 *
 * @param program the writer, as one file
 * @returns every line that it said
 * @throws Error when it ended in any other way
 */
export async function liveAndDie(
	program: string,
	beginning: Beginning,
	plan: KillPlan,
): Promise<Said[]> {
	const told = plan.by === "itself" ? { ...beginning, last: plan.last } : beginning;
	const child = spawn(process.execPath, [program, JSON.stringify(told)], {
		stdio: ["ignore", "ignore", "pipe", "pipe"],
		// What was compiled once is not compiled again: a life is short.
		env: { ...process.env, NODE_COMPILE_CACHE: dirname(program) },
	});
	const heard = listen(child);
	if (plan.by === "parent") killAt(child, heard, plan);
	const [, signal] = await once(child, "close");
	if (signal !== "SIGKILL") throw new Error(`The writer was not killed:\n${heard.complaints()}`);
	return linesOf(heard.text());
}

/** Lets a writer do all that it was told. @throws Error when it could not */
export async function liveToTheEnd(
	[program, ...parameters]: string[],
	beginning: Beginning,
): Promise<Said[]> {
	const child = spawn(program ?? "", [...parameters, JSON.stringify(beginning)], {
		stdio: ["ignore", "ignore", "pipe", "pipe"],
	});
	const heard = listen(child);
	const [code] = await once(child, "close");
	if (code !== 0) throw new Error(`The writer failed (${code}):\n${heard.complaints()}`);
	return linesOf(heard.text());
}

type Heard = { text(): string; complaints(): string; onText(act: () => void): void };

function listen(child: ChildProcess): Heard {
	const heard = { text: "", complaints: "" };
	const listeners: (() => void)[] = [];
	child.stderr?.setEncoding("utf8").on("data", (chunk) => {
		heard.complaints += chunk;
	});
	(child.stdio[3] as Readable).setEncoding("utf8").on("data", (chunk) => {
		heard.text += chunk;
		for (const act of listeners) act();
	});
	return {
		text: () => heard.text,
		complaints: () => heard.complaints,
		onText: (act) => listeners.push(act),
	};
}

function killAt(
	child: ChildProcess,
	heard: Heard,
	{ after, count, microseconds }: Extract<KillPlan, { by: "parent" }>,
): void {
	let killed = false;
	heard.onText(() => {
		const seen = linesOf(heard.text()).filter((line) => isMoment(after, line));
		if (killed || seen.length < count) return;
		killed = true;
		spin(microseconds);
		child.kill("SIGKILL");
	});
}

/** Waits without giving the core away: a timer would come back milliseconds late. */
function spin(microseconds: number): void {
	const until = performance.now() + microseconds / 1000;
	while (performance.now() < until);
}
