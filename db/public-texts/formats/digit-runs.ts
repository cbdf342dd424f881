import type { Span } from "../finding.ts";
import type { Word } from "../words.ts";
import { spokenNumber } from "./spoken-number.ts";

/** Digits that stand together, in figures or in words. */
export type DigitGroup = Span & { digits: string; spoken: boolean; plus: boolean };

/** Digit groups that are read in one breath: nothing but signs, or « point », stands between. */
export type DigitRun = DigitGroup[];

const figures = /^[0-9oOlI]+$/;
const breath = /^(?!, )[^:;\n]{0,4}$/;
const dictated = /^[^:;\n]{0,4}$/;
const saidBetween = new Set(["point", "tiret", "espace", "slash", "barre", "dot", "dash", "puis"]);

/**
 * The runs of digits of a text. `O6` and `zéro six` are read as 06.
 *
 * @param pauses whether a comma goes on: « 06, 12, 34 » is one number, « 17, 15, 112 » are three
 */
export function digitRunsOf(words: readonly Word[], { pauses }: { pauses: boolean }): DigitRun[] {
	const goesOn = pauses ? dictated : breath;
	const runs: DigitRun[] = [[]];
	for (const word of words) {
		const groups = groupsOf(word);
		const between = groups.length === 0 && saidBetween.has(word.bare);
		if (!goesOn.test(word.before) || (groups.length === 0 && !between)) runs.push([]);
		runs.at(-1)?.push(...groups);
	}
	return runs.filter((run) => run.length > 0);
}

/** All digits of some groups, one after the other. */
export function joined(groups: readonly DigitGroup[]): string {
	return groups.map(({ digits }) => digits).join("");
}

function groupsOf(word: Word): DigitGroup[] {
	const said = spokenNumber(word.bare);
	if (said !== undefined) {
		return [{ ...spanOf(word), digits: String(said), spoken: true, plus: false }];
	}
	const parts = word.text.split(/[-_]/).filter((part) => part !== "");
	const written = parts.every((part) => figures.test(part)) && /\d/.test(word.text);
	if (!written) return [];
	const plus = /\+[( ]{0,2}$/.test(word.before);
	return parts.map((part, at) => ({
		...spanOf(word),
		digits: part.replace(/[oO]/g, "0").replace(/[lI]/g, "1"),
		spoken: false,
		plus: plus && at === 0,
	}));
}

function spanOf({ from, to }: Word): Span {
	return { from, to };
}
