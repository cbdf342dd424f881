import { initialTransition, type SnapshotFrom, transition } from "xstate";
import { holdsNow, type ProtocolContext } from "#protocols/compiler/catalogue-of-names.ts";
import type { CompiledProtocol, ProtocolMachine } from "#protocols/compiler/compile.ts";
import { outcomeEvent, raiseEvent, recordEvent } from "#protocols/compiler/machine-config.ts";
import { outwards, type PlacedStep } from "#protocols/language/places.ts";
import type { Condition, Outcome } from "#protocols/language/step.ts";
import type { Facts } from "#protocols/language/vocabulary/answers.ts";
import { type FieldCode, fields } from "#protocols/language/vocabulary/fields.ts";
import { answersByMask, maskedFields } from "./model/answer-masks.ts";
import { canBeGiven } from "./model/build-model.ts";

type Snapshot = SnapshotFrom<ProtocolMachine>;

/** One event of the real machine between two of its states. */
export type Taken = {
	from: number;
	to: number;
	placed: PlacedStep | undefined;
	outcome: Outcome | undefined;
};

/** Every state of the compiled machine, one by one, with how many events it takes to get there. */
export type Full = {
	snapshots: Snapshot[];
	depth: number[];
	beginnings: number;
	taken: Taken[];
	/** False when there were more states than we care to look at. */
	complete: boolean;
};

/** Explores the machine that XState runs: breadth first, nothing left out, nothing clever. */
export function exploreFully(compiled: CompiledProtocol, most: number): Full {
	const { machine } = compiled;
	const full: Full = { snapshots: [], depth: [], beginnings: 0, taken: [], complete: true };
	const note = notebookOf(compiled, full);
	const [first] = initialTransition(machine);
	for (const answers of choices(compiled, ["age_band", "source_type"], true)) {
		note(transition(machine, first, { type: recordEvent, answers })[0], 0);
	}
	full.beginnings = full.snapshots.length;
	for (let from = 0; from < full.snapshots.length; from += 1) {
		if (full.snapshots.length > most) return { ...full, complete: false };
		const snapshot = full.snapshots[from] as Snapshot;
		if (isClosed(snapshot)) continue;
		const possible = [...eventsAt(compiled, snapshot)].filter(({ event }) => snapshot.can(event));
		for (const { event, ...who } of possible) {
			const to = note(transition(machine, snapshot, event)[0], (full.depth[from] ?? 0) + 1);
			full.taken.push({ from, to, ...who });
		}
	}
	return full;
}

/** Numbers the states, each once. */
function notebookOf(compiled: CompiledProtocol, full: Full) {
	const spell = keyOf(compiled);
	const known = new Map<string, number>();
	return (snapshot: Snapshot, depth: number): number => {
		const key = spell(snapshot);
		const found = known.get(key);
		if (found !== undefined) return found;
		known.set(key, full.snapshots.length);
		full.depth.push(depth);
		return full.snapshots.push(snapshot) - 1;
	};
}

type Possible = Pick<Taken, "placed" | "outcome"> & { event: { type: string; answers?: Facts } };

/** Whatever somebody might do: every interruption raised, every outcome with every answer. */
function* eventsAt(compiled: CompiledProtocol, { context }: Snapshot): Generator<Possible> {
	for (const { id } of compiled.protocol.interruptions) {
		yield { event: { type: raiseEvent(id) }, placed: undefined, outcome: undefined };
	}
	for (const open of context.open) {
		const placed = compiled.places.steps.get(open) as PlacedStep;
		for (const outcome of placed.step.outcomes) {
			if (canBeGiven(placed.step, outcome)) yield* outcomesAt(compiled, placed, outcome);
		}
	}
}

function outcomesAt(compiled: CompiledProtocol, placed: PlacedStep, outcome: Outcome): Possible[] {
	const { id, questions } = placed.step;
	return choices(compiled, questions, false).map((answers) => ({
		event: { type: outcomeEvent(id, outcome.code), answers },
		...{ placed, outcome },
	}));
}

export function isClosed({ value }: Snapshot): boolean {
	return (value as { course: unknown }).course === "closed";
}

/** Every combination of answers that some condition could tell apart. */
export function choices(
	{ places }: CompiledProtocol,
	questions: readonly string[],
	opening: boolean,
): Facts[] {
	const masked = [...maskedFields(places).values()].filter(({ field }) =>
		questions.includes(field),
	);
	return masked.reduce<Facts[]>(
		(all, field) => {
			const given = [...answersByMask(field).values()];
			const silent = opening && field.field === "source_type" ? [[] as string[]] : [];
			return all.flatMap((one) =>
				[...silent, ...given].map((codes) => ({
					...one,
					[field.field]: asFact(field.field, codes),
				})),
			);
		},
		[{}],
	);
}

function asFact(field: FieldCode, codes: string[]) {
	return (fields[field].most > 1 ? codes : codes[0]) as never;
}

/** Counts beyond a limit, and steps that nobody asks about, make no difference. */
function keyOf({ places }: CompiledProtocol): (snapshot: Snapshot) => string {
	const steps = [...places.steps.values()].map(({ step }) => step);
	const limits = steps.flatMap(({ id, rounds }) => (rounds ? [{ id, most: rounds.most }] : []));
	const asked = new Set(
		steps.flatMap(({ outcomes }) =>
			outcomes.flatMap(({ when }) => (when && "reached" in when ? [when.reached] : [])),
		),
	);
	return ({ value, context }) =>
		JSON.stringify([
			value,
			Object.entries(context.facts).sort(),
			limits.map(({ id, most }) => Math.min(context.rounds[id] ?? 0, most)),
			context.reached.filter((step) => asked.has(step)).sort(),
		]);
}

/** Whether a condition of an outcome holds. */
export function conditionHolds(when: Condition, context: ProtocolContext, answers: Facts): boolean {
	const guard =
		"fact" in when
			? ({ type: "factIn", params: when } as const)
			: ({ type: "reached", params: { step: when.reached } } as const);
	return holdsNow(guard, context, { type: "", answers });
}

/** Whether a step stands inside a group. */
export function isInside({ container }: PlacedStep, group: string): boolean {
	return [...outwards(container)].some(({ within }) => within?.group.id === group);
}
