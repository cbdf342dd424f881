import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import type { Places } from "#protocols/language/places.ts";
import { answersRefusal, asFacts, openingFields } from "./answers.ts";
import type { OpenSituation } from "./commands.ts";
import { interruptionRefusal } from "./interruption.ts";
import type { Circumstances } from "./situation.ts";
import { addEvent, type Decision, finish, openStory, refuse } from "./story.ts";

/** The role that the opening structure takes: that of the first step of the course. */
export function openingRole(compiled: CompiledProtocol): string {
	const [identification] = compiled.protocol.phases;
	return firstRole(compiled.places, identification.start);
}

/** The role of a step; of a group, that of the start of its first track. */
function firstRole(places: Places, id: string): string {
	const step = places.steps.get(id)?.step;
	const [track] = places.groups.get(id)?.group.tracks ?? [];
	return step?.role ?? (track ? firstRole(places, track.start) : "");
}

/**
 * Decides whether a structure may open a situation under a protocol version.
 *
 * @returns the opening, interruptions that already run, and the roles that bind themselves
 */
export function decideOpening(
	compiled: CompiledProtocol,
	{ acting, facts, raises }: OpenSituation,
	circumstances: Circumstances,
): Decision {
	const role = openingRole(compiled);
	if (!circumstances.directory.structuresHolding(role).includes(acting.structure)) {
		return refuse({ code: "structure-not-available", structure: acting.structure, role });
	}
	const wrong = answersRefusal({ source_type: "OTHER", ...facts }, openingFields);
	if (wrong) return refuse(wrong);

	const who = { at: circumstances.now, by: acting.structure, actor: acting.actor };
	const opened = { type: "situation-opened", ...who, facts: asFacts(facts) } as const;
	let story = openStory(compiled, opened, circumstances);
	for (const interruption of new Set(raises)) {
		const refusal = interruptionRefusal(story.situation, interruption, acting, circumstances);
		if (refusal) return refuse(refusal);
		story = addEvent(story, { type: "interruption-raised", ...who, interruption }, circumstances);
	}
	return finish(story, circumstances);
}
