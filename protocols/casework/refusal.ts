import type { MoveFault } from "./move-fault.ts";
import type { EpochMs } from "./situation.ts";

/** Why nothing was recorded. A person can act on each of them. */
export type Refusal =
	/** Somebody acted since the page was read. */
	| { code: "moved-on" }
	| { code: "situation-closed" }
	| { code: "step-not-open"; step: string; open: string[] }
	| { code: "not-your-step"; role: string; boundTo: string }
	| { code: "role-not-bound"; role: string }
	| { code: "handoff-decides"; step: string }
	| { code: "outcome-unknown"; outcome: string }
	| {
			code: "outcome-not-allowed";
			outcome: string;
			because: "condition" | "rounds";
			beyond?: string;
	  }
	| { code: "answers-incomplete"; missing: string[] }
	| { code: "answer-unknown"; field: string }
	| { code: "handoffs-pending"; handoffs: string[] }
	| { code: "interruption-unknown"; interruption: string }
	| { code: "cannot-raise"; interruption: string }
	| { code: "not-part-of-it" }
	| { code: "not-holder" }
	| { code: "structure-not-available"; structure: string; role: string }
	| { code: "not-your-entry" }
	| { code: "too-late-to-change-outcome" }
	| { code: "not-a-handoff-step"; step: string }
	| { code: "already-handed-off"; step: string }
	| { code: "wrong-number-of-recipients"; most: number }
	| { code: "to-yourself" }
	| { code: "handoff-unknown" }
	| { code: "act-not-allowed"; act: string; state: string }
	| { code: "not-your-act"; act: string }
	| { code: "code-missing"; field: string }
	/** Nothing is received before the number and the words were found to be those of the line. */
	| { code: "not-matched" }
	| { code: "already-matched" }
	/** Two situations become one by the word of two people, one of whom knows both young persons. */
	| { code: "needs-two-people" }
	| { code: "needs-matching-role" }
	/** What runs in the one has no place in the protocol of the other. */
	| { code: "other-protocol" }
	/** Going on under another version is not proven sound. */
	| { code: "cannot-move"; because: MoveFault }
	| { code: "only-once"; act: string }
	| { code: "too-early"; act: string; from: EpochMs }
	| { code: "date-too-late"; latest: EpochMs }
	| { code: "date-past" }
	| { code: "referent-unknown" }
	| { code: "outcome-to-choose"; outcomes: string[] }
	/** Nothing was noted of it, or somebody acted since. */
	| { code: "not-inactive" }
	/** Something still runs: a person decides, never the system. */
	| { code: "needs-arbitration"; because: Unsettled[] };

/** What the system never closes over. */
export type Unsettled = "handoff" | "interruption" | "escalated";

/** A page of the catalogue of refusals: every code has a text in both languages. */
export type RefusalCode = Refusal["code"];
