import { roundsCounted } from "#protocols/compiler/machine-config.ts";
import type { Container, Places } from "#protocols/language/places.ts";
import type { Step } from "#protocols/language/step.ts";

/**
 * Whether a limit on rounds can be left out of the reckoning. Its own outcome into itself changes
 * nothing that anybody reads, and a first turn is always allowed; whoever else leads to it comes
 * there only after a decision, which gave the rounds back. Whatever can be reached is then reached
 * without that turn.
 */
export function harmlessRounds(
	places: Places,
	{ id, rounds, questions }: Step,
	carried: ReadonlySet<string>,
): boolean {
	if (!rounds || rounds.most < 2) return false;
	if (questions.some((question) => carried.has(question))) return false;

	const after = reachedWithoutDecision(places, id);
	return [...places.steps.values()].every(({ step }) =>
		step.outcomes.every((outcome) => {
			if (outcome.to !== id || !roundsCounted(places, step, id)) return true;
			if (step.id !== id) return !after.has(step.id);
			return !outcome.when && !outcome.raises && !outcome.leads;
		}),
	);
}

/** The steps that may come after a step with no decision in between, interruptions included. */
function reachedWithoutDecision(places: Places, start: string): Set<string> {
	const led = [...places.steps.values()].flatMap(({ step }) =>
		step.outcomes.flatMap(({ leads }) => leads ?? []),
	);
	const reached = new Set<string>();
	const open = [...onward(places, start), ...led];
	for (let next = open.pop(); next !== undefined; next = open.pop()) {
		if (reached.has(next)) continue;
		reached.add(next);
		const decides = places.steps.get(next)?.step.kind === "decision" && next !== start;
		if (!decides) open.push(...onward(places, next));
	}
	return reached;
}

function onward(places: Places, id: string): string[] {
	const placed = places.steps.get(id);
	if (placed) {
		const { step, container } = placed;
		return step.outcomes.flatMap(({ to }) => (to === id ? [] : leadsOn(container, to)));
	}
	const found = places.groups.get(id);
	if (!found) return [];
	const starts = found.group.tracks.map(({ id: track }) => places.tracks.get(track)?.start ?? "");
	return [...leadsOn(found.container, found.group.to), ...starts];
}

/** The end of a track leads on from its group. */
function leadsOn({ within }: Container, to: string): string[] {
	if (to === "@end") return within ? leadsOn(within.container, within.group.to) : [];
	return [to];
}
