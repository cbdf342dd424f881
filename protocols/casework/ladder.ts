import type { DelayUnit } from "#protocols/language/delay.ts";
import type { Calendar, Clock, EpochMs, Stage } from "./situation.ts";

/**
 * The ladder that every clock climbs, lowest rung first: at which share of the delay each is
 * reached. A reminder, a flag on both sides, the coordinator, and then it stays escalated.
 */
export const ladder = [
	{ rung: "soon", share: 0.75 },
	{ rung: "overdue", share: 1 },
	{ rung: "coordinator", share: 1.5 },
	{ rung: "escalate", share: 2 },
] as const satisfies readonly { rung: Stage; share: number }[];

export type Rung = (typeof ladder)[number]["rung"];
export const rungs = ladder.map(({ rung }) => rung) as [Rung, ...Rung[]];

/** The rungs from which something is late; the reminder comes before. */
export const lateRungs = ["overdue", "coordinator", "escalate"] as const satisfies readonly Rung[];
export type LateRung = (typeof lateRungs)[number];

/** When a clock reaches each rung, in order of time. */
export function ladderOf(
	at: EpochMs,
	{ dueAt, unit }: { dueAt: EpochMs; unit: DelayUnit },
	calendar: Calendar,
): { stage: Rung; at: EpochMs }[] {
	return ladder.map(({ rung, share }) => ({
		stage: rung,
		at: share === 1 ? dueAt : calendar.shareOf(at, dueAt, share, unit),
	}));
}

/** Whether a stage is a rung; that nobody has found a line is said beside the ladder. */
export function isRung(stage: Stage): stage is Rung {
	return isIn(rungs, stage);
}

/** The rungs above one; all of them where none was reached. */
export function rungsAbove(reached: Rung | undefined): Rung[] {
	return reached === undefined ? rungs : rungs.slice(rungs.indexOf(reached) + 1);
}

type Started = Pick<Clock, "unit" | "dueAt" | "strikes"> & {
	reached?: Clock["reached"] | undefined;
};

/** A clock that begins to run; one that goes on keeps the rung that it had reached. */
export function startedClock(
	{ unit, dueAt, strikes, reached }: Started,
	startedAt: EpochMs,
): Clock {
	const started = { unit, startedAt, dueAt, strikes, ...twiceIn(strikes) };
	return reached === undefined ? started : { ...started, reached };
}

/** A running clock whose instants were moved: by a pause, another version, another calendar. */
export function movedClock(
	running: Clock,
	moved: Partial<Pick<Clock, "unit">> & Pick<Clock, "dueAt" | "strikes">,
): Clock {
	const { unit = running.unit, dueAt, strikes } = moved;
	return { ...running, unit, dueAt, strikes, ...twiceIn(strikes) };
}

/** A clock that has struck: the strike is spent, and the rung is told for good. */
export function struckClock(running: Clock, { stage, at }: { stage: Stage; at: EpochMs }): Clock {
	const strikes = running.strikes.filter((next) => next.stage !== stage);
	return isRung(stage) ? { ...running, strikes, reached: { stage, at } } : { ...running, strikes };
}

/**
 * Whether a clock that strikes late is about to say more: only the highest rung is told. That nobody
 * has found a line says less than the flag, and something else than the reminder.
 */
export function hasMoreToSay(
	running: Clock | undefined,
	{ stage, at }: { stage: Stage; at: EpochMs },
): boolean {
	const above = rungsAbove(isRung(stage) ? stage : "soon");
	return running?.strikes.some((next) => next.at <= at && isIn(above, next.stage)) ?? false;
}

function isIn(some: readonly Stage[], stage: Stage): boolean {
	return some.includes(stage);
}

function twiceIn(strikes: Clock["strikes"]): Partial<Pick<Clock, "twiceAt">> {
	const twice = strikes.find(({ stage }) => stage === "escalate");
	return twice ? { twiceAt: twice.at } : {};
}
