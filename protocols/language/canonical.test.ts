import { expect, test } from "vitest";
import { canonicalJson } from "./canonical.ts";
import { changedExample } from "./changed-example.ts";

test("keys in another order give the same text, however deep they stand", () => {
	const one = canonicalJson({ b: 1, a: { d: [{ f: 1, e: 2 }], c: "x" } });

	const other = canonicalJson({ a: { c: "x", d: [{ e: 2, f: 1 }] }, b: 1 });

	expect(one).toBe('{"a":{"c":"x","d":[{"e":2,"f":1}]},"b":1}');
	expect(other).toBe(one);
});

test("white space between the parts changes nothing", () => {
	const document = changedExample();

	const spaced = JSON.parse(JSON.stringify(document, null, "\t"));

	expect(canonicalJson(spaced)).toBe(canonicalJson(document));
});

test("every key of the example may move without another identity", () => {
	const document = changedExample();

	expect(canonicalJson(turned(document))).toBe(canonicalJson(document));
	expect(JSON.stringify(turned(document))).not.toBe(JSON.stringify(document));
});

test("the order of a list is content", () => {
	expect(canonicalJson(["a", "b"])).not.toBe(canonicalJson(["b", "a"]));
});

test("a changed letter is another identity", () => {
	const changed = changedExample({ at: ["title", "fr"], becomes: "Exemple courts" });

	expect(canonicalJson(changed)).not.toBe(canonicalJson(changedExample()));
});

test("what is read back says the same again", () => {
	const text = canonicalJson(changedExample());

	expect(JSON.parse(text)).toEqual(changedExample());
	expect(canonicalJson(JSON.parse(text))).toBe(text);
});

test("a part left out and a part that is undefined are the same", () => {
	expect(canonicalJson({ a: 1, b: undefined })).toBe('{"a":1}');
});

test.each([
	[undefined],
	[() => 1],
	[Symbol("x")],
	[[undefined]],
	[Number.NaN],
	[Number.POSITIVE_INFINITY],
])("%o cannot be spelled", (value) => {
	expect(() => canonicalJson(value)).toThrow(TypeError);
});

/** The same document with the keys of every object the other way round. */
function turned(part: unknown): unknown {
	if (Array.isArray(part)) return part.map(turned);
	if (part === null || typeof part !== "object") return part;
	const entries = Object.entries(part).map(([key, inner]) => [key, turned(inner)]);
	return Object.fromEntries(entries.reverse());
}
