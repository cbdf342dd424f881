import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalBytes, genesis, linkAfter, linkLength, type Part } from "./chain.ts";

const part: fc.Arbitrary<Part> = fc.oneof(
	fc.constant(null),
	fc.maxSafeInteger(),
	fc.string({ unit: "binary" }),
	fc.uint8Array(),
);
const parts = fc.array(part, { maxLength: 6 });

/** The same list always reads the same here, and different lists never do. */
const written = (list: readonly Part[]) =>
	JSON.stringify(
		list.map((one) => {
			if (one instanceof Uint8Array) return ["bytes", Buffer.from(one).toString("hex")];
			return [typeof one, one];
		}),
	);

const nothing = new Uint8Array();
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

test("a link is what anyone computes with SHA-256", () => {
	// 32 zeros, then a string "a" (kind 2, length 1), then nothing (kind 0, length 0).
	expect(hex(linkAfter(genesis, ["a", null]))).toBe(
		"5a749c975d31f536bff41e26a47aa88bfdf95b997a8c008f22e19a5b7a332cbc",
	);
});

test("the kinds of a part are told from each other", () => {
	const alike: Part[] = [null, "", new Uint8Array(), 0, "0", Buffer.from("0"), "null"];
	expect(new Set(alike.map((one) => hex(linkAfter(genesis, [one])))).size).toBe(alike.length);
});

test("two lists are written alike only when they are alike", () => {
	fc.assert(
		fc.property(parts, parts, (one, other) => {
			const alike = written(one) === written(other);
			expect(hex(canonicalBytes(one)) === hex(canonicalBytes(other))).toBe(alike);
		}),
		{ numRuns: 2_000 },
	);
});

test("bytes do not move unseen from one part to its neighbour", () => {
	const list = fc.array(fc.uint8Array({ minLength: 1 }), { minLength: 2, maxLength: 5 });
	fc.assert(
		fc.property(list, ([first = nothing, second = nothing, ...rest]) => {
			const link = hex(linkAfter(genesis, [first, second, ...rest]));
			const moved = Buffer.concat([first, second.subarray(0, 1)]);
			const joined = Buffer.concat([first, second]);
			expect(hex(linkAfter(genesis, [moved, second.subarray(1), ...rest]))).not.toBe(link);
			expect(hex(linkAfter(genesis, [joined, ...rest]))).not.toBe(link);
		}),
		{ numRuns: 2_000 },
	);
});

test("a link depends on everything that came before", () => {
	fc.assert(
		fc.property(parts, parts, (one, other) => {
			fc.pre(written(one) !== written(other));
			const last = ["the same"];
			expect(hex(linkAfter(linkAfter(genesis, one), last))).not.toBe(
				hex(linkAfter(linkAfter(genesis, other), last)),
			);
		}),
	);
});

test("what is not a link, or not a whole number, is refused", () => {
	expect(() => linkAfter(new Uint8Array(linkLength - 1), [])).toThrow(RangeError);
	expect(() => linkAfter(genesis, [0.5])).toThrow(RangeError);
	expect(() => linkAfter(genesis, [Number.NaN])).toThrow(RangeError);
});
