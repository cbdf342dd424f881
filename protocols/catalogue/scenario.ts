import type { Duration } from "#protocols/language/delay.ts";
import type { Text } from "#protocols/language/text.ts";
import type { Answers } from "#protocols/language/vocabulary/answers.ts";

/**
 * One act of a story. `by` is the role that acts: in a story each role is played by one structure,
 * and the structure that opens plays the role of the first step.
 */
export type Act =
	/** Answers an open step with one of its outcomes. */
	| { by: string; answers: string; outcome: string; with?: Answers }
	/** Raises an interruption. */
	| { by: string; raises: string }
	/**
	 * Prepares and sends the handoff of an open handoff step (several recipients: one by default);
	 * a draft is kept by its author.
	 */
	| { by: string; handsOff: string; draft?: boolean }
	/**
	 * Acts on the latest handoff of a step: an event of the life of a handoff, for example
	 * `ACKNOWLEDGE`, `ACCEPT`, `DECLINE`, `RECORD_REFUSAL`, `WITHDRAW`, `CONTACT`, `COMPLETE`, `FAIL`,
	 * `READ_OUTCOME`. `outcome` names the step outcome chosen where that event chooses one.
	 */
	| { by: string; onHandoff: string; event: string; outcome?: string; reason?: string }
	/** Lets time pass: whatever falls due meanwhile is flagged. */
	| { waits: Duration };

/** A story that a protocol must allow: unit test, page of documentation, and for some a browser journey. */
export type Scenario = {
	id: string;
	title: Text;
	/** What the story shows, in a sentence. */
	shows: Text;
	/** Interruptions raised as the situation opens. */
	opensWith?: string[];
	acts: Act[];
	/** Where the story ends: the steps open then (empty when closed). */
	ends: { closed: boolean; open: string[] };
};
