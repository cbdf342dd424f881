import type { Language } from "#protocols/language/text.ts";
import type { Sight } from "#protocols/simulator/sights.ts";
import { answersInWords } from "./answers-in-words.ts";
import type { Naming } from "./naming.ts";

/** Names what one structure would see. */
export function presentSight(sight: Sight, language: Language, naming: Naming) {
	return {
		structure: naming.structure(sight.structure),
		sees: sight.sees,
		holds: sight.holds,
		steps: sight.steps.map(({ step, own, state }) => ({
			id: step,
			title: naming.step(step),
			own,
			state,
		})),
		elsewhere: sight.elsewhere.map(({ structure, state }) => ({
			who: structure === undefined ? null : naming.structure(structure),
			state,
		})),
		handoffs: sight.handoffs.map((handoff) =>
			handoff.own ? { ...handoff, title: naming.step(handoff.step) } : handoff,
		),
		facts: answersInWords(sight.facts, language),
	};
}
