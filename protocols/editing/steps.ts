import { type Container, placesOf } from "#protocols/language/places.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import { mayLead } from "#protocols/language/references.ts";
import type { Outcome, Step, StepKind, Target } from "#protocols/language/step.ts";
import { type Change, refuse } from "./change.ts";
import type { CommandOf, OutcomeRef, StepParts } from "./commands.ts";
import { asCopy } from "./copies.ts";
import { give } from "./give.ts";
import { countHeld, holderOf } from "./holders.ts";
import { nameFrom, nameNew, namesIn } from "./names.ts";
import { newStep, withHandoff } from "./new-step.ts";
import { onward } from "./onward.ts";
import type { PartRef } from "./part-ref.ts";
import { type Beside, insert } from "./position.ts";
import { redirectAway } from "./redirect.ts";
import type { EditRefusal } from "./refusal.ts";
import { changeKind, closesElsewhere } from "./step-kind.ts";

export function addStep(protocol: Protocol, command: CommandOf<"add-step">): Change {
	const { type: _, in: place, before, after, through, id: wanted, ...parts } = command;
	const places = placesOf(protocol);
	const container = places.containers.find(({ id }) => id === place);
	if (!container) return refuse({ code: "absent", part: { kind: "track", id: place } });
	const taken = namesIn(protocol, places);
	const named = nameNew({ id: wanted, title: parts.title, kind: "etape" }, taken);
	if ("refusal" in named) return named;
	const { id } = named;
	const part: PartRef = { kind: "step", id };
	const misfit = closesElsewhere(part, parts.kind, container);
	if (misfit) return misfit;

	const way = wayInto(protocol, through, { container, kind: parts.kind });
	if ("refusal" in way) return way;
	const ways = { onward: way.next, again: id };
	const { handoff, ...others } = parts;
	const step = newStep(protocol, { ...parts, id }, ways, handoff);
	assignParts(protocol, step, parts.kind === "handoff" ? others : parts, ways);
	const beside = besideOf({ before, after }, container, through);
	const misplaced = insert(holderOf(protocol, container).steps, step, beside, nameOf);
	if (misplaced) return misplaced;
	if (way.outcome) way.outcome.to = id;
	return { selected: part };
}

export function setStep(protocol: Protocol, command: CommandOf<"set-step">): Change {
	const { type: _, step: id, kind, ...parts } = command;
	const placed = placesOf(protocol).steps.get(id);
	if (!placed) return absent(id);
	const { step, container } = placed;
	if (kind !== undefined && kind !== step.kind) {
		const refused = changeKind(protocol, placed, { kind, handoff: parts.handoff });
		if (refused) return refused;
	}
	assignParts(protocol, step, parts, { onward: onward(protocol, container), again: id });
	return { selected: { kind: "step", id } };
}

export function deleteStep(
	protocol: Protocol,
	{ step: id, redirect }: CommandOf<"delete-step">,
): Change {
	const placed = placesOf(protocol).steps.get(id);
	if (!placed) return absent(id);
	const { step, container, path } = placed;
	const part: PartRef = { kind: "step", id };
	const holder = holderOf(protocol, container);
	if (countHeld(holder) === 1) return refuse({ code: "last-of-its-place", part });
	const followedBy = step.outcomes.map(({ to }) => to);
	const refused = redirectAway(protocol, { part, names: [id], path, followedBy }, redirect);
	if (refused) return refused;

	holder.steps.splice(holder.steps.indexOf(step), 1);
	return { selected: { kind: container.kind, id: container.id } };
}

/** A copy beside the step. It leads where the step leads; nothing leads to it yet. */
export function duplicateStep(
	protocol: Protocol,
	{ step: id }: CommandOf<"duplicate-step">,
): Change {
	const places = placesOf(protocol);
	const placed = places.steps.get(id);
	if (!placed) return absent(id);
	const copy = structuredClone(placed.step);
	copy.title = asCopy(copy.title);
	copy.id = nameFrom(copy.title, "etape", namesIn(protocol, places));
	for (const outcome of copy.outcomes) if (outcome.to === id) outcome.to = copy.id;
	insert(holderOf(protocol, placed.container).steps, copy, { after: id }, nameOf);
	return { selected: { kind: "step", id: copy.id } };
}

/** The parts that a wish gives, on a step; its kind is settled already. */
function assignParts(
	protocol: Protocol,
	step: Step,
	{ title, role, participants, delay, guidance, questions, rounds, resources, handoff }: StepParts,
	ways: { onward: Target; again: string },
): void {
	give(step, { title, role, participants, delay, guidance, questions, rounds, resources });
	if (handoff) Object.assign(step, withHandoff(protocol, step, handoff, ways));
}

function nextOf(protocol: Protocol, container: Container, kind: StepKind): Target {
	return kind === "closure" ? container.start : onward(protocol, container);
}

/** Where a new step leads, and the outcome that it is slipped in behind, if any. */
function wayInto(
	protocol: Protocol,
	through: OutcomeRef | undefined,
	placing: { container: Container; kind: StepKind },
): { next: Target; outcome?: Outcome } | { refusal: EditRefusal } {
	const next = nextOf(protocol, placing.container, placing.kind);
	if (!through) return { next };
	const places = placesOf(protocol);
	const step = places.steps.get(through.step)?.step;
	if (!step) return absent(through.step);
	const outcome = step.outcomes.find((each) => each.code === through.outcome);
	if (!outcome) {
		const part: PartRef = { kind: "step", id: step.id };
		return refuse({ code: "outcome-absent", part, outcome: through.outcome });
	}
	const goesOn = mayLead(places, placing, outcome.to) && outcome.to !== "@closed";
	return { next: goesOn ? outcome.to : next, outcome };
}

/** A step that is slipped in behind another stands behind it, where nobody says otherwise. */
function besideOf(beside: Beside, { steps }: Container, through: OutcomeRef | undefined): Beside {
	if (beside.before ?? beside.after) return beside;
	return steps.some(({ id }) => id === through?.step) ? { after: through?.step } : {};
}

function nameOf({ id }: Step): string {
	return id;
}

export function absent(id: string): { refusal: EditRefusal } {
	return refuse({ code: "absent", part: { kind: "step", id } });
}
