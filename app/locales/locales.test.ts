import { expect, test } from "vitest";
import { en } from "./en.ts";
import { fr } from "./fr.ts";

const french = leaves(fr);
const english = leaves(en);

test("both languages have the same texts", () => {
	expect([...english.keys()].sort()).toEqual([...french.keys()].sort());
});

test("no text is empty", () => {
	for (const [key, words] of [...french, ...english]) expect(words.trim(), key).not.toBe("");
});

test("both languages fill in the same values", () => {
	for (const [key, words] of french) {
		expect(valuesIn(english.get(key) ?? ""), key).toEqual(valuesIn(words));
	}
});

test("French texts do not leave a high punctuation mark alone on its line", () => {
	for (const [key, words] of french) expect(words, key).not.toMatch(/[^\s\u00a0][?!;»]|\S:(\s|$)/u);
});

function leaves(texts: object, path = ""): Map<string, string> {
	return new Map(
		Object.entries(texts).flatMap(([key, value]): [string, string][] =>
			typeof value === "string" ? [[`${path}${key}`, value]] : [...leaves(value, `${path}${key}.`)],
		),
	);
}

function valuesIn(words: string): string[] {
	return [...words.matchAll(/\{\{\s*(\w+)/g)].map(([, name = ""]) => name).sort();
}
