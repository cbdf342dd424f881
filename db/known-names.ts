import { eq, sql } from "drizzle-orm";
import type { SituationEvent } from "#protocols/casework/events.ts";
import { nobody, type Situation } from "#protocols/casework/situation.ts";
import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import type { Tx } from "./client.ts";
import { preparedOnce } from "./prepared.ts";
import { isHandle } from "./pseudonyms/handle.ts";
import { members, structures } from "./schema/structures.ts";

/** What an event names, by what must know it. */
type Named = {
	/** Steps, interruptions, roles and codes of outcomes. */
	protocol?: (string | undefined)[];
	structures?: (string | undefined)[];
	members?: (string | undefined)[];
	handoffs?: (string | undefined)[];
};

/**
 * The last door of history: an event names what is known, and nothing else. By its form alone,
 * `lea-martin` could be the name of a step; here it is refused, whatever let it through before.
 *
 * @throws RangeError when a name is unknown (a fault of ours: nothing is recorded)
 */
export function assertKnownNames(
	tx: Tx,
	{ compiled, earlier }: Pick<Situation, "compiled" | "earlier">,
	event: SituationEvent,
): void {
	const named = namesIn(event);
	// What was told before a move is still named by what it was called then.
	const versions = [compiled, ...earlier].map(knownIn);
	const all: [string, boolean][] = [
		["protocol", given(named.protocol).every((name) => versions.some((known) => known.has(name)))],
		["structures", areStructures(tx, given([event.by, ...(named.structures ?? [])]))],
		["members", areMembers(tx, given([event.actor ?? undefined, ...(named.members ?? [])]))],
		["handoffs", given(named.handoffs).every(isHandle)],
	];
	const strange = all.find(([, holds]) => !holds);
	// Whatever it was stays out of the message, which may be logged.
	if (strange) throw new RangeError(`An event names something that no ${strange[0]} know.`);
}

function namesIn(event: SituationEvent): Named {
	switch (event.type) {
		case "step-answered":
		case "entry-corrected":
			return { protocol: [event.step, event.outcome] };
		case "interruption-raised":
			return { protocol: [event.interruption] };
		case "role-bound":
			return { protocol: [event.role], structures: [event.structure] };
		case "lead-named":
			return { structures: [event.structure] };
		case "clock-struck":
			return clockNames(event.clock);
		case "handoff-prepared":
			return {
				protocol: [event.step, event.terms.to],
				structures: [event.to],
				handoffs: [event.handoff, event.follows],
			};
		case "handoff-moved":
			return {
				structures: [event.codes.suggests],
				members: [event.referent],
				handoffs: [event.handoff],
			};
		case "situation-joined":
			return {
				structures: event.structures,
				handoffs: event.handoffs.map(({ handoff }) => handoff),
			};
		case "situation-merged":
			return { handoffs: event.handoffs };
		case "clocks-recalculated":
			return { handoffs: event.held.map(({ handoff }) => handoff) };
		case "situation-moved":
			return {
				protocol: [
					...event.steps.flatMap(({ from, to }) => [from, to]),
					...event.handoffs.map(({ step }) => step),
					...event.begins,
				],
				handoffs: event.handoffs.map(({ handoff }) => handoff),
			};
		case "situation-opened":
		case "inactivity-noted":
		case "follow-up-confirmed":
		case "situation-closed":
			return {};
	}
}

function clockNames(clock: string): Named {
	const [kind, name] = clock.split(":");
	return kind === "step" ? { protocol: [name] } : { handoffs: [name] };
}

const names = new WeakMap<CompiledProtocol, ReadonlySet<string>>();

/** Every name that a protocol gives; found once for each version. */
function knownIn(compiled: CompiledProtocol): ReadonlySet<string> {
	const earlier = names.get(compiled);
	if (earlier) return earlier;
	const { protocol, places } = compiled;
	const outcomes = [...places.steps.values()].flatMap(({ step }) => step.outcomes);
	const found = new Set([
		...places.steps.keys(),
		...places.tracks.keys(),
		...protocol.interruptions.map(({ id }) => id),
		...protocol.roles.map(({ id }) => id),
		...outcomes.map(({ code }) => code),
	]);
	names.set(compiled, found);
	return found;
}

function areStructures(tx: Tx, ids: string[]): boolean {
	const asked = ids.filter((id) => !nobody.includes(id));
	return asked.every((id) => statementsOf(tx).structure.get({ id }) !== undefined);
}

function areMembers(tx: Tx, ids: string[]): boolean {
	return ids.every((id) => statementsOf(tx).member.get({ id }) !== undefined);
}

const statementsOf = preparedOnce((db) => ({
	structure: db
		.select({ id: structures.id })
		.from(structures)
		.where(eq(structures.id, sql.placeholder("id")))
		.prepare(),
	member: db
		.select({ id: members.id })
		.from(members)
		.where(eq(members.id, sql.placeholder("id")))
		.prepare(),
}));

function given(list: (string | undefined)[] = []): string[] {
	return list.filter((name) => name !== undefined);
}
