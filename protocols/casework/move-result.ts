import type { ProtocolContext } from "#protocols/compiler/catalogue-of-names.ts";
import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import { outwards, type PartId } from "#protocols/language/places.ts";
import type { Advanced } from "./advance.ts";
import type { SituationMoved } from "./events.ts";
import { standingAt, startOf } from "./move-value.ts";
import type { ClockId, Situation } from "./situation.ts";

/**
 * The situation as it goes on under another version. Nothing is answered by it: what was open is
 * open, held by the same, since when it was; only the names are those of the other version.
 *
 * @throws RangeError when the steps cannot be open together there (a damaged journal)
 */
export function movedBy(
	before: Situation,
	event: SituationMoved,
	compiled: CompiledProtocol,
): Advanced {
	const begun = event.begins.flatMap((id) => {
		const track = compiled.places.tracks.get(id);
		return track ? startOf(compiled, track) : [];
	});
	const renamed = new Map(event.steps.map(({ from, to }) => [from, to]));
	const context = contextAfter(before, compiled, { renamed, begun });
	const value = standingAt(compiled, context.open);
	if (!value) throw new RangeError(`${context.open.join(", ")} cannot be open together.`);

	const position = before.position + 1;
	const { entered, clocks } = timesAfter(before, renamed);
	return {
		enteredSteps: begun,
		situation: {
			...before,
			compiled,
			earlier: [before.compiled, ...before.earlier],
			movedTo: event.to,
			position,
			// Pages from before show steps of the other version. The minutes of retention count on: nobody
			// did anything for the young person.
			latestAct: position,
			latestAt: Math.max(before.latestAt, event.at),
			snapshot: compiled.machine.resolveState({ value, context }),
			holders: holdersAfter(before, event, { compiled, renamed, begun }),
			entered,
			clocks,
			handoffs: handoffsAfter(before, event),
			beforeLatestAnswer: undefined,
		},
	};
}

type Opened = { renamed: ReadonlyMap<string, string>; begun: readonly string[] };

function contextAfter(
	{ snapshot }: Situation,
	{ places }: CompiledProtocol,
	{ renamed, begun }: Opened,
): ProtocolContext {
	const { facts, rounds, reached, open, overdue } = snapshot.context;
	const named = (id: string) => renamed.get(id) ?? id;
	const counted: Record<string, number> = {};
	for (const [id, count] of Object.entries(rounds)) {
		if (places.steps.has(id)) counted[id] = Math.max(count, counted[id] ?? 0);
		// What was entered under its old name was entered: no round is given back.
		const to = named(id);
		if (places.steps.has(to)) counted[to] = Math.max(count, counted[to] ?? 0);
	}
	for (const id of begun) counted[id] = (counted[id] ?? 0) + 1;
	return {
		facts,
		rounds: counted,
		reached: [...new Set([...reached.flatMap((id) => [id, named(id)]), ...begun])].filter((id) =>
			places.steps.has(id),
		),
		open: [...open.map(named), ...begun],
		overdue: overdue.map(named),
	};
}

/** When each open step was entered, and the clocks: as they were, under the new names. */
function timesAfter(before: Situation, renamed: ReadonlyMap<string, string>) {
	const clocks: Record<ClockId, Situation["clocks"][ClockId]> = {};
	for (const [clock, running] of Object.entries(before.clocks)) {
		const step = clock.startsWith("step:") ? clock.slice("step:".length) : undefined;
		const name = step === undefined ? clock : `step:${renamed.get(step) ?? step}`;
		clocks[name as ClockId] = running;
	}
	const entered = Object.fromEntries(
		Object.entries(before.entered).map(([step, at]) => [renamed.get(step) ?? step, at]),
	);
	return { clocks, entered };
}

function holdersAfter(
	before: Situation,
	{ at }: SituationMoved,
	{ compiled, renamed, begun }: Opened & { compiled: CompiledProtocol },
): Situation["holders"] {
	const { places } = compiled;
	const known = new Set(places.containers.map(({ part }) => part));
	const remembered = Object.entries(before.holders) as [PartId, Holder][];
	const holders = new Map(remembered.filter(([part]) => known.has(part)));
	for (const [from, to] of renamed) {
		const old = before.compiled.places.steps.get(from)?.container.part;
		const part = places.steps.get(to)?.container.part;
		const holder = old && before.holders[old];
		if (part && holder) holders.set(part, holder);
	}
	for (const id of begun) {
		const container = places.steps.get(id)?.container;
		if (!container || holders.has(container.part)) continue;
		const around = [...outwards(container)].flatMap(({ part }) => holders.get(part) ?? []);
		const structure = around[0]?.structure ?? holders.get("course")?.structure ?? before.openedBy;
		holders.set(container.part, { structure, since: at });
	}
	return Object.fromEntries(holders);
}

type Holder = { structure: string; since: number };

/** An open handoff follows its step; one that has none runs on beside, as it was. */
function handoffsAfter(before: Situation, { handoffs }: SituationMoved): Situation["handoffs"] {
	const moved = handoffs.flatMap(({ handoff: id, step }) => {
		const handoff = before.handoffs[id];
		if (!handoff) return [];
		const after = step === undefined ? { ...handoff, beside: true as const } : { ...handoff, step };
		return [[id, after] as const];
	});
	return { ...before.handoffs, ...Object.fromEntries(moved) };
}
