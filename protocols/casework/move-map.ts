import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import type { PlacedStep } from "#protocols/language/places.ts";

/** What becomes of a track that the version before did not have, where its group runs already. */
export const trackChoices = ["begins", "done"] as const;
export type TrackChoice = (typeof trackChoices)[number];

/**
 * From the steps of one version to those of another. What has no entry is left for a person to
 * decide; a situation that needs it is not moved.
 */
export type MoveMap = {
	steps: Readonly<Record<string, string>>;
	tracks: Readonly<Record<string, TrackChoice>>;
};

/**
 * Proposes what each step has become: the one of the same id; then, among what is left on both
 * sides, the most alike of the same kind and role. A track that is new is decided by nobody.
 */
export function proposeMap(from: CompiledProtocol, to: CompiledProtocol): MoveMap {
	const [old, fresh] = [from.places.steps, to.places.steps];
	const same = [...old.keys()].filter((id) => fresh.has(id));
	const gone = [...old.values()].filter(({ step }) => !fresh.has(step.id));
	const added = [...fresh.values()].filter(({ step }) => !old.has(step.id));
	const pairs = gone.flatMap((one) =>
		added.map((other) => ({ one, other, alike: alike(one, other) })),
	);
	const renamed = new Map<string, string>();
	// Sorting is stable: of two that are as alike, the first of the document wins.
	for (const { one, other, alike } of pairs.sort((left, right) => right.alike - left.alike)) {
		const taken = renamed.has(one.step.id) || [...renamed.values()].includes(other.step.id);
		if (alike >= leastAlike && !taken) renamed.set(one.step.id, other.step.id);
	}
	return {
		steps: Object.fromEntries([...same.map((id) => [id, id]), ...renamed]),
		tracks: {},
	};
}

/** Half of the words of both titles, or the same place and a third of them. */
const leastAlike = 0.5;

/** How much two steps look like one: 0 where kind, role or interruption differ. */
function alike(one: PlacedStep, other: PlacedStep): number {
	const comparable =
		one.step.kind === other.step.kind &&
		one.step.role === other.step.role &&
		one.container.interruption?.id === other.container.interruption?.id;
	if (!comparable) return 0;
	const samePlace = one.container.id === other.container.id ? 0.2 : 0;
	return sharedWords(one.step.title.fr, other.step.title.fr) + samePlace;
}

function sharedWords(one: string, other: string): number {
	const [left, right] = [wordsIn(one), wordsIn(other)];
	const shared = [...left].filter((word) => right.has(word)).length;
	return shared / Math.max(left.size + right.size - shared, 1);
}

/** Short words are the same in every title. */
function wordsIn(title: string): Set<string> {
	return new Set(title.toLocaleLowerCase("fr").match(/\p{L}{3,}/gu) ?? []);
}
