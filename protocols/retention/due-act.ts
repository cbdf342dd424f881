import { unsettledIn } from "#protocols/casework/inactivity.ts";
import type { Situation } from "#protocols/casework/situation.ts";
import type { RetentionPolicy } from "./policy.ts";

/** What retention asks for: a word to the holders, a closure, a case for a person, or forgetting. */
export type RetentionAct = "remind" | "propose" | "close" | "arbitrate" | "purge";

/** What retention looks at. Instants are milliseconds since 1970. */
export type RetentionFacts = {
	status: "open" | "closed";
	/** When a person last acted. */
	activeAt: number;
	/** What was noted since then. */
	noted: Situation["inactivity"];
	/** Something runs that the system never closes over. */
	unsettled: boolean;
	/** When it closed. */
	closedAt: number | undefined;
};

/** The time by which retention counts. */
export type RetentionTime = {
	now: number;
	/** When the policy was last changed. */
	policySince: number;
	/** The days (UTC, since 1970) on which the server looked, today among them, in any order. */
	livedDays: readonly number[];
};

export const dayMs = 86_400_000;

/**
 * Days on which the server must have looked before it closes or forgets anything. A clock that was
 * set wrong is found within a week; a server that was off has a week to be heard of.
 */
export const confirmingDays = 7;

/** What retention asks for of a situation now; one act at a time. */
export function dueRetentionAct(
	facts: RetentionFacts,
	policy: RetentionPolicy,
	time: RetentionTime,
): RetentionAct | undefined {
	if (facts.status === "closed") return duePurge(facts, policy, time);

	const { activeAt, noted } = facts;
	const dueAt = (after: keyof typeof daysTo) => stageAt(facts, policy, time, after);
	if (!noted) return time.now >= activeAt + policy.reminderDays * dayMs ? "remind" : undefined;
	if (noted.stage === "reminder") return time.now >= dueAt("reminder") ? "propose" : undefined;
	if (believedNow(time) < dueAt(noted.stage)) return undefined;
	if (!facts.unsettled) return "close";
	return noted.stage === "proposal" ? "arbitrate" : undefined;
}

/** The facts of a situation that was told from its history. */
export function retentionFactsOf(situation: Situation): RetentionFacts {
	return {
		status: situation.status,
		activeAt: situation.activeAt,
		noted: situation.inactivity,
		unsettled: unsettledIn(situation).length > 0,
		closedAt: situation.closure?.at,
	};
}

/** When a closed situation is forgotten, at the earliest. */
export function purgeDueAt(closedAt: number, policy: RetentionPolicy, policySince: number): number {
	return Math.max(closedAt + policy.purgeDays * dayMs, policySince + confirmingDays * dayMs);
}

/** When the system closes a situation to which it proposed that, if nobody acts. */
export function closureDueAt(
	facts: Pick<RetentionFacts, "activeAt" | "noted">,
	policy: RetentionPolicy,
	time: Pick<RetentionTime, "now" | "policySince">,
): number {
	return stageAt(facts, policy, time, "proposal");
}

/**
 * How late it is for certain; minus infinity before a week of looking. The clock is believed a
 * week beyond the days on which the server looked: one that leapt forward has not lived the days
 * that it leapt over.
 */
export function believedNow({ now, livedDays }: Pick<RetentionTime, "now" | "livedDays">): number {
	const today = dayOf(now);
	const lived = [...new Set(livedDays.filter((day) => day <= today))].sort((one, two) => two - one);
	const aWeekOfLooksAgo = lived[confirmingDays];
	if (aWeekOfLooksAgo === undefined) return Number.NEGATIVE_INFINITY;
	return Math.min(now, (aWeekOfLooksAgo + confirmingDays + 1) * dayMs - 1);
}

/** The day of an instant, as a whole number of days since 1970 (UTC). */
export function dayOf(at: number): number {
	return Math.floor(at / dayMs);
}

/** From which stage to which: the days without an act, and how many of them after that stage. */
const daysTo = {
	reminder: ["reminderDays", "proposalDays"],
	proposal: ["proposalDays", "closureDays"],
	arbitration: ["proposalDays", "closureDays"],
} as const;

/**
 * When the next stage falls due. The days between two stages are counted from the one that was
 * noted, so that people always have them: also after the server was off, also when a clock leapt.
 */
function stageAt(
	{ activeAt, noted }: Pick<RetentionFacts, "activeAt" | "noted">,
	policy: RetentionPolicy,
	{ now, policySince }: Pick<RetentionTime, "now" | "policySince">,
	stage: keyof typeof daysTo,
): number {
	const [before, next] = daysTo[stage];
	const between = policy[next] - policy[before];
	// Noted by a clock that was ahead and has been set right: that instant says nothing.
	const notedAt = noted && noted.at <= now ? noted.at : activeAt + policy[before] * dayMs;
	const due = Math.max(activeAt + policy[next] * dayMs, notedAt + between * dayMs);
	return next === "closureDays" ? Math.max(due, policySince + confirmingDays * dayMs) : due;
}

function duePurge(
	{ closedAt }: RetentionFacts,
	policy: RetentionPolicy,
	time: RetentionTime,
): RetentionAct | undefined {
	if (closedAt === undefined) return undefined;
	const due = believedNow(time) >= purgeDueAt(closedAt, policy, time.policySince);
	return due ? "purge" : undefined;
}
