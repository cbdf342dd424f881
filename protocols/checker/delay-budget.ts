import { handoffDelays } from "#protocols/casework/handoff/delays.ts";
import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import { type DelayUnit, type Duration, roughMs } from "#protocols/language/delay.ts";
import { milestones } from "#protocols/language/protocol.ts";
import type { Step } from "#protocols/language/step.ts";
import { ceilingsOf, type LegalCeiling } from "./legal-ceilings.ts";
import { dangerPart, isReached, type Milestone } from "./milestones.ts";
import { slowestWay } from "./slowest-way.ts";

/** How long a protocol may take to reach a milestone, at the slowest, and what it promises. */
export type MilestoneBudget = {
	milestone: Milestone;
	/** The delays of the slowest way, summed by unit; undefined where no way leads there. */
	worst: { sums: Partial<Record<DelayUnit, number>>; roughDays: number } | undefined;
	promised: Duration | undefined;
	/** The steps of the slowest way, in order. */
	path: string[];
	/** The legal ceilings of steps on that way. */
	ceilings: { step: string; ceiling: LegalCeiling }[];
	exceeded: boolean;
};

const dayMs = 86_400_000;

/**
 * The budget of every milestone.
 *
 * The slowest way goes forward only: going back to an earlier step is somebody's decision and is not
 * counted, but a step with a limit on rounds counts as often as it may be entered. A handoff counts
 * its own delay and the time that the recipient has to answer.
 */
export function delayBudget(compiled: CompiledProtocol): MilestoneBudget[] {
	return milestones.map((milestone) => budgetOf(compiled, milestone));
}

function budgetOf(compiled: CompiledProtocol, milestone: Milestone): MilestoneBudget {
	const { protocol, places } = compiled;
	const start =
		milestone === "first-protection" ? dangerPart(protocol)?.start : protocol.phases[0].start;
	const way = slowestWay(places, start, {
		reached: (step, container) => isReached(milestone, step, container),
		lengthOf: (step) => total(spentOn(step, milestone)),
	});
	const promised = protocol.promises.find((promise) => promise.milestone === milestone)?.within;
	const steps = (way ?? []).flatMap((id) => places.steps.get(id)?.step ?? []);
	const spent = steps.flatMap((step) => spentOn(step, milestone));
	const worst = way && { sums: summed(spent), roughDays: roundedDays(total(spent)) };
	return {
		milestone,
		worst,
		promised,
		path: way ?? [],
		ceilings: steps.flatMap((step) =>
			ceilingsOf(step).map((ceiling) => ({ step: step.id, ceiling })),
		),
		exceeded: promised !== undefined && total(spent) > roughMs(promised),
	};
}

/** The delays that a step may use up, one after the other. */
function spentOn({ delay, rounds, handoff }: Step, milestone: Milestone): Duration[] {
	const { n, unit } = delay;
	const own = { n: n * (rounds?.most ?? 1), unit };
	if (!handoff) return [own];
	const { acknowledge, decide } = handoffDelays(handoff);
	const acknowledged = milestone === "first-acknowledgement" || handoff.mode === "external";
	return acknowledged ? [own, acknowledge] : [own, acknowledge, decide];
}

function summed(delays: readonly Duration[]): Partial<Record<DelayUnit, number>> {
	const sums: Partial<Record<DelayUnit, number>> = {};
	for (const { n, unit } of delays) sums[unit] = (sums[unit] ?? 0) + n;
	return sums;
}

function total(delays: readonly Duration[]): number {
	return delays.reduce((ms, delay) => ms + roughMs(delay), 0);
}

function roundedDays(ms: number): number {
	return Math.round((ms / dayMs) * 10) / 10;
}
