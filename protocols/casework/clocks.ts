import type { Duration } from "#protocols/language/delay.ts";
import type { Advanced } from "./advance.ts";
import type { ClockChange, SituationEvent } from "./events.ts";
import { runningDelay } from "./handoff/delays.ts";
import { type Handoff, stateOf, waitsForMatching } from "./handoff/handoff.ts";
import { clocksAlong } from "./joined.ts";
import { ladderOf, movedClock, startedClock } from "./ladder.ts";
import { afterMove, shortenedClock, shortenedClocks } from "./move-clocks.ts";
import {
	type Calendar,
	type Clock,
	type ClockId,
	type EpochMs,
	openSteps,
	placed,
	type Situation,
} from "./situation.ts";

/**
 * What an event does to the clocks: computed once with the calendar of that day and recorded with
 * the event, so that a replay needs no calendar and a changed calendar rewrites no history.
 */
export function clockChanges(
	before: Situation | undefined,
	{ situation, enteredSteps }: Advanced,
	event: Timed,
	calendar: Calendar,
): ClockChange[] {
	// What comes along with a duplicate brings its clock, which runs on.
	const handoffs = event.type === "situation-joined" ? {} : situation.handoffs;
	const started = [
		...enteredSteps.map((step) => startStepClock(situation, step, event.at, calendar)),
		...Object.values(handoffs)
			.filter((handoff) => needsFreshClock(before, handoff))
			.map((handoff) => startHandoffClock(before, handoff, event, calendar)),
	];
	const shortened =
		before && event.steps ? shortenedClocks(before, situation, event, calendar) : [];
	const running = {
		...situation,
		clocks: { ...situation.clocks, ...afterMove(situation, shortened) },
	};
	return [...started, ...shortened, ...pauseChanges(running, started, event.at, calendar)];
}

/** What clocks need to know of an event. */
type Timed = {
	type: SituationEvent["type"];
	at: EpochMs;
	until?: number | undefined;
	/** Of a move: what each open step has become. */
	steps?: { from: string; to: string }[];
};

function startStepClock(
	situation: Situation,
	stepId: string,
	at: EpochMs,
	calendar: Calendar,
): ClockChange {
	const { step } = placed(situation, stepId);
	const dueAt = calendar.dueAt(at, step.delay, situation.bindings[step.role]);
	const { unit } = step.delay;
	return {
		change: "started",
		clock: `step:${stepId}`,
		unit,
		dueAt,
		strikes: ladderOf(at, { dueAt, unit }, calendar),
	};
}

function needsFreshClock(before: Situation | undefined, handoff: Handoff): boolean {
	if (runningDelay(handoff) === undefined) return false;
	return before?.handoffs[handoff.id]?.clockTurn !== handoff.clockTurn;
}

/** A clock of a handoff that begins, or goes on with a decision that had stood still. */
export function startHandoffClock(
	before: Pick<Situation, "handoffs"> | undefined,
	handoff: Handoff,
	{ at, until }: { at: EpochMs; until?: number | undefined },
	calendar: Calendar,
): ClockChange {
	const delay = runningDelay(handoff) as Duration;
	const clock = `handoff:${handoff.id}` as const;
	const resumed = resumedDecision(before, handoff, at, calendar);
	if (resumed) return { change: "started", clock, ...resumed };

	const dueAt = until ?? calendar.dueAt(at, delay, handoff.to ?? handoff.from);
	const { unit } = delay;
	const strikes = [
		...ladderOf(at, { dueAt, unit }, calendar),
		...matchingStrike(handoff, at, dueAt),
	];
	return {
		change: "started",
		clock,
		unit,
		dueAt,
		strikes: strikes.sort((one, other) => one.at - other.at),
	};
}

/** While a precision is asked, the decision clock stands still; it goes on where it stopped. */
function resumedDecision(
	before: Pick<Situation, "handoffs"> | undefined,
	handoff: Handoff,
	at: EpochMs,
	calendar: Calendar,
): Pick<Clock, "unit" | "dueAt" | "strikes" | "reached"> | undefined {
	const held = before?.handoffs[handoff.id]?.heldDecision;
	if (!held || stateOf(handoff) !== "received.toStudy") return undefined;
	const { since, unit, reached } = held;
	return {
		unit,
		...(reached ? { reached } : {}),
		...afterPause(held, (instant) => calendar.resumeAt(at, since, instant, unit), since),
	};
}

