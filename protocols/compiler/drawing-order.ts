import type { Move } from "./drawing.ts";
import type { StateConfig } from "./machine-config.ts";

/**
 * The parts of a container in course order: its steps as written, its start first, and each group
 * where the course passes it (before the place it leads to, else after the step that enters it).
 */
export function inOrder(container: StateConfig, moves: ReadonlyMap<string, Move[]>): StateConfig[] {
	const parts = Object.values(container.states ?? {}).filter(({ id }) => !/@(end|idle)$/.test(id));
	const byId = new Map(parts.map((part) => [part.id, part]));
	const start = startOf(container, byId);
	const order = parts.filter(({ type }) => type !== "parallel").map(({ id }) => id);

	for (const group of parts.filter(({ type }) => type === "parallel").reverse()) {
		order.splice(placeOf(group.id, order, moves), 0, group.id);
	}
	const startFirst = start ? [start, ...order.filter((id) => id !== start)] : order;
	return startFirst.flatMap((id) => byId.get(id) ?? []);
}

/** A compound state begins at its initial state; an interruption rests idle and begins where raising leads. */
function startOf(container: StateConfig, byId: ReadonlyMap<string, unknown>): string | undefined {
	const targets = Object.values(container.on ?? {}).flatMap(([heard]) => heard?.target ?? []);
	const names = [container.initial ?? "", ...targets.map((target) => target.slice(1))];
	return names.find((name) => byId.has(name));
}

function placeOf(groupId: string, order: string[], moves: ReadonlyMap<string, Move[]>): number {
	const to = moves.get(groupId)?.[0]?.to;
	const before = to ? order.indexOf(to.id) : -1;
	if (before > 0) return before;
	const entering = order.findLastIndex((id) =>
		moves.get(id)?.some((move) => move.to.at === "group" && move.to.id === groupId),
	);
	return entering < 0 ? order.length : entering + 1;
}
