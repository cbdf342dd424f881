import { placesOf } from "#protocols/language/places.ts";
import type { Interruption, Protocol, Role } from "#protocols/language/protocol.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";
import type { Step } from "#protocols/language/step.ts";
import { type Change, refuse } from "./change.ts";
import type { CommandOf } from "./commands.ts";
import { isWithin, writeAt } from "./document-value.ts";
import { give } from "./give.ts";
import { nameNew, roleNamesIn } from "./names.ts";
import { modeOf } from "./new-step.ts";
import type { PartRef } from "./part-ref.ts";
import { insert, reorder } from "./position.ts";
import type { Redirect } from "./redirect.ts";
import { referencesTo } from "./references.ts";
import type { Reference } from "./refusal.ts";

export function addRole(protocol: Protocol, command: CommandOf<"add-role">): Change {
	const { label, external } = command;
	const taken = roleNamesIn(protocol);
	const named = nameNew({ id: command.id, title: label, kind: "role" }, taken);
	if ("refusal" in named) return named;
	const { id } = named;
	const misplaced = insert(protocol.roles, { id, label, external }, command, nameOf);
	return misplaced ?? { selected: { kind: "role", id } };
}

/**
 * Where a role leaves or enters the application, the mode of what is handed to it follows. A role
 * outside carries no step: whoever does keeps it inside.
 */
export function setRole(
	protocol: Protocol,
	{ role: id, label, external }: CommandOf<"set-role">,
): Change {
	const role = roleNamed(protocol, id);
	if (!role) return absent(id);
	const part: PartRef = { kind: "role", id };
	const by = referencesTo(protocol, part).filter(({ kind }) => kind === "carried-by");
	if (external && by.length > 0) return refuse({ code: "still-referred-to", part, by });
	give(role, { label, external });
	followModes(protocol);
	return { selected: part };
}

export function moveRole(protocol: Protocol, command: CommandOf<"move-role">): Change {
	const role = roleNamed(protocol, command.role);
	if (!role) return absent(command.role);
	const misplaced = reorder(protocol.roles, role, command, nameOf);
	return misplaced ?? { selected: { kind: "role", id: role.id } };
}

/** With `null`, the role leaves those that may do without it; who carries a step must be said. */
export function deleteRole(
	protocol: Protocol,
	{ role: id, redirect }: CommandOf<"delete-role">,
): Change {
	const role = roleNamed(protocol, id);
	if (!role) return absent(id);
	const part: PartRef = { kind: "role", id };
	if (protocol.roles.length === 1) return refuse({ code: "last-of-its-place", part });
	if (redirect && (redirect === id || !roleNamed(protocol, redirect))) return absent(redirect);

	const by = referencesTo(protocol, part);
	const left = led(protocol, by, redirect);
	if (left.length > 0) return refuse({ code: "still-referred-to", part, by: left });
	protocol.roles.splice(protocol.roles.indexOf(role), 1);
	for (const step of stepsOf(protocol)) step.participants = without(step.participants, id);
	for (const each of protocol.interruptions) dropRaiser(each, id);
	return { selected: { kind: "protocol" } };
}

/** Names another role, or none, wherever a role is named; gives back the references that cannot. */
function led(protocol: Protocol, by: Reference[], redirect: Redirect): Reference[] {
	if (redirect === undefined) return by;
	if (redirect === null) return by.filter((reference) => !mayDoWithout(protocol, reference));
	return replaced(protocol, by, redirect);
}

/** Names another role everywhere, and gives back the references that cannot name it. */
function replaced(protocol: Protocol, by: Reference[], role: string): Reference[] {
	for (const { path } of by) writeAt(protocol, path, role);
	followModes(protocol);
	const read = readProtocol(protocol);
	const issues = read.ok ? [] : read.issues;
	return by.filter(({ path }) => issues.some((issue) => isWithin(issue.path, path)));
}

/** Others take part beside a role, and may raise an interruption beside it. */
function mayDoWithout(protocol: Protocol, { kind, from, to }: Reference): boolean {
	if (kind === "with") return true;
	if (kind !== "raised-by" || from.kind === "protocol" || to.kind === "protocol") return false;
	const interruption = protocol.interruptions.find(({ id }) => id === from.id);
	const raisers = interruption?.raisedBy ?? "anyone";
	return raisers !== "anyone" && without(raisers, to.id).length > 0;
}

function dropRaiser(interruption: Interruption, id: string): void {
	if (interruption.raisedBy === "anyone") return;
	interruption.raisedBy = without(interruption.raisedBy, id);
}

/** The others of a list, each once. */
function without(list: string[], id: string): string[] {
	return [...new Set(list)].filter((each) => each !== id);
}

function followModes(protocol: Protocol): void {
	for (const { handoff } of stepsOf(protocol)) {
		if (handoff) handoff.mode = modeOf(protocol, handoff.to);
	}
}

function stepsOf(protocol: Protocol): Step[] {
	return [...placesOf(protocol).steps.values()].map(({ step }) => step);
}

function roleNamed(protocol: Protocol, id: string): Role | undefined {
	return protocol.roles.find((role) => role.id === id);
}

function absent(id: string): Change {
	return refuse({ code: "absent", part: { kind: "role", id } });
}

function nameOf({ id }: Role): string {
	return id;
}
