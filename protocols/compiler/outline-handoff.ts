import type { HandoffTerms, handoffClocks, Urgency } from "#protocols/language/step.ts";
import type { Language } from "#protocols/language/text.ts";
import { handoffActions } from "#protocols/language/vocabulary/handoff-codes.ts";
import { sayDuration, sayWell, wordsOf } from "./wording.ts";

/** The terms of a handoff, in words. */
export type OutlineHandoff = {
	/** The id of the role that is asked. */
	to: string;
	asks: string;
	mode: string;
	urgency: string;
	goesOn: string;
	/** How many structures may be asked at once. */
	recipients: number;
	/** "accuser réception : 1 jour ouvré" */
	delays: { clock: string; within: string }[];
	ifSilent?: string;
};

/** Writes out to whom a handoff goes, what it asks, and what happens when nobody answers. */
export function outlineHandoff(terms: HandoffTerms, language: Language): OutlineHandoff {
	const words = wordsOf(language);
	const urgency: Urgency = terms.urgency;
	return {
		to: terms.to,
		asks: sayWell(handoffActions[terms.asks], language),
		mode: words.modes[terms.mode],
		urgency: words.urgencies[urgency],
		goesOn: words.goesOn[terms.goesOn],
		recipients: terms.recipients,
		delays: Object.entries(terms.delays ?? {}).flatMap(([clock, within]) =>
			within
				? [
						{
							clock: words.handoffClocks[clock as (typeof handoffClocks)[number]],
							within: sayDuration(within, language),
						},
					]
				: [],
		),
		...(terms.ifSilent ? { ifSilent: sayWell(terms.ifSilent, language) } : {}),
	};
}
