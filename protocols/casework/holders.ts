import { outwards, type PartId } from "#protocols/language/places.ts";
import type { HandoffMoved, SituationEvent } from "./events.ts";
import { type Handoff, isHeldByRecipient } from "./handoff/handoff.ts";
import {
	type EpochMs,
	nobody,
	openParts,
	openSteps,
	partOf,
	placed,
	type Situation,
} from "./situation.ts";

type Holders = Situation["holders"];

/**
 * Who holds each part after an event. Exactly one structure holds each open part:
 * whoever acts in a part takes it up; an accepted handoff passes it on; a new part is held by
 * whoever held the part around it, an interruption by whoever raised it.
 */
export function nextHolders(before: Situation, after: Situation, event: SituationEvent): Holders {
	const holding = new Map(Object.entries(before.holders) as [PartId, Holder][]);
	const give = (part: PartId, structure: string) => {
		if (holding.get(part)?.structure !== structure)
			holding.set(part, { structure, since: event.at });
	};

	for (const { part, structure } of takenUp(before, after, event)) give(part, structure);
	for (const part of openedParts(before, after)) {
		give(
			part,
			inherited(before, part, event, (around) => holding.get(around)?.structure),
		);
	}
	for (const handoff of Object.values(after.handoffs)) {
		if (isAttached(after, handoff) && handoff.to) give(partOf(after, handoff.step), handoff.to);
	}
	return Object.fromEntries(holding);
}

type Holder = { structure: string; since: EpochMs };
type Taken = { part: PartId; structure: string }[];

function takenUp(before: Situation, after: Situation, event: SituationEvent): Taken {
	if (event.type === "handoff-moved") return takenByHandoff(before, after, event);
	// Correcting an answer takes nothing up; answering anew does.
	const answers =
		event.type === "step-answered" || (event.type === "entry-corrected" && event.outcome);
	return !answers || nobody.includes(event.by)
		? []
		: [{ part: partOf(before, event.step), structure: event.by }];
}

const givenBack = new Set([
	"GIVE_BACK",
	"FAIL",
	"COMPLETE",
	"CONFIRM",
	"ARBITRATE_CANCEL",
	"TAKE_BACK",
	"REPORT_ERROR",
]);

function takenByHandoff(before: Situation, after: Situation, event: HandoffMoved): Taken {
	const handoff = before.handoffs[event.handoff];
	if (!handoff || handoff.beside || !concernsOpenPart(after, handoff)) return [];

	const part = partOf(after, handoff.step);
	if (event.act === "SEND") return [{ part, structure: handoff.from }];
	if (event.act === "ACCEPT" && handoff.to) return [{ part, structure: handoff.to }];
	const recipientHeld = before.holders[part]?.structure === handoff.to;
	if (givenBack.has(event.act) && recipientHeld) return [{ part, structure: handoff.from }];
	return [];
}

/** In the course the protocol went on at acceptance, yet the part is still what was handed off. */
function concernsOpenPart(situation: Situation, handoff: Handoff): boolean {
	if (openSteps(situation).includes(handoff.step)) return true;
	const part = partOf(situation, handoff.step);
	return handoff.terms.goesOn === "acceptance" && openParts(situation).includes(part);
}

function isAttached(situation: Situation, handoff: Handoff): boolean {
	return (
		!handoff.beside &&
		handoff.terms.goesOn === "outcome" &&
		isHeldByRecipient(handoff) &&
		openSteps(situation).includes(handoff.step)
	);
}

/** Parts that opened with this event, outer ones first. */
function openedParts(before: Situation, after: Situation): PartId[] {
	const known = new Set(openParts(before));
	return openParts(after).filter((part) => !known.has(part) && !cameBackOut(before, part));
}

/** Leaving a nested group, one comes back to a part whose holder is remembered. */
function cameBackOut(before: Situation, part: PartId): boolean {
	if (part === "course") return true;
	return openSteps(before).some((step) => {
		const around = [...outwards(placed(before, step).container)];
		return (
			before.holders[part] !== undefined && around.some((container) => container.part === part)
		);
	});
}

function inherited(
	before: Situation,
	part: PartId,
	event: SituationEvent,
	holderOf: (part: PartId) => string | undefined,
): string {
	const container = before.compiled.places.containers.find((one) => one.part === part);
	const around = container ? [...outwards(container)].slice(1) : [];
	for (const outer of around) {
		const structure = holderOf(outer.part);
		if (structure) return structure;
	}
	if (!nobody.includes(event.by)) return event.by;
	return holderOf("course") ?? before.openedBy;
}
