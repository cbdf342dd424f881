import { type Chance, pick } from "#protocols/casework/random-choice.ts";
import type { LastStatement } from "./last-statement.ts";
import type { Said } from "./said.ts";

/** When a writer is killed. */
export type KillPlan =
	/** By itself, around one of its statements: at the same one each time. */
	| { by: "itself"; last: LastStatement }
	/**
	 * By its parent, so many microseconds after a line: in the middle of a statement, of a system
	 * call, of a checkpoint. The line and the wait are the same each time, the instruction is not.
	 */
	| { by: "parent"; after: Moment; count: number; microseconds: number };

type Moment = (typeof moments)[number];
const moments = ["starting", "act", "answer", "sweep", "log"] as const;

/** Most of each kind of line that a life waits for; acts are many, sweeps and logs are few. */
const most: Record<Moment, number> = { starting: 1, act: 60, answer: 60, sweep: 4, log: 3 };

/** An act takes about forty statements, and mostly one commit. */
const mostStatements = { all: 2200, commits: 56 };

/** Draws when the next writer dies: half of them at an exact place, half in the middle of anything. */
export function drawPlan(chance: Chance): KillPlan {
	if (chance(2) === 0) {
		const of = pick(chance, ["all", "all", "commits"] as const);
		const n = 1 + chance(mostStatements[of]);
		return { by: "itself", last: { n, of, when: pick(chance, ["before", "after"] as const) } };
	}
	const after = pick(chance, moments);
	const microseconds = chance(after === "starting" ? 60_000 : 6_000);
	return { by: "parent", after, count: 1 + chance(most[after]), microseconds };
}

/** Whether a line is one that a plan counts. */
export function isMoment(after: Moment, line: Said): boolean {
	switch (after) {
		case "starting":
			return line.said === "starting";
		case "answer":
			return line.said === "done";
		case "act":
			return line.said === "begins" && "key" in line.act;
		case "sweep":
			return line.said === "begins" && line.act.kind === "sweeps";
		case "log":
			return line.said === "begins" && line.act.kind === "empties-log";
	}
}
