import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { decide } from "#protocols/casework/decide.ts";
import { historyOf } from "./history.ts";
import { decideAndRecord, type Recorded } from "./journal.ts";
import { timers } from "./schema/journal.ts";
import { shareCommit } from "./shared-commit.ts";
import { tellInStore } from "./small-casework.ts";
import { actingFor } from "./small-story.ts";
import { momentAt, monday, type SmallTerritory, smallTerritory } from "./small-territory.ts";

test("acts that wait at the same time are committed by one transaction", async () => {
	const territory = stage(5);
	const commits = commitsOf(territory);

	const recorded = await Promise.all([1, 2, 3, 4, 5].map((pk) => answers(territory, pk)));

	expect(recorded.map(({ recorded: done }) => done)).toEqual([true, true, true, true, true]);
	expect(commits()).toBe(1);
	expect([1, 2, 3, 4, 5].map((pk) => historyOf(territory.db, pk).length)).toEqual([2, 2, 2, 2, 2]);
});

test("more of them than one transaction takes wait for the next, and none is forgotten", async () => {
	const territory = smallTerritory();
	const commits = commitsOf(territory);
	const done: number[] = [];

	await Promise.all(
		Array.from({ length: 40 }, (_, index) =>
			shareCommit(territory.db, () => index).then((value) => done.push(value)),
		),
	);

	expect(done).toEqual(Array.from({ length: 40 }, (_, index) => index));
	expect(commits()).toBe(3);
});

test("one that fails is undone alone, and told alone", async () => {
	const territory = stage(2);
	const fails = () => {
		territory.db.update(timers).set({ stage: "soon" }).where(eq(timers.situationPk, 2)).run();
		throw new Error("a fault of its own");
	};
	const before = timersOf(territory, 2);

	const [first, second, third] = await Promise.allSettled([
		answers(territory, 1),
		shareCommit(territory.db, fails),
		answers(territory, 2, "receive-nothing"),
	]);

	expect(first.status).toBe("fulfilled");
	expect(second).toMatchObject({ status: "rejected", reason: { message: "a fault of its own" } });
	expect(third).toMatchObject({ status: "fulfilled", value: { recorded: false } });
	expect(historyOf(territory.db, 1)).toHaveLength(2);
	expect(timersOf(territory, 2)).toEqual(before);
});

test("where nothing can be committed everybody hears it, and the next is not held up", async () => {
	const territory = stage(2);
	territory.db.$client.pragma("query_only = ON");
	const both = await Promise.allSettled([answers(territory, 1), answers(territory, 2)]);
	territory.db.$client.pragma("query_only = OFF");

	const again = await answers(territory, 1);

	expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
	expect(again.recorded).toBe(true);
	expect(historyOf(territory.db, 2)).toHaveLength(1);
});

function stage(count: number): SmallTerritory {
	const territory = smallTerritory();
	for (let seed = 1; seed <= count; seed += 1) tellInStore(territory, [], { seed });
	return territory;
}

function answers(
	{ db, territoryId }: SmallTerritory,
	situationPk: number,
	step = "receive-sign",
): Promise<Recorded> {
	const moment = momentAt(monday + 3_600_000, situationPk);
	return shareCommit(db, () =>
		decideAndRecord(db, { territoryId, situationPk }, moment, (situation, circumstances) =>
			decide(
				situation,
				{
					type: "answer-step",
					acting: actingFor("spotter"),
					seen: 1,
					step,
					outcome: "RISK",
					answers: { concern_level: "L2_RISK", information_given: ["MINOR_YES"] },
				},
				circumstances,
			),
		),
	);
}

function timersOf({ db }: SmallTerritory, situationPk: number) {
	return db.select().from(timers).where(eq(timers.situationPk, situationPk)).all();
}

/** Counts the transactions that were begun from now on; what is nested in one is no other. */
function commitsOf({ db }: SmallTerritory): () => number {
	let commits = 0;
	const { transaction } = db.$client;
	db.$client.transaction = ((act: (...given: unknown[]) => unknown) => {
		const made = transaction.call(db.$client, act);
		const immediate = (...given: unknown[]) => {
			if (!db.$client.inTransaction) commits += 1;
			return made.immediate(...given);
		};
		return Object.assign((...given: unknown[]) => made(...given), made, { immediate });
	}) as unknown as typeof transaction;
	return () => commits;
}
