import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monday } from "#db/small-territory.ts";
import { closeStores, openStores, placesIn } from "#db/stores.ts";
import { type Chance, rarely } from "#protocols/casework/random-choice.ts";
import { chanceFrom } from "#protocols/casework/random-walk.ts";
import type { World } from "./acts.ts";
import { differencesBetween } from "./compare-stores.ts";
import { drawPlan } from "./kill-plan.ts";
import { emptyLedger, enter, type Ledger, lostFrom, settleUnanswered } from "./ledger.ts";
import { liveAndDie } from "./life.ts";
import { faultsOf } from "./soundness.ts";
import { type Twin, twinOf } from "./twin.ts";

/** What a campaign met. */
export type Tally = {
	kills: number;
	acknowledged: number;
	handoffs: number;
	events: number;
	messages: number;
	/** Kills that left an act unanswered, and how many of those acts had happened. */
	cut: number;
	cutAndRecorded: number;
	sentAgain: number;
};

const yearMs = 365 * 24 * 3_600_000;

/** What a campaign works with: the writer, as one file, and a settled store to begin with. */
export type Stage = { program: string; store: string; territory: Omit<World, "seed"> };

/**
 * Kills writers in one store, one after another, and looks at what each left.
 *
 * @throws Error naming everything that does not agree after a kill
 */
export async function killWriters(
	{ program, store, territory }: Stage,
	seed: number,
	kills: number,
): Promise<Tally> {
	const place = mkdtempSync(join(tmpdir(), "relais-crash-"));
	const world = { ...territory, seed };
	try {
		cpSync(store, join(place, "store"), { recursive: true });
		const twin = twinOf(store, join(place, "twin"), world);
		try {
			return await killOneByOne({ program, place, world, twin, kills });
		} finally {
			twin.close();
		}
	} finally {
		rmSync(place, { recursive: true, force: true });
	}
}

type Asked = { program: string; place: string; world: World; twin: Twin; kills: number };

async function killOneByOne({ program, place, world, twin, kills }: Asked): Promise<Tally> {
	const ledger = emptyLedger();
	const chance = chanceFrom(world.seed);
	const tally = { kills: 0, cut: 0, cutAndRecorded: 0 };
	let from = 0;
	while (tally.kills < kills) {
		const plan = drawPlan(chance);
		const beginning = {
			directory: join(place, "store"),
			world,
			from,
			again: again(ledger, chance),
		};
		const said = await liveAndDie(program, beginning, plan);
		tally.kills += 1;
		const wrong = enter(ledger, twin, said);
		const { unanswered } = ledger;
		from = Math.max(from, ...ledger.acknowledged.slice(-1).map(({ act }) => act.index + 1));
		if (unanswered) from = Math.max(from, unanswered.index + 1);

		wrong.push(...look(place, ledger, twin, monday + yearMs));
		if (wrong.length > 0) {
			const where = `kill ${tally.kills} (${JSON.stringify(plan)})`;
			throw new Error(`${where}:\n${wrong.slice(0, 8).join("\n")}`);
		}
		if (unanswered) tally.cut += 1;
		if (unanswered && twin.answerTo(unanswered.index)) tally.cutAndRecorded += 1;
	}
	return { ...tally, ...countsOf(ledger, twin) };
}

/** What the next writer sends again: what was cut, and now and then what was answered. */
function again({ unanswered, latest }: Ledger, chance: Chance) {
	const answered = latest && rarely(chance, 2) ? [latest] : [];
	return [...answered, ...(unanswered ? [unanswered] : [])];
}

/** Looks at a copy: the next writer finds the files as the kill left them, and mends them itself. */
function look(place: string, ledger: Ledger, twin: Twin, now: number): string[] {
	const copy = join(place, "copy");
	rmSync(copy, { recursive: true, force: true });
	cpSync(join(place, "store"), copy, {
		recursive: true,
		filter: (file) => !file.endsWith("-shm"),
	});
	const db = openStores(placesIn(copy));
	try {
		settleUnanswered(db, ledger, twin);
		return [...lostFrom(db, ledger), ...differencesBetween(db, twin.db), ...faultsOf(db, now)];
	} finally {
		closeStores(db);
	}
}

function countsOf({ acknowledged, sentAgain }: Ledger, { db }: Twin) {
	const count = (table: string) =>
		Number(db.$client.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
	return {
		acknowledged: acknowledged.length,
		sentAgain,
		handoffs: count("handoffs"),
		events: count("journal"),
		messages: count("outbox"),
	};
}
