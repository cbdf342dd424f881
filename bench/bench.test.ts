import { describe, expect, test } from "vitest";
import { checkRows } from "#db/rebuild.ts";
import { closeStores } from "#db/stores.ts";
import { budgetFiles, budgetOf } from "./budget.ts";
import { measured, measureOf } from "./measure.ts";
import { openAgain } from "./stage.ts";
import { history } from "./ten-years.ts";

/*
 * The bench is run by hand; here it is kept from rotting: each budget at a tiny size, what both sides
 * answer compared as before every measurement. Nothing is said of any time.
 */
const served = [2, 3];
const alone = Object.keys(budgetFiles)
	.map(Number)
	.filter((number) => !served.includes(number) && number !== 11);

describe("the bench", () => {
	test.each(alone)("still compares both sides of budget %i", async (number) => {
		await expectComparison(number);
	});

	// Each starts the whole application from its sources.
	test.each(served)(
		"still compares both servers of budget %i",
		async (number) => {
			await expectComparison(number);
		},
		240_000,
	);

	test("still makes years of history that a server can open, and whose rows are told by it", () => {
		const { directory, events, situations } = history(20);

		const db = openAgain(directory);

		expect(situations).toBeGreaterThan(40);
		expect(events).toBeGreaterThan(situations);
		expect(checkRows(db)).toEqual([]);
		closeStores(db);
	});

	test("takes the median of the rounds that count", async () => {
		const times = [9, 3, 1, 2];

		const { said } = await measured(3, { said: () => times.shift() });

		expect(said).toEqual({ median: 2, least: 1, most: 3, rounds: 3 });
		expect(measureOf([]).rounds).toBe(0);
	});
});

async function expectComparison(number: number): Promise<void> {
	const budget = await budgetOf(number);

	const { seen, claims } = await budget.run("tiny");

	const answers = claims.filter(({ kind }) => kind === "answer");
	expect(budget.number).toBe(number);
	expect(answers.length).toBeGreaterThan(0);
	expect(claims.length).toBeGreaterThan(answers.length);
	expect(answers.filter(({ holds }) => !holds)).toEqual([]);
	expect(seen.join()).not.toMatch(/NaN|Infinity|undefined/);
}
