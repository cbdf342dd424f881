import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import { advance, begin, noOther, type Versions } from "./advance.ts";
import { clockChanges, setClocks } from "./clocks.ts";
import type { SituationEvent, SituationOpened } from "./events.ts";
import type { Refusal } from "./refusal.ts";
import { type Circumstances, openSteps, placed, type Situation } from "./situation.ts";

/** A decision: the events to record with the situation after them, or why not. */
export type Decision =
	| { accepted: true; events: SituationEvent[]; situation: Situation }
	| { accepted: false; refusal: Refusal };

/** What has happened so far within one command. */
export type Story = { situation: Situation; events: SituationEvent[] };

type WithoutClocks<Event> = Event extends SituationEvent ? Omit<Event, "clocks"> : never;
/** An event before its clocks are set. */
export type Draft = WithoutClocks<SituationEvent>;

/** Who acts: an account of a structure, with what it may do there. */
export type Acting = {
	structure: string;
	actor: string;
	/** May acknowledge, accept and decline for the structure. */
	reception: boolean;
	/** Coordinates the territory: arbitrates stuck handoffs, rebinds roles. */
	coordinator: boolean;
	/** The handoffs that a coordinator may give back for a structure that is absent, for a few hours. */
	glass?: readonly string[];
};

export function refuse(refusal: Refusal): Decision {
	return { accepted: false, refusal };
}

/** Begins a story with the opening of a situation. */
export function openStory(
	compiled: CompiledProtocol,
	draft: Omit<SituationOpened, "clocks">,
	circumstances: Circumstances,
): Story {
	const advanced = begin(compiled, { ...draft, clocks: [] });
	const clocks = clockChanges(undefined, advanced, draft, circumstances.calendar);
	const event: SituationOpened = { ...draft, clocks };
	return { situation: setClocks(advanced, event), events: [event] };
}

/** Adds one event, its clocks set by the calendar of the day. */
export function addEvent(
	story: Story,
	draft: Draft,
	circumstances: Circumstances,
	versions: Versions = noOther,
): Story {
	const unsettled = { ...draft, clocks: [] } as SituationEvent;
	const advanced = advance(story.situation, unsettled, versions);
	const clocks = clockChanges(story.situation, advanced, draft, circumstances.calendar);
	const event = { ...draft, clocks } as SituationEvent;
	return { situation: setClocks(advanced, event), events: [...story.events, event] };
}

/** Ends a story: roles that one structure alone can play are bound by themselves. */
export function finish(story: Story, circumstances: Circumstances): Decision {
	let told = story;
	for (const role of unboundRoles(told.situation)) {
		const structure = soleCandidate(told.situation, role, circumstances);
		if (!structure) continue;
		const at = circumstances.now;
		const draft = { type: "role-bound", at, by: "system", actor: null, role, structure } as const;
		told = addEvent(told, draft, circumstances);
	}
	return { accepted: true, events: told.events, situation: told.situation };
}

/** Roles of open steps that no structure plays yet. */
export function unboundRoles(situation: Situation): string[] {
	const roles = openSteps(situation).map((step) => placed(situation, step).step.role);
	return [...new Set(roles)].filter((role) => situation.bindings[role] === undefined);
}

/** A holder that plays the role itself goes on; otherwise a structure alone in its role takes it. */
function soleCandidate(
	situation: Situation,
	role: string,
	{ directory }: Circumstances,
): string | undefined {
	const candidates = directory.structuresHolding(role);
	const holders = openSteps(situation)
		.filter((step) => placed(situation, step).step.role === role)
		.map((step) => situation.holders[placed(situation, step).container.part]?.structure);
	const holding = candidates.find((candidate) => holders.includes(candidate));
	return holding ?? (candidates.length === 1 ? candidates[0] : undefined);
}
