import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import type { Answers } from "#protocols/language/vocabulary/answers.ts";
import type { inactiveClosureReasons } from "#protocols/language/vocabulary/closure-reasons.ts";
import type { followUpFindings } from "#protocols/language/vocabulary/follow-up-findings.ts";
import type { HandoffCodes, HandoffMoved, InactivityStage } from "./events.ts";
import type { HandoffAct } from "./handoff/life.ts";
import type { MoveMap } from "./move-map.ts";
import type { ClockId, EpochMs, Stage } from "./situation.ts";
import type { Acting } from "./story.ts";

/** Who asks, and how long the history was on the page that they answered. */
type Asked = { acting: Acting; seen: number };

export type OpenSituation = {
	type: "open-situation";
	acting: Acting;
	facts: Answers;
	/** Interruptions that are already running as the situation opens. */
	raises: string[];
};

export type AnswerStep = Asked & {
	type: "answer-step";
	step: string;
	outcome: string;
	answers: Answers;
};

export type RaiseInterruption = Asked & { type: "raise-interruption"; interruption: string };

export type BindRole = Asked & { type: "bind-role"; role: string; structure: string };

export type NameLead = Asked & { type: "name-lead"; structure: string };

export type CorrectEntry = Asked & {
	type: "correct-entry";
	of: number;
	/** Given only when the outcome itself was a slip. */
	outcome?: string | undefined;
	answers: Answers;
};

export type PrepareHandoff = Asked & {
	type: "prepare-handoff";
	step: string;
	/** Structures asked; empty for an external recipient. */
	to: string[];
	answers: Answers;
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
	/**
	 * The number and the words that were said are those of this line. The writer compares: they are
	 * drawn beside history, and no part of it.
	 */
	matched?: boolean | undefined;
};

export type StrikeClock = { type: "strike-clock"; clock: ClockId; stage: Stage };

/** By the system: nobody has acted for as long as the territory's retention allows. */
export type NoteInactivity = { type: "note-inactivity"; stage: InactivityStage };

/** By the system: nobody acted after a proposal to close either. */
export type CloseInactive = { type: "close-inactive" };

/** By a holder: the situation goes on, though nothing was recorded for a long time. */
export type ConfirmFollowUp = Asked & {
	type: "confirm-follow-up";
	finding: keyof typeof followUpFindings;
};

/** By a holder: the situation closes where it stands, as was proposed. */
export type AcceptClosure = Asked & {
	type: "accept-closure";
	reason: (typeof inactiveClosureReasons)[number];
};

/** By a coordinator: the situation goes on under another version of its protocol. */
export type MoveSituation = Asked & {
	type: "move-situation";
	/** The version that it follows, and the one that it goes on under, by their hashes. */
	from: string;
	to: string;
	/** That other version, ready to run. */
	version: CompiledProtocol;
	map: MoveMap;
};

/** Everything that can be asked of a situation that exists. */
export type Command =
	| AnswerStep
	| RaiseInterruption
	| BindRole
	| NameLead
	| CorrectEntry
	| PrepareHandoff
	| ActOnHandoff
	| StrikeClock
	| NoteInactivity
	| CloseInactive
	| ConfirmFollowUp
	| AcceptClosure
	| MoveSituation;
