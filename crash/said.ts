import type { Act, Answer } from "./acts.ts";

/** What a writer says over its pipe, a line each. */
export type Said =
	| { said: "starting" }
	| { said: "started" }
	| { said: "begins"; act: Act }
	/** Acknowledged: what came of it, and how far the journal went then. */
	| { said: "done"; index: number; answer: Answer; sequence: number; link: string }
	| { said: "ended" };

/** The lines that arrived whole; a writer may be killed in the middle of one. */
export function linesOf(heard: string): Said[] {
	const whole = heard.slice(0, heard.lastIndexOf("\n") + 1);
	return whole
		.split("\n")
		.filter(Boolean)
		.map((line) => JSON.parse(line) as Said);
}
