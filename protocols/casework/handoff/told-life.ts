import type { HandoffMoved, HandoffPrepared, LifeSoFar, SituationEvent } from "../events.ts";
import type { Clock } from "../situation.ts";
import { beginHandoff, type Handoff, holdDecision, moveOn, struckBy } from "./handoff.ts";

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
		case "situation-joined":
			return event.handoffs.find((one) => one.handoff === handoff)?.life ?? [];
		default:
			return [];
	}
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
	if (first?.type !== "handoff-prepared") {
		throw new RangeError(`A handoff begins with its preparation, not with ${first?.type}.`);
	}
	const begun: ToldLife = {
		handoff: beginHandoff(first, position),
		clock: clockAfter(undefined, first),
	};
	return later.reduce<ToldLife>((told, event) => {
		const handoff = afterEvent(told, event, position);
		return { handoff: { ...handoff, latestAct: position }, clock: clockAfter(told.clock, event) };
	}, begun);
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
			return holdDecision(moveOn(handoff, event, position), event, clock);
		case "clock-struck":
			return struckBy(handoff, event);
	}
}

function clockAfter(
	clock: Clock | undefined,
	event: HandoffPrepared | HandoffMoved | LifeSoFar[number],
): Clock | undefined {
	const set = event.clocks.findLast(({ change }) => change === "started");
	if (set?.change === "started") {
		const { unit, dueAt, strikes } = set;
		return { unit, startedAt: event.at, dueAt, strikes };
	}
	if (!clock || event.type !== "clock-struck") return clock;
	const strikes = clock.strikes.filter(({ stage }) => stage !== event.stage);
	return { ...clock, strikes };
}
