import { nameOf } from "#db/situation-people.ts";
import type { PartnerStep } from "#db/situation-steps.ts";
import type { Language } from "#protocols/language/text.ts";

/** The steps that one partner follows: how many, and how they go; never which. */
export type PartnerLine = {
	/** Nobody carries them yet when null. */
	name: string | null;
	states: { state: PartnerStep["state"]; count: number }[];
};

const stateOrder = ["late", "underway", "paused"] as const;

/** Counts the steps of others, partner by partner. */
export function partnersInWords(
	partners: readonly PartnerStep[],
	language: Language,
): PartnerLine[] {
	const names = partners.map(({ who }) => who && nameOf(who, language));
	return [...new Set(names)].map((name) => {
		const theirs = partners.filter((_step, index) => names[index] === name);
		const counts = stateOrder.map((state) => ({
			state,
			count: theirs.filter((step) => step.state === state).length,
		}));
		return { name, states: counts.filter(({ count }) => count > 0) };
	});
}
