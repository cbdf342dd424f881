import { expect, test } from "vitest";
import { seekTitle, type Typed } from "./seek-title.ts";

const titles = [
	["Le protocole\u00a0: titre", ""],
	["Évaluer en binôme", "1"],
	["Transmettre", "2"],
	["Évaluer plus tard", "12"],
	["Étayer", "13"],
];

test("a title is found by its first letters, without accents, from where one stands", () => {
	expect(typing("eval", 0)).toBe(1);
	expect(typing("évaluer p", 0)).toBe(3);
	expect(typing("tr", 3)).toBe(2);
	expect(typing("le protocole : t", 3)).toBe(0);
	expect(typing("zz", 0)).toBeUndefined();
});

test("a step is found by its number", () => {
	expect(typing("12", 0)).toBe(3);
});

test("the same letter goes on to the next title, and a pause begins a new word", () => {
	const typed: Typed = { words: "", at: 0 };
	const press = (key: string, at: number, from: number) =>
		seekTitle(typed, { key, at, from, titles });

	expect(press("e", 5_000, 0)).toBe(1);
	expect(press("e", 5_100, 1)).toBe(3);
	expect(press("t", 9_000, 3)).toBe(2);
});

test("a space alone is no title: the page scrolls", () => {
	expect(typing(" ", 0)).toBeUndefined();
});

function typing(words: string, from: number): number | undefined {
	const typed: Typed = { words: "", at: 0 };
	let at: number | undefined = from;
	for (const [index, key] of [...words].entries()) {
		at = seekTitle(typed, { key, at: 5_000 + index, from: at ?? from, titles });
	}
	return at;
}
