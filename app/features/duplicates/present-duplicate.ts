import type { DuplicatePage } from "#db/duplicate-page.ts";
import { type Language, say } from "#protocols/language/text.ts";
import { fields } from "#protocols/language/vocabulary/fields.ts";

/** One's own situation and how far two people are, in the reader's language. */
export type DuplicateView = ReturnType<typeof presentDuplicate>;

/** Words one's own situation; why the two cannot become one is worded apart. */
export function presentDuplicate(page: DuplicatePage, language: Language, timeZone: string) {
	const { handle, alias, ageBand, steps, pairing } = page;
	return {
		handle,
		alias,
		ageBand: ageBand ? fields.age_band.codes[ageBand][language] : null,
		steps: steps.map((title) => say(title, language)),
		pairing: pairing && withoutObstacle(pairing),
		timeZone,
	};
}

function withoutObstacle(pairing: NonNullable<DuplicatePage["pairing"]>) {
	if (pairing.is !== "taken") return pairing;
	const { obstacle, ...taken } = pairing;
	return { ...taken, possible: obstacle === null };
}
