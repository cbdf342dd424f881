import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { changeRetention } from "#db/retention-policy.ts";
import { repeatableChance } from "#db/seed/chance.ts";
import { chanceFrom } from "#protocols/casework/random-walk.ts";
import { liveDay } from "./day.ts";
import { openDoor } from "./door/open-door.ts";
import type { Memory } from "./invariants/memory.ts";
import { ledger } from "./ledger.ts";
import { servicesOf } from "./machine.ts";
import { postbox } from "./postbox.ts";
import type { Planted, Run } from "./run.ts";
import { simulatedStore } from "./store.ts";
import { emptyTally, noteCount, type Tally } from "./tally.ts";
import { settleTerritories } from "./territories.ts";
import { virtualClock } from "./virtual-clock.ts";

const dayMs = 86_400_000;
/**
 * Simulations begin on one of the hundred Mondays from this one on. It is far ahead because the
 * library of sessions also asks the machine whether one is over: none may end before it began.
 */
const firstMonday = Date.UTC(2086, 8, 2);

/** What a disk loses with its power is proved elsewhere: here a file in memory is as real, and faster. */
const shelf = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

export type Wanted = {
	seed: number;
	days: number;
	/** About how many acts on a working day. */
	acts?: number;
	trace?: (line: string) => void;
	planted?: Planted;
	/** Whether some of the acts go through the real application over HTTP, with real sessions. */
	door?: boolean;
};

/** What a simulation came to. */
export type Simulated = { seed: number; tally: Tally; journal: string; letters: string };

/**
 * Lives so many days in two territories, by chance that repeats itself, and looks after every step
 * and every day whether each promise holds.
 *
 * @throws Broken when one does not
 */
export async function simulate({
	seed,
	days,
	acts = 12,
	trace,
	planted,
	door = false,
}: Wanted): Promise<Simulated> {
	const { run, memory } = settled(seed, trace, planted);
	try {
		if (door) await openTo(run);
		for (let day = 0; day < days; day += 1) {
			await liveDay(run, memory, {
				...{ startsAt: run.startsAt + day * dayMs, acts },
				whole: day % 7 === 6 || day === days - 1,
			});
		}
		noteCount(run.tally, "situations", memory.size);
		noteCount(run.tally, "messages", run.ledger.messages);
		noteCount(run.tally, "letters", run.postbox.arrived.length);
		const { tally } = run;
		return { seed, tally, journal: run.ledger.digest(), letters: run.postbox.digest() };
	} finally {
		await run.door?.close();
		run.store.close();
	}
}

async function openTo(run: Run): Promise<void> {
	run.door = await openDoor();
	run.door.serve(run.services);
}

function settled(seed: number, trace: Wanted["trace"], planted: Planted = {}) {
	const chance = chanceFrom(seed);
	const random = repeatableChance(`simulation ${seed}`);
	const startsAt = firstMonday + chance(100) * 7 * dayMs;
	const clock = virtualClock(startsAt);
	const store = simulatedStore(mkdtempSync(join(shelf, "relais-simulation-")));
	const places = settleTerritories(store.db, chance, startsAt);
	const crowd = chance(4) === 0 ? 4 : 1;
	const box = postbox();
	const given = { store, clock, random, postbox: box };
	for (const { territoryId, coordination } of places) {
		// The shortest terms that a territory may set, so that they come to pass.
		changeRetention(
			store.db,
			{ now: startsAt, random },
			{
				...{ territoryId, actor: `${coordination}-member`, structureId: coordination },
				policy: {
					reminderDays: 14,
					proposalDays: 28,
					closureDays: 56,
					purgeDays: 30,
					longerReason: null,
				},
			},
		);
	}
	const memory: Memory = new Map();
	const run: Run & { startsAt: number } = {
		...{ seed, chance, places, crowd, ledger: ledger(), tally: emptyTally(), startsAt, ...given },
		services: servicesOf(given),
		planted,
		door: undefined,
		trace: (line) => trace?.(`${new Date(clock.now()).toISOString()} ${line}`),
	};
	run.services.witness.begin();
	return { run, memory };
}
