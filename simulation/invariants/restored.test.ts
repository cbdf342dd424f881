import { expect, test } from "vitest";
import { purgeSituation } from "#db/purge.ts";
import { closedSituation, later } from "#db/purge-stage.for-tests.ts";
import { brokenInCopy, brokenInKeeping, keptIn } from "./restored.ts";

const dayMs = 86_400_000;

test("a copy of what is still there has to be as it was", () => {
	const [copy, now] = [closedSituation().db, closedSituation().db];
	const then = keptIn(copy);
	expect(cameBack(brokenInCopy(copy, then, now))).toEqual([]);

	copy.$client.exec("UPDATE situations SET position = position - 1 WHERE pk = 2");

	expect(cameBack(brokenInCopy(copy, then, now))).toEqual([
		expect.stringMatching(/^Situation 2 came back as \d+ open, not as \d+ open\.$/),
	]);
	expect(brokenInCopy(copy, then, now)).toContain("In a copy, situations 2 position is wrong.");
});

test("what was forgotten since may not come back with a copy", () => {
	const [copy, now] = [closedSituation().db, closedSituation().db];
	const then = keptIn(copy);
	purgeSituation(now, 1, later);

	expect(cameBack(brokenInCopy(copy, then, now))).toEqual([
		"Situation 1 was forgotten, and came back with a backup.",
	]);
	purgeSituation(copy, 1, later);
	expect(brokenInCopy(copy, then, now)).toEqual([]);
});

/** What is said of situations, and not of their rows: the stage closes one behind its history. */
function cameBack(broken: readonly string[]): string[] {
	return broken.filter((promise) => promise.startsWith("Situation"));
}

test("keys older than a week may not lie in a backup, and the newest one is whole", () => {
	const files = { store: "store", keys: "keys" };
	const newest = { at: later, files };
	const old = { at: later - 8 * dayMs, files };

	expect(brokenInKeeping([newest, { ...old, files: { store: "store" } }], later)).toEqual([]);
	expect(brokenInKeeping([newest, old], later)).toHaveLength(1);
	expect(brokenInKeeping([{ at: later, files: { store: "store" } }], later)).toHaveLength(1);
});
