import { awaitedSide, runningDelay } from "./handoff/delays.ts";
import { type Handoff, isHeldByRecipient, isLive, isPaired, stateOf } from "./handoff/handoff.ts";
import { hasEnded } from "./handoff/life.ts";
import { openParts, openSteps, partOf, placed, type Situation } from "./situation.ts";

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
		...runningAfterClosure(situation),
		...heldUnmatched(situation),
		...heldByTheWrongSide(situation),
		...wrongPauses(situation),
		...unorderedStrikes(situation),
		...wrongAges(situation),
		...machineDisagrees(situation),
		...wrongClosure(situation),
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
		.filter((handoff) => isHeldByRecipient(handoff) && !handoff.beside)
		.map(({ step }) => step);
	const twice = accepted.filter((step, index) => accepted.indexOf(step) !== index);
	return twice.map((step) => `Two structures accepted ${step}.`);
}

function runningAfterClosure({ status, handoffs }: Situation): string[] {
	if (status === "open") return [];
	return Object.values(handoffs)
		.filter((handoff) => !hasEnded(stateOf(handoff)))
		.map(({ id }) => `The situation is closed, and the handoff ${id} still runs.`);
}

/** Nobody holds a part in the name of a young person whose identity has not reached them. */
function heldUnmatched({ handoffs }: Situation): string[] {
	return Object.values(handoffs)
		.filter((handoff) => isHeldByRecipient(handoff) && !isPaired(handoff))
		.map(({ id, to }) => `${to} holds ${id} and never matched it.`);
}

/** While a step waits for its handoff: the sender holds until acceptance, then the recipient. */
function heldByTheWrongSide(situation: Situation): string[] {
	const open = openSteps(situation);
	return Object.values(situation.handoffs)
		.filter(({ step, beside }) => open.includes(step) && !beside)
		.flatMap((handoff) => {
			const holder = situation.holders[partOf(situation, handoff.step)]?.structure;
			const expected = expectedHolder(situation, handoff);
			return expected === undefined || holder === expected
				? []
				: [`${holder} holds what ${handoff.id} (${stateOf(handoff)}) leaves to ${expected}.`];
		});
}

function expectedHolder(situation: Situation, handoff: Handoff): string | undefined {
	const { from, to, step, sentAt, terms } = handoff;
	if (isHeldByRecipient(handoff)) return terms.goesOn === "outcome" ? to : undefined;
	// A handoff that was sent before its step was entered again left the step to others meanwhile.
	const sentHere = sentAt !== undefined && sentAt >= (situation.entered[step] ?? 0);
	return sentHere && isLive(handoff) ? from : undefined;
}

/** Ordinary clocks stand still exactly while an interruption that pauses them runs. */
function wrongPauses(situation: Situation): string[] {
	const open = openSteps(situation);
	const interruptionOf = (step: string) => placed(situation, step).container.interruption;
	const pausing = open.some((step) => interruptionOf(step)?.clocks === "pause");
	return open
		.filter((step) => {
			const paused = situation.clocks[`step:${step}`]?.pausedAt !== undefined;
			return paused !== (pausing && interruptionOf(step) === undefined);
		})
		.map((step) => `The clock of ${step} ${pausing ? "runs on" : "stands still"}.`);
}

function unorderedStrikes(situation: Situation): string[] {
	return Object.entries(situation.clocks)
		.filter(([, { startedAt, strikes }]) => {
			const instants = [startedAt, ...strikes.map(({ at }) => at)];
			return instants.some((at, index) => at < (instants[index - 1] ?? at));
		})
		.map(([clock]) => `The strikes of ${clock} are out of order.`);
}

function wrongAges(situation: Situation): string[] {
	const open = openSteps(situation);
	const known = Object.keys(situation.entered).filter((step) => !open.includes(step));
	return [
		...known.map((step) => `${step} has an age, and is not open.`),
		...open
			.filter((step) => situation.entered[step] !== situation.clocks[`step:${step}`]?.startedAt)
			.map((step) => `The age of ${step} is not that of its clock.`),
	];
}

/** The list of open steps says the same as the states of the machine. */
function machineDisagrees(situation: Situation): string[] {
	const steps = leavesOf(situation.snapshot.value).filter((state) =>
		situation.compiled.places.steps.has(state),
	);
	// Closed where it stood, the machine stays there: that is how far the protocol was followed.
	const stopped = situation.closure?.beside;
	const open = stopped ? situation.snapshot.context.open : openSteps(situation);
	return [...steps, ...open].every((step) => steps.includes(step) && open.includes(step))
		? []
		: [`The machine stands at ${steps.join(", ")}; open are ${open.join(", ")}.`];
}

/** A closure says how it came; the system closes nothing that still runs. */
function wrongClosure({ status, closure, snapshot, compiled }: Situation): string[] {
	if ((status === "closed") !== (closure !== undefined))
		return [`It is ${status} without saying why.`];
	if (closure?.by !== "system") return [];
	const interrupted = snapshot.context.open.filter(
		(step) => compiled.places.steps.get(step)?.container.interruption,
	);
	return interrupted.map((step) => `The system closed it while ${step} was open.`);
}

function leavesOf(value: unknown): string[] {
	if (typeof value === "string") return [value];
	return Object.values(value ?? {}).flatMap(leavesOf);
}
