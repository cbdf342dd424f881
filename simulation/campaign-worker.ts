import { hasDoor } from "./door/open-door.ts";
import { simulate } from "./simulate.ts";
import type { Tally } from "./tally.ts";

/** What a campaign asks of one of its processes. */
export type Order = { seed: number; days: number; acts: number };

/** What came of it. */
export type Answer = { seed: number } & ({ tally: Tally } | { why: string });

/** Lives the seeds that the campaign sends, one after another, until it hangs up. */
export function answerAsWorker(): void {
	process.on("message", async (order: Order) => {
		process.send?.(await answer(order));
	});
	process.on("disconnect", () => process.exit(0));
}

async function answer(order: Order): Promise<Answer> {
	const { seed } = order;
	try {
		return { seed, tally: (await simulate({ ...order, door: hasDoor(seed) })).tally };
	} catch (error) {
		// Whatever it is, the seed failed; its own run shows more.
		return { seed, why: error instanceof Error ? (error.stack ?? error.message) : String(error) };
	}
}
