import { awaitedSide } from "#protocols/casework/handoff/delays.ts";
import { type Handoff, stateOf } from "#protocols/casework/handoff/handoff.ts";
import type { ClockId, EpochMs, Situation, Stage } from "#protocols/casework/situation.ts";
import { placed } from "#protocols/casework/situation.ts";
import type { DelayUnit, Duration } from "#protocols/language/delay.ts";

/** A clock that runs or stands still: whose it is, what it says next and when. */
export type Timer = {
	clock: ClockId;
	/** The step that it belongs to, by itself or through a handoff. */
	step: string;
	/** The structure that has to act before it strikes; undefined while nobody plays the role. */
	awaited: string | undefined;
	unit: DelayUnit;
	dueAt: EpochMs;
	paused: boolean;
	/** Undefined once it has said everything. */
	next: { stage: Stage; at: EpochMs } | undefined;
};

/** Every clock of a situation, the next to strike first, what stands still last. */
export function timersOf(situation: Situation): Timer[] {
	const running = Object.entries(situation.clocks) as [ClockId, Situation["clocks"][ClockId]][];
	const rank = ({ paused, next, dueAt }: Timer) =>
		(paused ? Number.MAX_SAFE_INTEGER / 2 : 0) + (next?.at ?? dueAt);
	return running
		.map(([clock, { unit, dueAt, strikes, pausedAt }]) => ({
			clock,
			...belonging(situation, clock),
			unit,
			dueAt,
			paused: pausedAt !== undefined,
			next: strikes[0],
		}))
		.sort((one, other) => rank(one) - rank(other));
}

function belonging(situation: Situation, clock: ClockId): Pick<Timer, "step" | "awaited"> {
	if (clock.startsWith("step:")) {
		const step = clock.slice("step:".length);
		return { step, awaited: situation.bindings[placed(situation, step).step.role] };
	}
	const handoff = situation.handoffs[clock.slice("handoff:".length)];
	if (!handoff) throw new RangeError(`The clock ${clock} measures nothing.`);
	return { step: handoff.step, awaited: awaitedOf(handoff) };
}

function awaitedOf(handoff: Handoff): string | undefined {
	return awaitedSide(handoff) === "recipient" && stateOf(handoff) !== "draft"
		? handoff.to
		: handoff.from;
}

/** The next strike of a running clock up to an instant. */
export function nextStrike(
	situation: Situation,
	until: EpochMs = Number.POSITIVE_INFINITY,
): { clock: ClockId; stage: Stage; at: EpochMs } | undefined {
	const [first] = timersOf(situation).filter(({ paused, next }) => !paused && next !== undefined);
	return first?.next && first.next.at <= until ? { clock: first.clock, ...first.next } : undefined;
}

const hourMs = 3_600_000;
const mostOfOneWait = 1000;

/** A wait after which the next timer has struck; undefined when none will. */
export function waitForNext(situation: Situation, now: EpochMs): Duration | undefined {
	const next = nextStrike(situation);
	if (!next) return undefined;
	const hours = Math.max(1, Math.ceil((next.at - now) / hourMs));
	if (hours <= mostOfOneWait) return { n: hours, unit: "clock-hours" };
	const days = Math.ceil(hours / 24);
	return { n: Math.min(days, mostOfOneWait), unit: "calendar-days" };
}
