import type { Refusal } from "#protocols/casework/refusal.ts";

/** Why a story stops: what the protocol refuses, or what it does not know. */
export type Why =
	| { code: "refused"; refusal: Refusal }
	| { code: "step-unknown"; step: string }
	| { code: "role-unknown"; role: string }
	/** The protocol gives the step to another role than the one that acts. */
	| { code: "role-differs"; step: string; role: string }
	/** The role is outside the application: no structure of the territory plays it. */
	| { code: "nobody-plays"; role: string }
	| { code: "handoff-unknown"; step: string }
	| { code: "act-unknown"; act: string }
	/** Every act was played, and the story ends elsewhere than it says. */
	| { code: "ends-elsewhere"; closed: boolean; open: string[] };