/** A clock that goes on after it stood still; what was overdue by then stays due when it was. */
function afterPause(
	{ dueAt, strikes }: Pick<Clock, "dueAt" | "strikes">,
	move: (instant: EpochMs) => EpochMs,
	since: EpochMs,
): Pick<Clock, "dueAt" | "strikes"> {
	return {
		dueAt: dueAt <= since ? dueAt : move(dueAt),
		strikes: strikes.map(({ stage, at }) => ({ stage, at: move(at) })),
	};
}

/** How long a recipient has to find the line of a handoff, at most. */
export const matchingMs = 72 * 3_600_000;

/** Where the delay ends before that, passing it says the same. */
function matchingStrike(handoff: Handoff, at: EpochMs, dueAt: EpochMs): Clock["strikes"] {
	const by = at + matchingMs;
	return waitsForMatching(handoff) && by < dueAt ? [{ stage: "unmatched", at: by }] : [];
}

function pauseChanges(
	situation: Situation,
	started: ClockChange[],
	at: EpochMs,
	calendar: Calendar,
): ClockChange[] {
	const fresh = new Set(started.map(({ clock }) => clock));
	return openSteps(situation).flatMap((step): ClockChange[] => {
		const clock: ClockId = `step:${step}`;
		const running = fresh.has(clock) ? undefined : situation.clocks[clock];
		const paused = running?.pausedAt !== undefined;
		const shouldPause = isPausedNow(situation, step);
		if (shouldPause && !paused) return [{ change: "paused", clock }];
		if (shouldPause || !running?.pausedAt) return [];

		const { unit, pausedAt } = running;
		const move = (instant: EpochMs) => calendar.resumeAt(at, pausedAt, instant, unit);
		return [{ change: "resumed", clock, ...afterPause(running, move, pausedAt) }];
	});
}

/** An interruption may pause the clocks of the ordinary course, never its own nor another interruption's. */
function isPausedNow(situation: Situation, step: string): boolean {
	if (placed(situation, step).container.interruption) return false;
	return openSteps(situation).some(
		(other) => placed(situation, other).container.interruption?.clocks === "pause",
	);
}

/** Sets the clocks that an event recorded and drops those that have nothing left to measure. */
export function setClocks({ situation }: Advanced, event: SituationEvent): Situation {
	const clocks: Record<ClockId, Clock> = { ...situation.clocks, ...clocksAlong(event) };
	for (const change of event.clocks) {
		const changed = clockAfter(clocks[change.clock], change, event.at);
		if (changed) clocks[change.clock] = changed;
	}
	const started = new Set(event.clocks.filter(isStart).map(({ clock }) => clock));
	const entered = Object.fromEntries(
		openSteps(situation).map((step) => [
			step,
			started.has(`step:${step}`) ? event.at : (situation.entered[step] ?? event.at),
		]),
	);
	return { ...situation, clocks: stillNeeded(situation, clocks), entered };
}

/** A clock after one change; undefined where there is none that could change. */
function clockAfter(
	before: Clock | undefined,
	change: ClockChange,
	at: EpochMs,
): Clock | undefined {
	switch (change.change) {
		case "started":
			return startedClock(change, at);
		case "paused":
			return before && { ...before, pausedAt: at };
		case "shortened":
			return before && shortenedClock(before, change);
		case "recalculated":
			return before && movedClock(before, change);
		case "resumed":
			return before && resumedClock(before, change);
	}
}

function resumedClock(
	{ pausedAt: _, ...running }: Clock,
	moved: Pick<Clock, "dueAt" | "strikes">,
): Clock {
	return movedClock(running, moved);
}

const isStart = ({ change }: ClockChange) => change === "started";

function stillNeeded(situation: Situation, clocks: Record<ClockId, Clock>): Record<ClockId, Clock> {
	const needed = new Set<string>([
		...openSteps(situation).map((step) => `step:${step}`),
		...Object.values(situation.handoffs)
			.filter((handoff) => runningDelay(handoff) !== undefined)
			.map(({ id }) => `handoff:${id}`),
	]);
	return Object.fromEntries(Object.entries(clocks).filter(([clock]) => needed.has(clock)));
}
