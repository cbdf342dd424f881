import { type Container, placesOf } from "#protocols/language/places.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import { endOf, type HandoffEnd, type Outcome, type Step } from "#protocols/language/step.ts";
import { type Change, refuse } from "./change.ts";
import type { CommandOf, OutcomeParts } from "./commands.ts";
import { asCopy } from "./copies.ts";
import { give } from "./give.ts";
import { codeFrom, uniqueCode } from "./names.ts";
import { onward } from "./onward.ts";
import { insert, reorder } from "./position.ts";
import type { EditRefusal } from "./refusal.ts";
import { absent } from "./steps.ts";

export function addOutcome(protocol: Protocol, command: CommandOf<"add-outcome">): Change {
	const { type: _, step: id, code: wanted, label, before, after, ...parts } = command;
	const placed = placesOf(protocol).steps.get(id);
	if (!placed) return absent(id);
	const { step, container } = placed;
	const taken = codesOf(step);
	if (wanted && taken.has(wanted)) return refuse({ code: "name-taken", name: wanted });
	const code = wanted ?? codeFrom(label, taken);
	const outcome: Outcome = { code, label, to: onward(protocol, container) };
	assign(outcome, parts);
	if (step.handoff && endOf(outcome) === undefined) outcome.on = openEnd(step);
	const misplaced = insert(step.outcomes, outcome, { before, after }, codeOf);
	return misplaced ?? { selected: { kind: "step", id } };
}

export function setOutcome(protocol: Protocol, command: CommandOf<"set-outcome">): Change {
	const { type: _, step: id, outcome: code, ...parts } = command;
	const found = find(protocol, id, code);
	if ("refusal" in found) return found;
	assign(found.outcome, parts);
	return { selected: { kind: "step", id } };
}

export function moveOutcome(protocol: Protocol, command: CommandOf<"move-outcome">): Change {
	const found = find(protocol, command.step, command.outcome);
	if ("refusal" in found) return found;
	const misplaced = reorder(found.step.outcomes, found.outcome, command, codeOf);
	return misplaced ?? { selected: { kind: "step", id: command.step } };
}

/** A copy behind the outcome, under a code of its own. */
export function duplicateOutcome(
	protocol: Protocol,
	{ step: id, outcome: code }: CommandOf<"duplicate-outcome">,
): Change {
	const found = find(protocol, id, code);
	if ("refusal" in found) return found;
	const { step, outcome } = found;
	const copy = structuredClone(outcome);
	copy.code = uniqueCode(code, codesOf(step));
	copy.label = asCopy(copy.label);
	// The code says the end of the handoff where it is a well-known one; the copy's no longer is.
	const end = endOf(outcome);
	if (step.handoff && end) copy.on = end;
	insert(step.outcomes, copy, { after: code }, codeOf);
	return { selected: { kind: "step", id } };
}

export function deleteOutcome(protocol: Protocol, command: CommandOf<"delete-outcome">): Change {
	const { step: id, outcome: code, redirect } = command;
	const found = find(protocol, id, code);
	if ("refusal" in found) return found;
	const { step, outcome } = found;
	const part = { kind: "step", id } as const;
	if (step.outcomes.length === 1) return refuse({ code: "last-of-its-place", part });
	if (step.rounds?.beyond === code) {
		if (redirect === undefined) return refuse({ code: "left-after-rounds", part, outcome: code });
		if (redirect === null) delete step.rounds;
		else step.rounds.beyond = redirect;
	}
	step.outcomes.splice(step.outcomes.indexOf(outcome), 1);
	return { selected: part };
}

type Found = { step: Step; outcome: Outcome; container: Container };

function find(protocol: Protocol, id: string, code: string): Found | { refusal: EditRefusal } {
	const placed = placesOf(protocol).steps.get(id);
	if (!placed) return absent(id);
	const { step, container } = placed;
	const outcome = step.outcomes.find((each) => each.code === code);
	if (outcome) return { step, outcome, container };
	return refuse({ code: "outcome-absent", part: { kind: "step", id }, outcome: code });
}

function assign(outcome: Outcome, parts: OutcomeParts): void {
	give(outcome, parts);
	// Only the end of an interruption leads the course: elsewhere that way is gone with it.
	if (parts.leads === undefined && outcome.to !== "@over") delete outcome.leads;
}

/** The first end of a handoff that no outcome answers yet; a refusal when all are answered. */
function openEnd({ outcomes, handoff }: Step): HandoffEnd {
	const answered = outcomes.map(endOf);
	const ends: HandoffEnd[] =
		handoff?.goesOn === "outcome"
			? ["completed", "refused", "withdrawn", "failed"]
			: ["accepted", "refused", "withdrawn"];
	return ends.find((end) => !answered.includes(end)) ?? "refused";
}

function codesOf({ outcomes }: Step): Set<string> {
	return new Set(outcomes.map(codeOf));
}

function codeOf({ code }: Outcome): string {
	return code;
}
