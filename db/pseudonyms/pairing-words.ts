import { drawPlace, wordsAt } from "./alias.ts";
import type { Random } from "./code.ts";

/**
 * Draws the two words that two people say to each other to know that they look at the same line:
 * the places of two different words of the list.
 *
 * They derive from nothing. Made from the number, they would prove nothing that the number does not
 * prove, and whoever found a slip could compute them; made from the situation, they would be the
 * same each time, and so become its name.
 */
export function drawWords(random: Random): string {
	const first = drawPlace(random);
	for (;;) {
		const second = drawPlace(random);
		if (second !== first) return `${first}-${second}`;
	}
}

/** Shows the two words as one says them: `cèdre, compas`. Aliases look otherwise. */
export function showWords(words: string): string {
	return wordsAt(words).join(", ").toLocaleLowerCase("fr");
}
