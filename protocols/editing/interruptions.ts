import type { Interruption, Protocol } from "#protocols/language/protocol.ts";
import { type Change, refuse } from "./change.ts";
import type { CommandOf } from "./commands.ts";
import { asCopy, namesWithin, newNamesFor, renameHolder } from "./copies.ts";
import { give } from "./give.ts";
import { nameNew, namesIn } from "./names.ts";
import { newStep } from "./new-step.ts";
import { firstStep, usualRole } from "./new-track.ts";
import type { PartRef } from "./part-ref.ts";
import { insert, reorder } from "./position.ts";
import { redirectAway } from "./redirect.ts";

export function addInterruption(
	protocol: Protocol,
	command: CommandOf<"add-interruption">,
): Change {
	const { title, raisedBy = "anyone", clocks = "run", first } = command;
	const taken = namesIn(protocol);
	const named = nameNew({ id: command.id, title, kind: "interruption" }, taken);
	if ("refusal" in named) return named;
	const { id } = named;
	const step = newStep(
		protocol,
		{ ...firstStep(title, first, taken), kind: "action", role: usualRole(protocol) },
		{ onward: "@over", again: "" },
	);
	const interruption = { id, title, raisedBy, clocks, start: step.id, steps: [step] };
	const misplaced = insert(protocol.interruptions, interruption, command, nameOf);
	return misplaced ?? { selected: { kind: "interruption", id } };
}

export function setInterruption(
	protocol: Protocol,
	{ interruption: id, title, raisedBy, clocks }: CommandOf<"set-interruption">,
): Change {
	const interruption = named(protocol, id);
	if (!interruption) return absent(id);
	give(interruption, { title, raisedBy, clocks });
	return { selected: { kind: "interruption", id } };
}

export function moveInterruption(
	protocol: Protocol,
	command: CommandOf<"move-interruption">,
): Change {
	const interruption = named(protocol, command.interruption);
	if (!interruption) return absent(command.interruption);
	const misplaced = reorder(protocol.interruptions, interruption, command, nameOf);
	return misplaced ?? { selected: { kind: "interruption", id: interruption.id } };
}

/** A copy behind the interruption, with all that is in it. */
export function duplicateInterruption(
	protocol: Protocol,
	{ interruption: id }: CommandOf<"duplicate-interruption">,
): Change {
	const interruption = named(protocol, id);
	if (!interruption) return absent(id);
	const copy = structuredClone(interruption);
	copy.title = asCopy(copy.title);
	renameHolder(copy, newNamesFor(namesWithin(copy), namesIn(protocol)));
	insert(protocol.interruptions, copy, { after: id }, nameOf);
	return { selected: { kind: "interruption", id: copy.id } };
}

export function deleteInterruption(
	protocol: Protocol,
	{ interruption: id, redirect }: CommandOf<"delete-interruption">,
): Change {
	const interruption = named(protocol, id);
	if (!interruption) return absent(id);
	const part: PartRef = { kind: "interruption", id };
	const index = protocol.interruptions.indexOf(interruption);
	const path = ["interruptions", index];
	const leaving = { part, names: namesWithin(interruption), path, followedBy: [] };
	const refused = redirectAway(protocol, leaving, redirect);
	if (refused) return refused;

	protocol.interruptions.splice(index, 1);
	return { selected: { kind: "protocol" } };
}

function named(protocol: Protocol, id: string): Interruption | undefined {
	return protocol.interruptions.find((interruption) => interruption.id === id);
}

function absent(id: string): Change {
	return refuse({ code: "absent", part: { kind: "interruption", id } });
}

function nameOf({ id }: Interruption): string {
	return id;
}
