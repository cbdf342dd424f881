import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import { type Container, outwards } from "#protocols/language/places.ts";

/** Where a machine stands, as XState writes it. */
export type StandingValue = string | { [state: string]: StandingValue };

/**
 * Where the machine of a version stands when exactly these steps are open: every other track of a
 * running group has ended, every other interruption rests.
 *
 * @returns undefined where they cannot all be open at once, or none of the course is
 */
export function standingAt(
	compiled: CompiledProtocol,
	open: readonly string[],
): StandingValue | undefined {
	const { containers } = compiled.places;
	const phases = containers.filter((one) => one.kind === "phase" && isIn(compiled, one, open));
	const [phase] = phases;
	const inside = phase && insideOf(compiled, phase, open);
	if (!phase || phases.length > 1 || inside === undefined) return undefined;

	const regions: [string, StandingValue][] = [["course", { [phase.id]: inside }]];
	for (const one of containers.filter(({ kind }) => kind === "interruption")) {
		const value = isIn(compiled, one, open) ? insideOf(compiled, one, open) : "idle";
		if (value === undefined) return undefined;
		regions.push([one.id, value]);
	}
	return Object.fromEntries(regions);
}

/** The groups that run when these steps are open. */
export function runningGroups(compiled: CompiledProtocol, open: readonly string[]): string[] {
	const groups = open.flatMap((id) => {
		const container = compiled.places.steps.get(id)?.container;
		return container
			? [...outwards(container)].flatMap(({ within }) => within?.group.id ?? [])
			: [];
	});
	return [...new Set(groups)];
}

/** The steps that open where a container begins: one, or one for each track of a group. */
export function startOf(compiled: CompiledProtocol, container: Container): string[] {
	const { steps, containers } = compiled.places;
	if (steps.has(container.start)) return [container.start];
	return tracksOf(containers, container.start).flatMap((track) => startOf(compiled, track));
}

/** Whether one of these steps is somewhere in a container. */
export function isIn(
	{ places }: CompiledProtocol,
	container: Container,
	open: readonly string[],
): boolean {
	return open.some((id) => {
		const around = places.steps.get(id)?.container;
		return around !== undefined && [...outwards(around)].includes(container);
	});
}

/** The tracks of a group. */
export function tracksOf(containers: readonly Container[], group: string): Container[] {
	return containers.filter(({ within }) => within?.group.id === group);
}

function insideOf(
	compiled: CompiledProtocol,
	container: Container,
	open: readonly string[],
): StandingValue | undefined {
	const direct = container.steps.filter(({ id }) => open.includes(id)).map(({ id }) => id);
	const groups = container.groups.filter(({ id }) =>
		tracksOf(compiled.places.containers, id).some((track) => isIn(compiled, track, open)),
	);
	if (direct.length + groups.length !== 1) return undefined;
	const [step] = direct;
	if (step) return step;

	const [group] = groups;
	const tracks: [string, StandingValue][] = [];
	for (const track of tracksOf(compiled.places.containers, group?.id ?? "")) {
		const value = isIn(compiled, track, open) ? insideOf(compiled, track, open) : "end";
		if (value === undefined) return undefined;
		tracks.push([track.id, value]);
	}
	return { [group?.id ?? ""]: Object.fromEntries(tracks) };
}
