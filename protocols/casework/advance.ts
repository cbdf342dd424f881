import { transition } from "xstate";
import type { ProtocolEvent } from "#protocols/compiler/catalogue-of-names.ts";
import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import { outcomeEvent, raiseEvent, recordEvent } from "#protocols/compiler/machine-config.ts";
import { beginningOf, swiftMachine } from "#protocols/compiler/swift-machine.ts";
import type {
	ClockStruck,
	ClocksRecalculated,
	EntryCorrected,
	HandoffMoved,
	HandoffPrepared,
	SituationEvent,
	SituationMoved,
	SituationOpened,
} from "./events.ts";
import { beginHandoff, moveWithClock, struckBy, withHeldDecision } from "./handoff/handoff.ts";
import { nextHolders } from "./holders.ts";
import { joinedBy, mergedAway, withSentence } from "./joined.ts";
import { struckClock } from "./ladder.ts";
import { movedBy } from "./move-result.ts";
import { type ClockId, factsOf, nobody, type Situation } from "./situation.ts";

/** A situation one event later, its clocks still to be set, and the steps that were entered anew. */
export type Advanced = { situation: Situation; enteredSteps: string[] };

/** The situation that an opening begins. */
export function begin(compiled: CompiledProtocol, event: SituationOpened): Advanced {
	const [initial, actions] = beginningOf(compiled.machine);
	const [snapshot] = transition(swiftMachine(compiled.machine), initial, {
		type: recordEvent,
		answers: event.facts,
	});
	const { open } = snapshot.context;
	const [first = ""] = open;
	const role = compiled.places.steps.get(first)?.step.role ?? "";
	const parts = open.map((step) => compiled.places.steps.get(step)?.container.part ?? "course");
	const holder = { structure: event.by, since: event.at };
	return {
		enteredSteps: enteredBy(actions),
		situation: {
			compiled,
			earlier: [],
			movedTo: undefined,
			position: 1,
			latestAct: 1,
			status: "open",
			openedAt: event.at,
			openedBy: event.by,
			snapshot,
			bindings: { [role]: event.by },
			lead: undefined,
			holders: Object.fromEntries(["course", ...parts].map((part) => [part, holder])),
			clocks: {},
			entered: Object.fromEntries(open.map((step) => [step, event.at])),
			handoffs: {},
			entries: [{ position: 1, step: first, by: event.by, answers: event.facts }],
			joined: [],
			movedAway: {},
			merged: undefined,
			latestAt: event.at,
			activeAt: event.at,
			inactivity: undefined,
			closure: undefined,
			beforeLatestAnswer: undefined,
		},
	};
}

/** The versions that a history may be moved to, ready to run, by their hash. */
export type Versions = (hash: string) => CompiledProtocol;

/** For what was never moved. @throws RangeError always: a version has to be given (a caller's bug) */
export const noOther: Versions = (hash) => {
	throw new RangeError(`The version ${hash} was not given.`);
};

/** The situation one event later; says nothing about whether the event was allowed. */
export function advance(
	before: Situation,
	event: SituationEvent,
	versions: Versions = noOther,
): Advanced {
	if (event.type === "situation-moved") return movedBy(before, event, versions(event.to));

	const position = before.position + 1;
	const undone = event.type === "entry-corrected" && event.outcome !== undefined;
	const base = undone ? (before.beforeLatestAnswer?.situation ?? before) : before;

	const told = tell(base, event, position);
	const moved = moveMachine(told, machineEventOf(base, event));
	const byNobody = nobody.includes(event.by);
	const situation: Situation = {
		...moved.situation,
		position,
		latestAct: byNobody ? before.latestAct : position,
		latestAt: Math.max(before.latestAt, event.at),
		activeAt: byNobody ? before.activeAt : event.at,
		inactivity: byNobody ? moved.situation.inactivity : undefined,
		closure: closureAfter(before, moved.situation, event),
		beforeLatestAnswer: undoable(before, base, event, position),
	};
	return {
		enteredSteps: moved.enteredSteps,
		situation: { ...situation, holders: nextHolders(base, situation, event) },
	};
}

