import { aliasWords } from "./alias-words.ts";
import type { Random } from "./code.ts";

/**
 * Draws an alias: the places of two words. It exists so that nobody acts on the wrong situation;
 * it is no secret and derives from nothing.
 */
export function drawAlias(random: Random): string {
	return `${drawPlace(random)}-${drawPlace(random)}`;
}

/** Shows an alias as a person reads it: `Cèdre – Compas`. */
export function showAlias(alias: string): string {
	return wordsAt(alias).join(" – ");
}

/** The words at some places of the list, as `Cèdre` and `Compas`. */
export function wordsAt(places: string): string[] {
	return places.split("-").map((place) => aliasWords[Number(place)] ?? "?");
}

/** A place in the list, each equally likely: draws beyond the last whole round are thrown away. */
export function drawPlace(random: Random): number {
	const rounds = Math.floor(65_536 / aliasWords.length) * aliasWords.length;
	for (;;) {
		const [high = 0, low = 0] = random.bytes(2);
		const drawn = high * 256 + low;
		if (drawn < rounds) return drawn % aliasWords.length;
	}
}
