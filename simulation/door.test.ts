import { afterAll, expect, test } from "vitest";
import { closeDoors } from "./door/open-door.ts";
import { simulate } from "./simulate.ts";
import { addTally, emptyTally } from "./tally.ts";

afterAll(closeDoors);

test("every promise holds where people come by the real door", { timeout: 300_000 }, async () => {
	const lived = emptyTally();
	for (const seed of [10, 20]) {
		addTally(lived, (await simulate({ seed, days: 4, acts: 40, door: true })).tally);
	}

	const { acts, counts } = lived;
	expect(counts["pages asked at the door"]).toBeGreaterThan(30);
	expect(acts["door: a form"]?.accepted).toBeGreaterThan(0);
	expect(acts["door: a form"]?.refused).toBeGreaterThan(0);
	expect(acts["door: an address of another structure"]).toEqual({
		accepted: 0,
		refused: expect.any(Number),
	});
	expect(acts["door: somebody whose place ended"]?.accepted).toBe(0);
});
