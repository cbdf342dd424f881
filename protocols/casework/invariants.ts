import { awaitedSide, runningDelay } from "./handoff/delays.ts";
import { stateOf } from "./handoff/handoff.ts";
import { hasEnded } from "./handoff/life.ts";
import { openParts, openSteps, type Situation } from "./situation.ts";

/**
 * What must be true of a situation after every event, whatever people and clocks did.
 *
 * @returns a sentence for each broken promise; empty when all hold
 */
export function brokenPromises(situation: Situation): string[] {
	return [
		...partsWithoutHolder(situation),
		...stepsWithoutClock(situation),
		...handoffsWithoutClock(situation),
		...strayClocks(situation),
		...nothingOpen(situation),
		...clashingAcceptances(situation),
	];
}

function partsWithoutHolder(situation: Situation): string[] {
	return openParts(situation)
		.filter((part) => !situation.holders[part]?.structure)
		.map((part) => `Nobody holds ${part}.`);
}

function stepsWithoutClock(situation: Situation): string[] {
	return openSteps(situation)
		.filter((step) => !situation.clocks[`step:${step}`])
		.map((step) => `The open step ${step} has no clock.`);
}

function handoffsWithoutClock(situation: Situation): string[] {
	return Object.values(situation.handoffs)
		.filter((handoff) => !hasEnded(stateOf(handoff)))
		.filter((handoff) => !situation.clocks[`handoff:${handoff.id}`] || !awaitedSide(handoff))
		.map((handoff) => `The handoff ${handoff.id} (${stateOf(handoff)}) has no clock.`);
}

function strayClocks(situation: Situation): string[] {
	const owners = new Set([
		...openSteps(situation).map((step) => `step:${step}`),
		...Object.values(situation.handoffs)
			.filter((handoff) => runningDelay(handoff) !== undefined)
			.map(({ id }) => `handoff:${id}`),
	]);
	return Object.keys(situation.clocks)
		.filter((clock) => !owners.has(clock))
		.map((clock) => `The clock ${clock} measures nothing.`);
}

/** No situation without an open step: somebody always has something to do until it is closed. */
function nothingOpen(situation: Situation): string[] {
	const lost = situation.status === "open" && openSteps(situation).length === 0;
	return lost ? ["Nothing is open, and the situation is not closed."] : [];
}

function clashingAcceptances(situation: Situation): string[] {
	const accepted = Object.values(situation.handoffs)
		.filter(({ terms }) => terms.goesOn === "outcome")
		.filter((handoff) => ["accepted", "inProgress.contacted"].includes(stateOf(handoff)))
		.map(({ step }) => step);
	const twice = accepted.filter((step, index) => accepted.indexOf(step) !== index);
	return twice.map((step) => `Two structures accepted ${step}.`);
}
