import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import { brokenPromises } from "./invariants.ts";
import type { MoveFault } from "./move-fault.ts";
import { type PlacedHandoff, placeHandoffs } from "./move-handoffs.ts";
import type { MoveMap } from "./move-map.ts";
import { isIn, runningGroups, standingAt, tracksOf } from "./move-value.ts";
import { isOnlyBeside, takesPart } from "./participation.ts";
import { openSteps, placed, type Situation } from "./situation.ts";

/** What a move would do to one situation: the part of a map that concerns it. */
export type MovePlan = {
	steps: { from: string; to: string }[];
	handoffs: PlacedHandoff[];
	begins: string[];
};

/** A plan that nothing speaks against, or the first thing that does. */
export type CheckedMove = { ok: true; plan: MovePlan } | { ok: false; fault: MoveFault };

/** Whether a situation can go on under another version by a map. Pure: nothing is moved. */
export function checkMove(
	situation: Situation,
	version: CompiledProtocol,
	map: MoveMap,
): CheckedMove {
	const fault = stepsFault(situation, version, map) ?? rolesFault(situation, version);
	if (fault) return { ok: false, fault };

	const named = (step: string) => own(map.steps, step);
	const steps = openSteps(situation).map((from) => ({ from, to: named(from) ?? "" }));
	const handoffs = placeHandoffs(situation, version, named);
	if ("fault" in handoffs) return { ok: false, fault: handoffs.fault };

	const open = steps.map(({ to }) => to);
	if (!standingAt(version, open)) {
		return { ok: false, fault: { code: "not-side-by-side", steps: open } };
	}
	const tracks = tracksToPlace(situation, version, open);
	const unplaced = tracks.find((track) => own(map.tracks, track) === undefined);
	if (unplaced) return { ok: false, fault: { code: "track-unplaced", track: unplaced } };
	const begins = tracks.filter((track) => own(map.tracks, track) === "begins");
	return { ok: true, plan: { steps, handoffs: handoffs.placed, begins } };
}

/** An entry of a map that came from outside: what every object inherits is none. */
function own<Value>(entries: Readonly<Record<string, Value>>, key: string): Value | undefined {
	return Object.hasOwn(entries, key) ? entries[key] : undefined;
}

function stepsFault(
	situation: Situation,
	version: CompiledProtocol,
	{ steps }: MoveMap,
): MoveFault | undefined {
	const met = new Map<string, string>();
	for (const step of openSteps(situation)) {
		const to = own(steps, step);
		if (to === undefined) return { code: "step-unplaced", step };
		const twin = met.get(to);
		if (twin !== undefined) return { code: "doubled", step: to, steps: [twin, step] };
		met.set(to, step);
		const fault = stepFault(situation, version, step, to);
		if (fault) return fault;
	}
}

function stepFault(
	situation: Situation,
	version: CompiledProtocol,
	step: string,
	to: string,
): MoveFault | undefined {
	const after = version.places.steps.get(to);
	if (!after) return { code: "step-unknown", step: to };
	const before = placed(situation, step);
	if (before.container.interruption?.id !== after.container.interruption?.id) {
		return { code: "interruption-changes", step, to };
	}
	const [role, toRole] = [before.step.role, after.step.role];
	return answeredBySame(situation, role, toRole)
		? undefined
		: { code: "changes-hands", step, to, role, toRole };
}

/** Whoever has to answer is told of it by a handoff, never by a drawing. */
function answeredBySame({ bindings }: Situation, role: string, toRole: string): boolean {
	return role === toRole || (bindings[role] !== undefined && bindings[role] === bindings[toRole]);
}

/** Every role that a structure plays goes on: what it takes part by is not taken from it. */
function rolesFault(
	{ bindings }: Situation,
	{ protocol }: CompiledProtocol,
): MoveFault | undefined {
	const known = new Set(protocol.roles.map(({ id }) => id));
	const gone = Object.entries(bindings).find(([role]) => !known.has(role));
	return gone && { code: "role-gone", role: gone[0], structure: gone[1] };
}

/** The tracks of running groups in which nothing is open, and which did not end before the move. */
function tracksToPlace(
	situation: Situation,
	version: CompiledProtocol,
	open: readonly string[],
): string[] {
	const ended = new Set(endedTracks(situation.snapshot.value));
	return runningGroups(version, open)
		.flatMap((group) => tracksOf(version.places.containers, group))
		.filter((track) => !isIn(version, track, open) && !ended.has(track.id))
		.map(({ id }) => id);
}

function endedTracks(value: unknown): string[] {
	if (typeof value !== "object" || value === null) return [];
	return Object.entries(value).flatMap(([id, inside]) =>
		inside === "end" ? [id] : endedTracks(inside),
	);
}

/** What would not be as it was, now that the move is told: the last gate before it is recorded. */
export function unsoundness(before: Situation, after: Situation): MoveFault | undefined {
	const promises = [...brokenPromises(after), ...lostByMoving(before, after)];
	if (promises.length > 0) return { code: "promise-broken", promises };
	const structure = structuresIn(before).find(
		(one) =>
			takesPart(before, one) !== takesPart(after, one) ||
			isOnlyBeside(before, one) !== isOnlyBeside(after, one),
	);
	return structure === undefined ? undefined : { code: "sight-changes", structure };
}

/** What the events before the move said, and the situation after it does not. */
function lostByMoving(before: Situation, after: Situation): string[] {
	const held = openSteps(before).map((step) => before.holders[placed(before, step).container.part]);
	const holds = openSteps(after).map((step) => after.holders[placed(after, step).container.part]);
	const later = Object.entries(before.clocks).filter(([clock, { dueAt }]) => {
		const handoff = clock.startsWith("handoff:") ? after.clocks[`handoff:${clock.slice(8)}`] : null;
		return handoff !== null && handoff?.dueAt !== dueAt;
	});
	return [
		...held.flatMap((holder, place) =>
			holder?.structure === holds[place]?.structure ? [] : [`${holder?.structure} lost a part.`],
		),
		...Object.keys(before.handoffs).filter((id) => !after.handoffs[id]),
		...later.map(([clock]) => `${clock} was touched.`),
	];
}

function structuresIn({ bindings, holders, handoffs, joined, lead }: Situation): string[] {
	const named = [
		...Object.values(bindings),
		...Object.values(holders).map((holder) => holder?.structure),
		...Object.values(handoffs).flatMap(({ from, to }) => [from, to]),
		...joined,
		lead,
	];
	return [...new Set(named.filter((one) => one !== undefined))];
}