/** What an event changes beside the machine. */
function tell(
	before: Situation,
	event: Exclude<SituationEvent, SituationMoved>,
	position: number,
): Situation {
	switch (event.type) {
		case "situation-opened":
			throw new RangeError("A situation is opened once.");
		case "step-answered": {
			const { step, by, answers } = event;
			return { ...before, entries: [...before.entries, { position, step, by, answers }] };
		}
		case "entry-corrected": {
			const { step, by, answers, of: corrects } = event;
			const entry = { position, step, by, answers, corrects };
			return { ...before, entries: [...before.entries, entry] };
		}
		case "role-bound":
			return { ...before, bindings: { ...before.bindings, [event.role]: event.structure } };
		case "lead-named":
			return { ...before, lead: event.structure };
		case "interruption-raised":
		case "follow-up-confirmed":
			return before;
		case "inactivity-noted":
			return { ...before, inactivity: { stage: event.stage, at: event.at } };
		case "situation-closed":
			return { ...before, status: "closed" };
		case "situation-joined":
			return joinedBy(before, event, position);
		case "situation-merged":
			return mergedAway(before, event);
		case "clock-struck":
			return strike(before, event.clock, event);
		case "clocks-recalculated":
			return { ...before, handoffs: withHeldDecisions(before, event) };
		case "handoff-prepared":
			return prepare(before, event, position);
		case "handoff-moved":
			return move(before, event, position);
	}
}

function withHeldDecisions(
	{ handoffs }: Situation,
	{ held }: ClocksRecalculated,
): Situation["handoffs"] {
	const changed = Object.values(handoffs).map((one) => [one.id, withHeldDecision(one, held)]);
	return held.length === 0 ? handoffs : Object.fromEntries(changed);
}

function prepare(before: Situation, event: HandoffPrepared, position: number): Situation {
	const { handoff, step, by, answers } = event;
	const begun = withSentence(before, beginHandoff(event, position));
	const beside = isBeside(before, event.follows);
	return {
		...before,
		handoffs: { ...before.handoffs, [handoff]: beside ? { ...begun, beside } : begun },
		entries: beside ? before.entries : [...before.entries, { position, step, by, answers }],
	};
}

function move(before: Situation, event: HandoffMoved, position: number): Situation {
	const handoff = before.handoffs[event.handoff];
	if (!handoff) throw new RangeError(`No handoff ${event.handoff}.`);
	const accepted = event.act === "ACCEPT" && handoff.to !== undefined && !handoff.beside;
	const clock = before.clocks[`handoff:${event.handoff}`];
	const moved = moveWithClock({ handoff, clock }, event, position);
	return {
		...before,
		handoffs: { ...before.handoffs, [event.handoff]: moved },
		bindings: accepted
			? { ...before.bindings, [handoff.terms.to]: handoff.to ?? "" }
			: before.bindings,
	};
}

/** How it ended: by what the closing step asked, or where it stood. */
function closureAfter(
	before: Situation,
	after: Situation,
	event: SituationEvent,
): Situation["closure"] {
	if (before.closure || after.status === "open") return before.closure;
	const { at, by } = event;
	if (event.type === "situation-closed") return { at, by, reason: event.reason, beside: true };
	const reason = String(factsOf(after).closure_reason ?? "OFF_APP");
	return { at, by, reason, beside: false };
}

/** What replaces a handoff that came along with a duplicate stays beside as well. */
function isBeside({ handoffs }: Situation, follows: string | undefined): true | undefined {
	return follows === undefined ? undefined : handoffs[follows]?.beside;
}

