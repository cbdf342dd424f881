import {
	type Container,
	type PlacedGroup,
	type PlacedStep,
	placesOf,
} from "#protocols/language/places.ts";
import type { Group, Interruption, Protocol, Role, Track } from "#protocols/language/protocol.ts";
import type { Outcome, Step } from "#protocols/language/step.ts";
import type { EditCommand } from "./commands.ts";
import { edit } from "./edit.ts";

/**
 * Makes one protocol of another by commands alone, as a coordinator would on the screens: who there
 * is, the groups with their tracks, the steps, where each outcome leads; last, what was there before
 * is taken away.
 *
 * @returns every command, with the protocol that they lead to
 */
export function rebuilt(
	start: Protocol,
	wanted: Protocol,
): { commands: EditCommand[]; now: Protocol } {
	const commands: EditCommand[] = [];
	let now = start;
	for (const wish of wishes) {
		for (const command of wish(wanted, now)) {
			const edited = edit(now, command);
			if (!edited.ok) throw new Error(JSON.stringify({ command, refusal: edited.refusal }));
			commands.push(command);
			now = edited.protocol;
		}
	}
	return { commands, now };
}

/** What is wished, turn by turn, of the protocol as it stands at the beginning of that turn. */
const wishes: ((wanted: Protocol, now: Protocol) => EditCommand[])[] = [
	headOf,
	({ roles }, now) => roles.map((role) => writeRole(now, role)),
	({ interruptions }) => interruptions.map(addInterruption),
	(wanted) =>
		placesOf(wanted).containers.flatMap((container) =>
			container.groups.map((group) => addGroup(container, group)),
		),
	(wanted) => stepsOf(wanted).map(({ step, container }) => addStep(step, container)),
	(wanted) =>
		placesOf(wanted).containers.map(({ id, start }) => ({ type: "set-start", in: id, start })),
	(wanted) =>
		groupsOf(wanted).map(({ group: { id, to } }) => ({ type: "set-group", group: id, to })),
	(wanted, now) => stepsOf(wanted).flatMap(({ step }) => writeOutcomes(now, step)),
	(wanted, now) => stepsOf(wanted).flatMap(({ step }) => arrange(now, step)),
	(wanted, now) => stepsOf(now).flatMap((placed) => removeStep(wanted, placed)),
	(wanted, now) => now.roles.flatMap(({ id }) => removeRole(wanted, id)),
	({ roles }) => roles.map(({ id }) => ({ type: "move-role", role: id })),
];

function stepsOf(protocol: Protocol): PlacedStep[] {
	return [...placesOf(protocol).steps.values()];
}

function groupsOf(protocol: Protocol): PlacedGroup[] {
	return [...placesOf(protocol).groups.values()];
}

function addInterruption({ id, title, raisedBy, clocks }: Interruption): EditCommand {
	return { type: "add-interruption", id, title, raisedBy, clocks };
}

function writeOutcomes(now: Protocol, step: Step): EditCommand[] {
	return step.outcomes.map((outcome) => writeOutcome(now, step, outcome));
}

/** Takes away the outcomes that came with the step, and puts the others in their order. */
function arrange(now: Protocol, { id, outcomes, rounds }: Step): EditCommand[] {
	const wanted = new Set(outcomes.map(({ code }) => code));
	const there = placesOf(now).steps.get(id)?.step.outcomes ?? [];
	const superfluous = there.filter(({ code }) => !wanted.has(code));
	return [
		...superfluous.map(
			({ code }): EditCommand => ({ type: "delete-outcome", step: id, outcome: code }),
		),
		...outcomes.map(({ code }): EditCommand => ({ type: "move-outcome", step: id, outcome: code })),
		...(rounds ? [{ type: "set-step", step: id, rounds } as const] : []),
	];
}

function removeStep(wanted: Protocol, { step: { id }, container }: PlacedStep): EditCommand[] {
	if (placesOf(wanted).steps.has(id)) return [];
	return [{ type: "delete-step", step: id, redirect: container.start }];
}

function removeRole({ roles }: Protocol, id: string): EditCommand[] {
	return roles.some((role) => role.id === id) ? [] : [{ type: "delete-role", role: id }];
}

function headOf({ title, audience, prerequisites, languages, promises }: Protocol) {
	const head: EditCommand = { type: "set-protocol", title, audience, prerequisites, languages };
	const kept = promises.map((promise): EditCommand => ({ type: "set-promise", ...promise }));
	return [head, ...kept];
}

/** The skeleton has some of the roles already. */
function writeRole(now: Protocol, { id, label, external }: Role): EditCommand {
	const there = now.roles.some((role) => role.id === id);
	if (there) return { type: "set-role", role: id, label, external };
	return { type: "add-role", id, label, external };
}

function addGroup(container: Container, { id, title, tracks }: Group): EditCommand {
	const described = tracks.map(({ id: track, title: named, phase }: Track) => ({
		id: track,
		...(named ? { title: named } : {}),
		...(phase ? { phase } : {}),
	}));
	return { type: "add-group", in: container.id, id, title, tracks: described };
}

function addStep(step: Step, { id: place }: Container): EditCommand {
	const { outcomes: _, rounds: __, handoff, ...parts } = step;
	if (!handoff) return { type: "add-step", in: place, ...parts };
	const { mode: ___, ...terms } = handoff;
	return { type: "add-step", in: place, ...parts, handoff: terms };
}

function writeOutcome(now: Protocol, { id }: Step, outcome: Outcome): EditCommand {
	const { code, label, to, when = null, raises = null, leads = null, on = null } = outcome;
	const parts = { label, to, when, raises, leads, on };
	const there = placesOf(now)
		.steps.get(id)
		?.step.outcomes.some((each) => each.code === code);
	if (there) return { type: "set-outcome", step: id, outcome: code, ...parts };
	return { type: "add-outcome", step: id, code, ...parts };
}
