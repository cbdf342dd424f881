import { type Container, holds, outwards, type Places } from "#protocols/language/places.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import { leadsSomewhere, mayLead } from "#protocols/language/references.ts";
import type { StepKind, Target } from "#protocols/language/step.ts";

/**
 * Where a step or group leads when nobody has said it yet: the end of its track or interruption,
 * the next phase, and from the last phase to the step that closes.
 */
export function onward(
	protocol: Protocol,
	container: Pick<Container, "kind" | "id" | "start">,
): Target {
	if (container.kind === "track") return "@end";
	if (container.kind === "interruption") return "@over";
	const index = protocol.phases.findIndex(({ id }) => id === container.id);
	const next = protocol.phases[index + 1];
	return next?.start ?? closureOf(protocol) ?? container.start;
}

/** The same for a group, which leads to nothing of another phase: to the last step of its own. */
export function onwardOfGroup(protocol: Protocol, container: Container): Target {
	const next = onward(protocol, container);
	if (leadsSomewhere(container, next)) return next;
	return container.steps.at(-1)?.id ?? container.start;
}

/** The first step of the course that closes a situation. */
export function closureOf(protocol: Protocol): string | undefined {
	const steps = protocol.phases.flatMap((phase) => phase.steps);
	return steps.find(({ kind }) => kind === "closure")?.id;
}

/** Where an outcome of a step of that kind, in that place, may lead, nearest first: for a list of choices. */
export function targetsFrom(
	places: Places,
	from: { container: Container; kind: StepKind },
): Target[] {
	const near = [...outwards(from.container)];
	const course = places.containers.filter(({ kind }) => kind === "phase");
	const around = [...new Set([...near, ...course])];
	const held = around.flatMap(({ steps, groups }) => [...steps, ...groups].map(({ id }) => id));
	const ends: Target[] = ["@end", "@over", "@closed"];
	return [...held, ...ends].filter((to) => mayLead(places, from, to));
}

/** The first of some targets that the place holds itself, else whatever it holds but what leaves it. */
export function startInstead(
	container: Container,
	wanted: readonly string[],
	leaving: ReadonlySet<string>,
): string | undefined {
	const held = [...container.steps, ...container.groups].map(({ id }) => id);
	const stays = (id: string) => holds(container, id) && !leaving.has(id);
	return wanted.find(stays) ?? held.find(stays);
}
