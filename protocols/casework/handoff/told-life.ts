import type {
	ClocksRecalculated,
	HandoffMoved,
	HandoffPrepared,
	LifeSoFar,
	SituationEvent,
} from "../events.ts";
import { movedClock, startedClock, struckClock } from "../ladder.ts";
import type { Clock } from "../situation.ts";
import {
	beginHandoff,
	type Handoff,
	moveWithClock,
	struckBy,
	withHeldDecision,
} from "./handoff.ts";

/** A handoff and its running clock. */
export type ToldLife = { handoff: Handoff; clock: Clock | undefined };

/** The events of one handoff in a history, in order; those from before it came along too. */
export function lifeIn(events: readonly SituationEvent[], handoff: string): LifeSoFar {
	return events.flatMap((event) => ofHandoff(event, handoff)).map(ownClockOnly(handoff));
}

function ofHandoff(event: SituationEvent, handoff: string): LifeSoFar {
	switch (event.type) {
		case "handoff-prepared":
		case "handoff-moved":
			return event.handoff === handoff ? [event] : [];
		case "clock-struck":
			return event.clock === `handoff:${handoff}` ? [event] : [];
		case "clocks-recalculated":
			return concerns(event, handoff)
				? [{ ...event, held: event.held.filter((one) => one.handoff === handoff) }]
				: [];
		case "situation-joined":
			return event.handoffs.find((one) => one.handoff === handoff)?.life ?? [];
		default:
			return [];
	}
}

function concerns({ clocks, held }: ClocksRecalculated, handoff: string): boolean {
	return (
		clocks.some(({ clock }) => clock === `handoff:${handoff}`) ||
		held.some((one) => one.handoff === handoff)
	);
}

/** The clocks of steps that an act set in motion stay where those steps are. */
function ownClockOnly(handoff: string) {
	return (event: LifeSoFar[number]): LifeSoFar[number] => ({
		...event,
		clocks: event.clocks.filter(({ clock }) => clock === `handoff:${handoff}`),
	});
}

/**
 * Tells a handoff from its own events alone.
 *
 * @param position where it is told: a page from before that is outdated
 * @throws RangeError when it does not begin with its preparation (a damaged journal)
 */
export function tellLife([first, ...later]: LifeSoFar, position: number): ToldLife {
	return later.reduce<ToldLife>(
		(told, event) => goOnWithLife(told, event, position),
		beginLife(first, position),
	);
}

/** A handoff at its preparation. @throws RangeError when it does not begin with that */
export function beginLife(first: LifeSoFar[number] | undefined, position: number): ToldLife {
	if (first?.type !== "handoff-prepared") {
		throw new RangeError(`A handoff begins with its preparation, not with ${first?.type}.`);
	}
	return { handoff: beginHandoff(first, position), clock: clockAfter(undefined, first) };
}

/** The same, one event later. */
export function goOnWithLife(told: ToldLife, event: LifeSoFar[number], position: number): ToldLife {
	const handoff = afterEvent(told, event, position);
	return { handoff: { ...handoff, latestAct: position }, clock: clockAfter(told.clock, event) };
}

function afterEvent(
	{ handoff, clock }: ToldLife,
	event: LifeSoFar[number],
	position: number,
): Handoff {
	switch (event.type) {
		case "handoff-prepared":
			throw new RangeError("A handoff is prepared once.");
		case "handoff-moved":
			return moveWithClock({ handoff, clock }, event, position);
		case "clock-struck":
			return struckBy(handoff, event);
		case "clocks-recalculated":
			return withHeldDecision(handoff, event.held);
	}
}

function clockAfter(
	clock: Clock | undefined,
	event: HandoffPrepared | HandoffMoved | LifeSoFar[number],
): Clock | undefined {
	const set = event.clocks.findLast(({ change }) => change === "started");
	if (set?.change === "started") return startedClock(set, event.at);
	const moved = event.clocks.findLast(({ change }) => change === "recalculated");
	if (clock && moved?.change === "recalculated") return movedClock(clock, moved);
	return clock && event.type === "clock-struck" ? struckClock(clock, event) : clock;
}
