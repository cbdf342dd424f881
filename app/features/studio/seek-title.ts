/** What was typed so far to find a title, and when its last letter came, in milliseconds. */
export type Typed = { words: string; at: number };

type Seeking = {
	key: string;
	at: number;
	/** Where the search stands in the list; -1 where it stands nowhere. */
	from: number;
	/** Everything by which each line may be found. */
	titles: readonly (readonly string[])[];
};

/** Letters that come within this time belong to one word, in milliseconds. */
const pauseMs = 1_000;

/**
 * Finds the next line that begins with what is typed, as lists of a desktop do; accents may be left
 * out. The same letter again goes on to the next line of that letter.
 *
 * @returns the place in the list; undefined where nothing begins so
 */
export function seekTitle(typed: Typed, { key, at, from, titles }: Seeking): number | undefined {
	const goesOn = typed.words !== "" && at - typed.at < pauseMs;
	if (!goesOn && key === " ") return undefined;
	const words = goesOn ? typed.words + plain(key) : plain(key);
	const repeats = [...words].every((letter) => letter === words[0]);
	const [sought, first] = repeats ? [words.slice(0, 1), from + 1] : [words, Math.max(from, 0)];
	typed.words = words;
	typed.at = at;
	const turned = titles.map((_, index) => (first + index) % titles.length);
	return turned.find((index) => titles[index]?.some((title) => plain(title).startsWith(sought)));
}

function plain(text: string): string {
	// A space that keeps a mark to its word is typed as any other.
	return text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
