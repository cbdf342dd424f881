import type { DelayUnit } from "#protocols/language/delay.ts";
import type { ClockChange } from "./events.ts";
import { ladderOf, movedClock, rungsAbove } from "./ladder.ts";
import {
	type Calendar,
	type Clock,
	type ClockId,
	type EpochMs,
	placed,
	type Situation,
} from "./situation.ts";

/*
 * The rule of clocks in a move: each runs on since when it began, under the new name of its step.
 * Where the other version gives less time, it ends earlier, though never before the move: nobody
 * was late by a rule that did not hold yet. Where it gives more, the earlier date stays. The clocks
 * of handoffs are those of their own terms, and are not touched.
 */

type Shortened = Extract<ClockChange, { change: "shortened" }>;
type Move = { at: EpochMs; steps?: { from: string; to: string }[] };

/** The running clocks of steps that another version gives less time. */
export function shortenedClocks(
	before: Situation,
	after: Situation,
	{ at, steps = [] }: Move,
	calendar: Calendar,
): Shortened[] {
	return steps.flatMap(({ from, to }) => {
		const clock: ClockId = `step:${to}`;
		const running = after.clocks[clock];
		const [old, fresh] = [placed(before, from).step, placed(after, to).step];
		const sameDelay = old.delay.n === fresh.delay.n && old.delay.unit === fresh.delay.unit;
		if (!running || sameDelay) return [];

		const asBefore = calendar.dueAt(running.startedAt, old.delay, before.bindings[old.role]);
		const asNow = calendar.dueAt(running.startedAt, fresh.delay, after.bindings[fresh.role]);
		// How long it stood still while an interruption paused it still counts for those who answer.
		const stoodStill = Math.max(0, running.dueAt - asBefore);
		const dueAt = Math.max(asNow + stoodStill, running.pausedAt ?? at);
		if (dueAt >= running.dueAt) return [];
		const { unit } = fresh.delay;
		return [
			{ change: "shortened", clock, unit, dueAt, ...strikesTo({ running, dueAt, unit }, calendar) },
		];
	});
}

type Ending = { running: Clock; dueAt: EpochMs; unit: DelayUnit };

/** The rungs that are still to come; one that was told stays told. */
function strikesTo(
	{ running: { startedAt, reached }, dueAt, unit }: Ending,
	calendar: Calendar,
): Pick<Clock, "strikes"> {
	const above = rungsAbove(reached?.stage);
	const all = ladderOf(startedAt, { dueAt, unit }, calendar);
	return { strikes: all.filter(({ stage }) => above.includes(stage)) };
}

/** A clock that another version shortened: it began when it began, and stands still if it stood. */
export function shortenedClock(running: Clock, { unit, dueAt, strikes }: Shortened): Clock {
	return movedClock(running, { unit, dueAt, strikes });
}

/** The clocks that were shortened, as they run from then on. */
export function afterMove(situation: Situation, changes: Shortened[]): Record<ClockId, Clock> {
	return Object.fromEntries(
		changes.flatMap((change) => {
			const running = situation.clocks[change.clock];
			return running ? [[change.clock, shortenedClock(running, change)]] : [];
		}),
	);
}
