import { expect, test } from "vitest";
import { drawAlias, showAlias } from "./alias.ts";
import { aliasWords } from "./alias-words.ts";
import { codeLength, drawCode, isCode, type Random, showCode, tidyCode } from "./code.ts";
import { drawHandle, isHandle } from "./handle.ts";

test("any one or two wrong symbols in a code are noticed, whatever the code", () => {
	const codes = Array.from({ length: 3 }, (_, seed) => drawCode(counting(seed)));

	const missed = codes.flatMap((code) => alterations(code).filter(isCode));

	expect(codes.every(isCode)).toBe(true);
	expect(alterations(codes[0] ?? "")).toHaveLength(10 * 31 + 45 * 31 * 31);
	expect(missed).toEqual([]);
});

test("a code spells no word and is shown in two groups of five", () => {
	const codes = Array.from({ length: 500 }, (_, seed) => drawCode(counting(seed)));

	expect(codes.filter((code) => /[AEIOU]/.test(code))).toEqual([]);
	expect(showCode(codes[0] ?? "")).toMatch(/^.{5}-.{5}$/);
});

test("a code is read as it was meant, not as it was typed", () => {
	expect(tidyCode(" 7kwm3-9txhq ")).toBe("7KWM39TXHQ");
	expect(tidyCode("OIL")).toBe("011");
});

test("the words of aliases are many, different, and calm to read", () => {
	expect(new Set(aliasWords).size).toBe(aliasWords.length);
	expect(aliasWords.length).toBeGreaterThan(500);
	expect(showAlias(drawAlias(counting(3)))).toMatch(/^\p{Lu}\p{L}+ – \p{Lu}\p{L}+$/u);
});

test("a handle carries 128 bits and nothing else is taken for one", () => {
	expect(isHandle(drawHandle(counting(1)))).toBe(true);
	expect(isHandle("../etc/passwd")).toBe(false);
});

/** Every code that differs in one or two symbols. */
function alterations(code: string): string[] {
	const symbols = [..."0123456789ABCDEFGHJKMNPQRSTVWXYZ"];
	const change = (text: string, place: number) =>
		symbols
			.filter((symbol) => symbol !== text[place])
			.map((symbol) => text.slice(0, place) + symbol + text.slice(place + 1));
	const places = Array.from({ length: codeLength }, (_, place) => place);
	return places.flatMap((first) =>
		change(code, first).flatMap((once) => [
			once,
			...places.filter((second) => second > first).flatMap((second) => change(once, second)),
		]),
	);
}

/** Chance that repeats itself: a small congruential sequence. */
function counting(seed: number): Random {
	let state = seed * 7919 + 17;
	return {
		bytes: (count) =>
			Uint8Array.from({ length: count }, () => {
				state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
				return (state >> 16) & 255;
			}),
	};
}
