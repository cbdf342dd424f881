import type { Span } from "../finding.ts";

/** « K. B. »: the initials of somebody. Acronyms with dots have no spaces, and more letters. */
const pair = /(?<![\p{L}\p{N}.])\p{Lu}\.(?:-\p{Lu}\.)? ?\p{Lu}\.(?! ?\p{Lu}\.)(?![\p{L}\p{N}])/gu;

/** « la jeune K. », « Mme B. » */
const introduced =
	/(?<![\p{L}\p{N}])(?:jeune|fille|garçon|mineure?|petite?|nommée?|prénommée?|Mme|Mlle|M\.|Madame|Monsieur) (\p{Lu}\.)(?! ?\d)/gu;

/** The initials in a plain text. */
export function initialsIn(text: string): Span[] {
	const pairs = Array.from(text.matchAll(pair), ({ 0: seen, index }) => ({
		from: index,
		to: index + seen.length,
	}));
	const alone = Array.from(text.matchAll(introduced), ({ 0: seen, 1: letter = "", index }) => ({
		from: index + seen.length - letter.length,
		to: index + seen.length,
	}));
	return [...pairs, ...alone];
}
