/**
 * Why a situation cannot go on under another version: what the map leaves open, or what would not
 * be kept. Whatever is not proven sound is refused.
 */
export type MoveFault =
	/** Only a coordinator moves a situation. */
	| { code: "not-coordinator" }
	/** It follows another version than the map begins with, or already the one it leads to. */
	| { code: "other-version" }
	/** An open step, or the step of a handoff that answers it, has no counterpart in the map. */
	| { code: "step-unplaced"; step: string }
	| { code: "step-unknown"; step: string }
	/** Two that are open would become one. */
	| { code: "doubled"; step: string; steps: string[] }
	/** Two that run side by side would have to follow each other. */
	| { code: "not-side-by-side"; steps: string[] }
	/** A track of the running group that the version before did not have, and nobody said whether it begins. */
	| { code: "track-unplaced"; track: string }
	/** What belongs to an interruption stays in it, what belongs to the course stays out of it. */
	| { code: "interruption-changes"; step: string; to: string }
	/** Another structure would have to answer, and nobody handed anything off. */
	| { code: "changes-hands"; step: string; to: string; role: string; toRole: string }
	| { code: "role-gone"; role: string; structure: string }
	/** An open handoff would hang on a step that asks for something else. */
	| { code: "handoff-differs"; step: string; to: string; what: HandoffDifference }
	/** An open handoff acts on a part, and would be left without a step of that part. */
	| { code: "handoff-unplaced"; step: string }
	/** A structure would see less than before, or more. */
	| { code: "sight-changes"; structure: string }
	/** What must be true of every situation would not be. */
	| { code: "promise-broken"; promises: string[] };

export type HandoffDifference =
	| "kind"
	| "role"
	| "mode"
	| "goes-on"
	| "recipients"
	| "ends"
	| "part";
