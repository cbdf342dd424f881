import type { Facts } from "#protocols/compiler/catalogue-of-names.ts";
import type { HandoffCodes, HandoffMoved } from "./events.ts";
import type { HandoffAct } from "./handoff/life.ts";
import type { ClockId, EpochMs, Stage } from "./situation.ts";
import type { Acting } from "./story.ts";

/** Who asks, and how long the history was on the page that they answered. */
type Asked = { acting: Acting; seen: number };

export type OpenSituation = {
	type: "open-situation";
	acting: Acting;
	facts: Facts;
	/** Interruptions that are already running as the situation opens. */
	raises: string[];
};

export type AnswerStep = Asked & {
	type: "answer-step";
	step: string;
	outcome: string;
	answers: Facts;
};

export type RaiseInterruption = Asked & { type: "raise-interruption"; interruption: string };

export type BindRole = Asked & { type: "bind-role"; role: string; structure: string };

export type NameLead = Asked & { type: "name-lead"; structure: string };

export type CorrectEntry = Asked & {
	type: "correct-entry";
	of: number;
	/** Given only when the outcome itself was a slip. */
	outcome?: string | undefined;
	answers: Facts;
};

export type PrepareHandoff = Asked & {
	type: "prepare-handoff";
	step: string;
	/** Structures asked; empty for an external recipient. */
	to: string[];
	answers: Facts;
	information: NonNullable<HandoffCodes["information"]>;
	/** Sends at once, or keeps a draft that only the sender's structure sees. */
	send: boolean;
};

export type ActOnHandoff = {
	type: "act-on-handoff";
	acting: Acting;
	/** Position of the latest act that the page showed for this handoff. */
	seen: number;
	handoff: string;
	act: HandoffAct;
	codes: HandoffMoved["codes"];
	/** The step outcome chosen where several answer the same end. */
	outcome?: string | undefined;
	referent?: string | undefined;
	until?: EpochMs | undefined;
	/** The new recipient of a rerouting. */
	reroutesTo?: string | undefined;
};

export type StrikeClock = { type: "strike-clock"; clock: ClockId; stage: Stage };

/** Everything that can be asked of a situation that exists. */
export type Command =
	| AnswerStep
	| RaiseInterruption
	| BindRole
	| NameLead
	| CorrectEntry
	| PrepareHandoff
	| ActOnHandoff
	| StrikeClock;
