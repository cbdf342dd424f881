import { describe, expect, test } from "vitest";
import { type DocumentChange, exampleAt } from "#protocols/language/changed-example.ts";
import { brokenPromises } from "./invariants.ts";
import { dayMs } from "./rehearsal.ts";
import { concernAccepted, supporting } from "./rehearsed-example.ts";
import { example, move } from "./rehearsed-move.ts";
import { raise } from "./wishes.ts";

const { firstAnalysis, runaway } = exampleAt;

describe("the clock of a step", () => {
	const delay = (n: number): DocumentChange => ({
		at: [...firstAnalysis, "delay"],
		becomes: { n, unit: "calendar-days", basis: "proposal" },
	});

	test("ends earlier where the other version gives less time", () => {
		const told = concernAccepted({}, delay(10));
		const { startedAt } = told.situation.clocks["step:first-analysis"] ?? { startedAt: 0 };

		told.does(move(example(delay(4))));

		const clock = told.situation.clocks["step:first-analysis"];
		expect(clock?.startedAt).toBe(startedAt);
		expect(clock && clock.dueAt - startedAt).toBeLessThanOrEqual(5 * dayMs);
		expect(clock?.strikes).toContainEqual({ stage: "overdue", at: clock?.dueAt });
		expect(clock?.twiceAt).toBe(clock?.strikes.at(-1)?.at);
	});

	test("never before the move: nobody was late by a rule that did not hold yet", () => {
		const told = concernAccepted({}, delay(10));
		told.sleeps(8 * dayMs);

		told.does(move(example(delay(2))));

		expect(told.situation.clocks["step:first-analysis"]?.dueAt).toBe(told.now);
	});

	test("keeps the earlier date where the other version gives more", () => {
		const told = concernAccepted({}, delay(4));
		const clock = told.situation.clocks["step:first-analysis"];

		told.does(move(example(delay(30))));

		expect(told.situation.clocks["step:first-analysis"]).toEqual(clock);
	});

	test("stands still where the other version pauses it during what runs", () => {
		const clocks = (becomes: string) => ({ at: [...runaway, "clocks"], becomes });
		const told = supporting({}, clocks("run"));
		told.does(raise("runaway"));
		const paused = () => told.situation.clocks["step:first-contact"]?.pausedAt !== undefined;
		expect(paused()).toBe(false);

		told.does(move(example(clocks("pause"))));

		expect(paused()).toBe(true);
		expect(brokenPromises(told.situation)).toEqual([]);
	});
});
