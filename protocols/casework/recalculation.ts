import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import type { Versions } from "./advance.ts";
import { startHandoffClock } from "./clocks.ts";
import type { ClockChange, ClocksRecalculated, LifeSoFar, SituationEvent } from "./events.ts";
import { runningDelay } from "./handoff/delays.ts";
import { beginLife, goOnWithLife, type ToldLife } from "./handoff/told-life.ts";
import { isRung, rungsAbove } from "./ladder.ts";
import { evolve } from "./replay.ts";
import {
	type Calendar,
	type Circumstances,
	type Clock,
	type ClockId,
	notBefore,
	type Situation,
} from "./situation.ts";
import { addEvent, type Draft, openStory, type Story } from "./story.ts";

/** A history, and the versions that it followed: what its clocks are computed from. */
export type History = {
	/** The version that it began under. */
	compiled: CompiledProtocol;
	events: readonly SituationEvent[];
	versions: Versions;
};

/**
 * What a change of the calendar does to the running clocks of a situation: each ends where it would
 * have ended, had the calendar always been the present one. A rung that was told stays told, and
 * what was already late stays late since when it was.
 *
 * A clock may then be due before now: the next sweep lets it strike.
 *
 * @returns the event to record with the situation after it; undefined where nothing moves
 */
export function decideRecalculation(
	situation: Situation,
	history: History,
	world: Circumstances,
): Story | undefined {
	const circumstances = notBefore(situation, world);
	const fresh = toldUnder(history, circumstances);
	const clocks = recalculated(situation, fresh);
	const held = heldAgain(situation, fresh);
	if (clocks.length === 0 && held.length === 0 && !slipMoves(situation, fresh)) return undefined;

	const who = { at: circumstances.now, by: "system", actor: null } as const;
	const event: ClocksRecalculated = { type: "clocks-recalculated", ...who, held, clocks };
	return { situation: evolve(situation, event), events: [event] };
}

/** The situation as its history would have set its clocks, had the calendar always been this one. */
export function toldUnder(
	{ compiled, events, versions }: History,
	circumstances: Circumstances,
): Situation {
	const [opening, ...later] = events;
	if (opening?.type !== "situation-opened") {
		throw new RangeError(`A history begins with its opening, not with ${opening?.type}.`);
	}
	const begun = openStory(compiled, opening, circumstances);
	return later.reduce<Story>(
		(story, event) =>
			addEvent(story, under(circumstances.calendar, event), circumstances, versions),
		begun,
	).situation;
}

/** An event as the calendar would have had it: what came along with a duplicate is told again too. */
function under(calendar: Calendar, event: SituationEvent): Draft {
	switch (event.type) {
		case "clocks-recalculated":
			return { ...event, held: [] };
		case "situation-joined": {
			const handoffs = event.handoffs.map(({ handoff, life }) => ({
				handoff,
				life: lifeUnder(calendar, life),
			}));
			return { ...event, handoffs };
		}
		default:
			return event;
	}
}

function lifeUnder(calendar: Calendar, [first, ...later]: LifeSoFar): LifeSoFar {
	if (!first) return [];
	const begun = beginLife(first, 0);
	const opened = { ...first, clocks: startedIn(undefined, begun, first, calendar) };
	const life: LifeSoFar = [opened];
	let told = beginLife(opened, 0);
	for (const event of later) {
		const bare = event.type === "clocks-recalculated" ? { ...event, held: [] } : event;
		const moved = goOnWithLife(told, { ...bare, clocks: [] }, 0);
		const again = { ...bare, clocks: startedIn(told, moved, bare, calendar) };
		life.push(again);
		told = goOnWithLife(told, again, 0);
	}
	return life;
}

/** The clock that an event starts in the life of a handoff. */
function startedIn(
	before: ToldLife | undefined,
	{ handoff }: ToldLife,
	event: LifeSoFar[number],
	calendar: Calendar,
): ClockChange[] {
	const fresh = before?.handoff.clockTurn !== handoff.clockTurn;
	if (!fresh || runningDelay(handoff) === undefined) return [];
	const known = before && { handoffs: { [handoff.id]: before.handoff } };
	return [startHandoffClock(known, handoff, event, calendar)];
}

function recalculated(situation: Situation, fresh: Situation): ClockChange[] {
	return (Object.keys(situation.clocks) as ClockId[]).flatMap((clock): ClockChange[] => {
		const moved = movedTo(situation.clocks[clock], fresh.clocks[clock]);
		return moved ? [{ change: "recalculated", clock, ...moved }] : [];
	});
}

/** The decision clocks that stand still while a precision is asked. */
function heldAgain(situation: Situation, fresh: Situation): ClocksRecalculated["held"] {
	return Object.values(situation.handoffs).flatMap(({ id, heldDecision }) => {
		const moved = movedTo(heldDecision, fresh.handoffs[id]?.heldDecision);
		return moved ? [{ handoff: id, ...moved }] : [];
	});
}

type Instants = Pick<Clock, "dueAt" | "strikes">;

/** Where a clock moves; undefined where it stays. */
function movedTo(
	running: (Instants & Pick<Clock, "reached">) | undefined,
	fresh: Instants | undefined,
): Instants | undefined {
	if (!running || !fresh) return undefined;
	const above = rungsAbove(running.reached?.stage);
	const dueAt = above.includes("overdue") ? fresh.dueAt : running.dueAt;
	const strikes = fresh.strikes.filter(({ stage }) => !isRung(stage) || above.includes(stage));
	const stays = dueAt === running.dueAt && sameStrikes(strikes, running.strikes);
	return stays ? undefined : { dueAt, strikes };
}

function sameStrikes(some: Clock["strikes"], others: Clock["strikes"]): boolean {
	const told = (strikes: Clock["strikes"]) => strikes.map(({ stage, at }) => `${stage} ${at}`);
	return told(some).join() === told(others).join();
}

/** The latest answer can be taken back only into a situation whose clocks are those of today. */
function slipMoves(situation: Situation, fresh: Situation): boolean {
	const [was, is] = [situation.beforeLatestAnswer, fresh.beforeLatestAnswer];
	return was && is ? recalculated(was.situation, is.situation).length > 0 : false;
}
