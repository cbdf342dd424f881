import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import type { PartId } from "#protocols/language/places.ts";
import { endOf, type Step } from "#protocols/language/step.ts";
import { type Handoff, isLive } from "./handoff/handoff.ts";
import { occupies } from "./handoff/prepare.ts";
import type { HandoffDifference, MoveFault } from "./move-fault.ts";
import { openParts, openSteps, partOf, type Situation } from "./situation.ts";

/** A handoff, and the step that it belongs to from now on; without one it runs on beside. */
export type PlacedHandoff = { handoff: string; step?: string };

/** The handoffs that a move concerns: what has ended, or runs beside already, stays as it is. */
export function handoffsToPlace({ handoffs }: Situation): Handoff[] {
	return Object.values(handoffs).filter((handoff) => isLive(handoff) && !handoff.beside);
}

/**
 * Where the open handoffs of a situation belong under another version, or why one of them has no
 * sound place there.
 */
export function placeHandoffs(
	situation: Situation,
	version: CompiledProtocol,
	named: (step: string) => string | undefined,
): { placed: PlacedHandoff[] } | { fault: MoveFault } {
	const placed: PlacedHandoff[] = [];
	for (const handoff of handoffsToPlace(situation)) {
		const to = named(handoff.step);
		const fault = to === undefined ? undefined : difference(situation, version, handoff, to, named);
		if (to !== undefined && !fault) {
			placed.push({ handoff: handoff.id, step: to });
			continue;
		}
		// What acts on an open part stays with it, or is not moved.
		if (actsOn(situation, handoff)) {
			return { fault: fault ?? { code: "handoff-unplaced", step: handoff.step } };
		}
		placed.push({ handoff: handoff.id });
	}
	return { placed };
}

/** The open part that a handoff acts on: while its step is open, or its acceptance goes on in it. */
function actsOn(situation: Situation, { step, terms }: Handoff): PartId | undefined {
	const part = partOf(situation, step);
	if (openSteps(situation).includes(step)) return part;
	return terms.goesOn === "acceptance" && openParts(situation).includes(part) ? part : undefined;
}

function difference(
	situation: Situation,
	version: CompiledProtocol,
	handoff: Handoff,
	to: string,
	named: (step: string) => string | undefined,
): MoveFault | undefined {
	const step = version.places.steps.get(to)?.step;
	if (!step) return { code: "step-unknown", step: to };
	const what =
		askedDifferently(situation, handoff, step) ?? elsewhere(situation, version, handoff, to, named);
	return what && { code: "handoff-differs", step: handoff.step, to, what };
}

function askedDifferently(
	situation: Situation,
	handoff: Handoff,
	{ handoff: terms, outcomes }: Step,
): HandoffDifference | undefined {
	if (!terms) return "kind";
	if (terms.to !== handoff.terms.to) return "role";
	if (terms.mode !== handoff.terms.mode) return "mode";
	if (terms.goesOn !== handoff.terms.goesOn) return "goes-on";
	const asked = handoffsToPlace(situation).filter(
		(other) => other.step === handoff.step && occupies(other),
	);
	if (asked.length > terms.recipients) return "recipients";
	const ends = new Set(outcomes.map(endOf));
	const before = situation.compiled.places.steps.get(handoff.step)?.step.outcomes ?? [];
	return before.every((outcome) => ends.has(endOf(outcome))) ? undefined : "ends";
}

/** It acts on the same part as before, under its new name, or on none as before. */
function elsewhere(
	situation: Situation,
	version: CompiledProtocol,
	handoff: Handoff,
	to: string,
	named: (step: string) => string | undefined,
): HandoffDifference | undefined {
	const open = openSteps(situation);
	const partAfter = (step: string) => version.places.steps.get(step)?.container.part;
	const before = actsOn(situation, handoff);
	const inPart = open.find((step) => partOf(situation, step) === before);
	const expected = inPart === undefined ? undefined : partAfter(named(inPart) ?? "");

	const openAfter = open.map((step) => named(step) ?? "");
	const part = partAfter(to);
	const isOpenPart = openAfter.some((step) => partAfter(step) === part);
	const acts = openAfter.includes(to) || (handoff.terms.goesOn === "acceptance" && isOpenPart);
	return (acts ? part : undefined) === expected ? undefined : "part";
}
