import { bareForm } from "../words.ts";

/**
 * A way back from an inflected form to an entry of the dictionary: take `add` off the end, put
 * `strip` there. All without accents.
 */
export type SuffixRule = { flag: string; strip: string; condition: readonly LetterTest[] };

/** One letter of a condition on the entry: one of these, or none of these. */
type LetterTest = { letters: string; without: boolean };

/** No rule adds more letters. */
const longestEnding = 20;

/** The rules of a dictionary by what they add to a word. */
export type SuffixRules = ReadonlyMap<string, readonly SuffixRule[]>;

/**
 * Reads the suffix rules of a Hunspell affix file, whose flags are two characters long.
 *
 * @param affixes such a line each: `SFX S. 0 s/D'Q' [^sxz]`
 */
export function readSuffixRules(affixes: string): SuffixRules {
	const rules = new Map<string, SuffixRule[]>();
	for (const line of affixes.split("\n")) {
		const [type, flag = "", strip = "", added = "", condition] = line.split(/\s+/);
		if (type !== "SFX" || condition === undefined) continue;
		const add = lettersOf(added.split("/")[0] ?? "");
		const rule = { flag, strip: lettersOf(strip), condition: letterTests(condition) };
		const known = rules.get(add);
		if (known) known.push(rule);
		else rules.set(add, [rule]);
	}
	return rules;
}

/** The entries that a form may come from, each with the flag that it would have to carry. */
export function* entriesOf(
	form: string,
	rules: SuffixRules,
): Generator<[entry: string, flag: string]> {
	for (let cut = form.length; cut >= Math.max(0, form.length - longestEnding); cut--) {
		for (const { flag, strip, condition } of rules.get(form.slice(cut)) ?? []) {
			const entry = form.slice(0, cut) + strip;
			if (fits(entry, condition)) yield [entry, flag];
		}
	}
}

function letterTests(condition: string): LetterTest[] {
	if (condition === ".") return [];
	const parts = condition.match(/\[[^\][]*\]|[^[]/g) ?? [];
	return parts.map((part) => {
		const letters = bareForm(part.replace(/^\[\^?|\]$/g, ""));
		return { letters, without: part.startsWith("[^") };
	});
}

function fits(entry: string, condition: readonly LetterTest[]): boolean {
	const start = entry.length - condition.length;
	if (start < 0) return false;
	return condition.every(({ letters, without }, at) => {
		return letters.includes(entry.charAt(start + at)) !== without;
	});
}

/** Nothing is written as zero. */
function lettersOf(part: string): string {
	return part === "0" ? "" : bareForm(part);
}