/** A clock that strikes: a handoff's delay region hears it; its strike is spent. */
function strike(before: Situation, clock: ClockId, { stage, at }: ClockStruck): Situation {
	const running = before.clocks[clock];
	const clocks = running
		? { ...before.clocks, [clock]: struckClock(running, { stage, at }) }
		: before.clocks;
	const id = clock.startsWith("handoff:") ? clock.slice("handoff:".length) : undefined;
	const handoff = id === undefined ? undefined : before.handoffs[id];
	if (!handoff || id === undefined) return { ...before, clocks };

	const struck = struckBy(handoff, { stage, at });
	return { ...before, clocks, handoffs: { ...before.handoffs, [id]: struck } };
}

/** The event that the protocol's machine hears, if any. */
function machineEventOf(before: Situation, event: SituationEvent): ProtocolEvent | undefined {
	switch (event.type) {
		case "step-answered":
			return { type: outcomeEvent(event.step, event.outcome), answers: event.answers };
		case "interruption-raised":
			return { type: raiseEvent(event.interruption) };
		case "entry-corrected":
			return correctionEvent(before, event);
		case "clock-struck": {
			const step = event.clock.startsWith("step:") ? event.clock.slice("step:".length) : "";
			if (!step || event.stage !== "overdue") return undefined;
			return { type: `xstate.after.${step}.${step}` };
		}
		case "handoff-prepared":
			if (isBeside(before, event.follows)) return undefined;
			return { type: recordEvent, answers: event.answers };
		default:
			return undefined;
	}
}

function correctionEvent(
	before: Situation,
	{ of, step, outcome, answers }: EntryCorrected,
): ProtocolEvent {
	if (outcome) return { type: outcomeEvent(step, outcome), answers };

	// What was said later to the same question is not changed by correcting what was said before.
	const since = saidFirst(before, of);
	const later = before.entries.filter(({ position }) => saidFirst(before, position) > since);
	const stillLatest = Object.entries(answers).filter(
		([field]) => !later.some((entry) => Object.hasOwn(entry.answers, field)),
	);
	return { type: recordEvent, answers: Object.fromEntries(stillLatest) };
}

/** The position of the entry that a correction, or a correction of a correction, goes back to. */
function saidFirst(situation: Situation, position: number): number {
	const { entries } = situation;
	const entry = entries.find((one) => one.position === position);
	const corrected = entries.find((one) => one.position === entry?.corrects);
	return corrected ? saidFirst(situation, corrected.position) : position;
}

function moveMachine(situation: Situation, event: ProtocolEvent | undefined): Advanced {
	if (!event) return { situation, enteredSteps: [] };

	const { machine } = situation.compiled;
	const [snapshot, actions] = transition(swiftMachine(machine), situation.snapshot, event);
	const enteredSteps = enteredBy(actions);
	const closed = closedNow(snapshot.value);
	const at = Object.fromEntries(
		snapshot.context.open.map((step) => [step, situation.entered[step] ?? 0]),
	);
	return {
		enteredSteps: closed ? [] : enteredSteps,
		situation: { ...situation, snapshot, entered: at, status: closed ? "closed" : "open" },
	};
}

function closedNow(value: unknown): boolean {
	return (
		typeof value === "object" && value !== null && "course" in value && value.course === "closed"
	);
}

/** Entering a step starts its delay: XState hands that back as a raise of its `after` event. */
function enteredBy(actions: readonly { type: string; params?: unknown }[]): string[] {
	return actions.flatMap(({ type, params }) => {
		if (type !== "xstate.raise") return [];
		const { event } = params as { event: { type: string } };
		return [event.type.split(".").at(-1) ?? ""];
	});
}

/** A slip can be taken back while nothing but the system's own bookkeeping has followed it. */
function undoable(
	before: Situation,
	base: Situation,
	event: SituationEvent,
	position: number,
): Situation["beforeLatestAnswer"] {
	const answers =
		event.type === "step-answered" || (event.type === "entry-corrected" && event.outcome);
	if (answers && !nobody.includes(event.by)) {
		return { position, situation: { ...base, beforeLatestAnswer: undefined } };
	}
	const bookkeeping = event.type === "role-bound" && event.by === "system";
	return bookkeeping ? before.beforeLatestAnswer : undefined;
}
