import { placesOf } from "#protocols/language/places.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import { endOf, type Outcome, type Step } from "#protocols/language/step.ts";
import type { Text } from "#protocols/language/text.ts";
import { renameHolder } from "./copies.ts";
import { namesIn, roleNamesIn, unique, uniqueCode } from "./names.ts";
import { type PartRef, partNamed } from "./part-ref.ts";
import { partTitle } from "./part-titles.ts";

/** Whether a text may point at somebody. */
export type Suspects = (text: Text) => boolean;

type Named = { protocol: Protocol; selected?: PartRef | undefined };

/**
 * Gives new parts a name that says nothing where their title may point at somebody: a title is
 * corrected later, a name stays.
 */
export function withNeutralNames(before: Protocol, edited: Named, suspects: Suspects): Named {
	const protocol = structuredClone(edited.protocol);
	neutralCodes(before, protocol, suspects);
	const names = neutralNames(before, protocol, suspects);
	for (const holder of [...protocol.phases, ...protocol.interruptions]) renameHolder(holder, names);
	const roles = neutralRoles(before, protocol, suspects);
	for (const role of protocol.roles) role.id = roles.get(role.id) ?? role.id;
	const { selected } = edited;
	if (!selected || selected.kind === "protocol") return { protocol, selected };
	const renamed = selected.kind === "role" ? roles : names;
	return { protocol, selected: { ...selected, id: renamed.get(selected.id) ?? selected.id } };
}

const words = {
	step: "etape",
	group: "groupe",
	track: "axe",
	interruption: "interruption",
} as const;

function neutralNames(before: Protocol, after: Protocol, suspects: Suspects): Map<string, string> {
	const known = namesIn(before);
	const taken = namesIn(after);
	const places = placesOf(after);
	const names = new Map<string, string>();
	for (const name of [...taken].filter((each) => !known.has(each))) {
		const part = partNamed(places, name);
		if (!part || part.kind === "protocol" || part.kind === "role" || part.kind === "phase")
			continue;
		if (!suspects(partTitle(after, part, places))) continue;
		const neutral = unique(words[part.kind], taken);
		taken.add(neutral);
		names.set(name, neutral);
	}
	return names;
}

/** A new role has nothing that points to it yet. */
function neutralRoles(before: Protocol, after: Protocol, suspects: Suspects): Map<string, string> {
	const known = roleNamesIn(before);
	const taken = roleNamesIn(after);
	const roles = after.roles.filter(({ id, label }) => !known.has(id) && suspects(label));
	return new Map(roles.map(({ id }) => [id, unique("role", taken)]));
}

/** Codes are names too: new ones of a step that was there, whose label may point at somebody. */
function neutralCodes(before: Protocol, after: Protocol, suspects: Suspects): void {
	const earlier = placesOf(before).steps;
	for (const { step } of placesOf(after).steps.values()) {
		const known = earlier.get(step.id)?.step.outcomes.map(codeOf);
		const added = known ? step.outcomes.filter(({ code }) => !known.includes(code)) : [];
		for (const outcome of added) if (suspects(outcome.label)) neutralCode(step, outcome);
	}
}

function neutralCode(step: Step, outcome: Outcome): void {
	const code = uniqueCode("OUTCOME", new Set(step.outcomes.map(codeOf)));
	if (step.rounds?.beyond === outcome.code) step.rounds.beyond = code;
	// A well-known code says the end of a handoff by itself; this one does not.
	const end = endOf(outcome);
	if (step.handoff && end) outcome.on = end;
	outcome.code = code;
}

function codeOf({ code }: Outcome): string {
	return code;
}
