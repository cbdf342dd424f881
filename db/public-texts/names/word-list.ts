/** A list of words written one after the other. */
export function wordList(words: string): ReadonlySet<string> {
	return new Set(words.trim().split(/\s+/));
}
