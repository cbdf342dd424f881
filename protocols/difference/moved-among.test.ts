import fc from "fast-check";
import { expect, test } from "vitest";
import { movedAmong } from "./moved-among.ts";

test.each([
	["abcd", "abcd", ""],
	["abcd", "bcda", "a"],
	["abcd", "dabc", "d"],
	["abcd", "axbycd", ""],
	["abcd", "bd", ""],
	["abcd", "dcba", "dcb"],
])("of %s as %s, as few as possible have moved: %s", (before, after, moved) => {
	expect(movedAmong([...before], [...after])).toHaveLength(moved.length);
	if (moved.length === 1) expect(movedAmong([...before], [...after])).toEqual([moved]);
});

test("without those that moved, both orders are the same", () => {
	const names = fc.shuffledSubarray([..."abcdefgh"]);
	fc.assert(
		fc.property(names, names, (before, after) => {
			const moved = new Set(movedAmong(before, after));
			const stays = (list: string[], other: string[]) =>
				list.filter((name) => other.includes(name) && !moved.has(name));

			expect(stays(after, before)).toEqual(stays(before, after));
		}),
	);
});
