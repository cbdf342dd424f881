import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { killWriters } from "./campaign.ts";
import { killsInOneStore, replayOf, wordsFor } from "./kill.ts";
import { wordsForPower } from "./power/campaign.ts";
import { losePower } from "./power/power-loss.ts";
import { canRecord, type Recorder } from "./power/recording.ts";
import { makeStage } from "./stage.ts";

/** The same in each run; `CRASH_SEED=… npm run crash` runs another, and longer. */
const seed = Number(process.env.CRASH_SEED ?? 20_261_122);

let stage: Awaited<ReturnType<typeof makeStage>>;

beforeAll(async () => {
	stage = await makeStage();
}, 120_000);

afterAll(() => stage?.remove());

describe("a writer that is killed with no warning", () => {
	test.each([seed, seed + 1])(
		"has lost, doubled or torn nothing that it acknowledged: seed %i",
		{ timeout: 180_000 },
		async (own) => {
			const tally = await killWriters(stage, own, killsInOneStore).catch((error) => {
				throw new Error(replayOf(own, killsInOneStore, error), { cause: error });
			});

			process.stdout.write(`Seed ${own}: ${wordsFor(tally)}\n`);
			expect(tally.kills).toBe(killsInOneStore);
			expect(tally.handoffs).toBeGreaterThan(30);
			expect(tally.cut).toBeGreaterThan(0);
			expect(tally.sentAgain).toBeGreaterThan(0);
		},
	);
});

/** A machine that forbids to watch another process still works out what reached the disk. */
const recorders: Recorder[] = canRecord() ? ["strace", "own notes"] : ["own notes"];

describe("a power cut at each acknowledged act, of which only synced bytes remain", () => {
	const asked = { seed, acts: 20, partialImages: 1 };

	test.each(recorders)(
		"loses nothing of ours (recorded by %s)",
		{ timeout: 180_000 },
		async (recorder) => {
			const tally = await losePower(stage, { ...asked, recorder, synchronous: "FULL" });

			process.stdout.write(`By ${recorder}: ${wordsForPower("FULL", tally, seed)}\n`);
			expect(tally).toEqual({ points: 20, images: 40, lossy: 0, unsound: [] });
		},
	);

	test.each(recorders)(
		"is seen to lose acts of a store that waits less for the disk (recorded by %s)",
		{ timeout: 180_000 },
		async (recorder) => {
			const control = { ...asked, partialImages: 0, synchronous: "NORMAL" } as const;
			const tally = await losePower(stage, { ...control, recorder });

			process.stdout.write(`By ${recorder}: ${wordsForPower("NORMAL", tally, seed)}\n`);
			expect(tally.points).toBe(20);
			expect(tally.lossy).toBeGreaterThan(10);
		},
	);
});
