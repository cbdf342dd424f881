import { asc } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decide } from "#protocols/casework/decide.ts";
import type { ClockId } from "#protocols/casework/situation.ts";
import type { Act } from "#protocols/catalogue/scenario.ts";
import { historyOf } from "./history.ts";
import { decideAndRecord } from "./journal.ts";
import { checkRows } from "./rebuild.ts";
import { outbox, timers } from "./schema/journal.ts";
import { accompanied, sentToCrip, tellInStore } from "./small-casework.ts";
import { momentAt, monday, type SmallTerritory, smallTerritory } from "./small-territory.ts";
import { type Sweep, sweepTimers } from "./timers.ts";

const hourMs = 3_600_000;

type Told = { acts: Act[]; seed: number; startsAt: number };

const told: fc.Arbitrary<Told[]> = fc
	.array(
		fc.record({
			acts: fc.constantFrom(sentToCrip.slice(0, 1), sentToCrip, accompanied),
			startsAt: fc.integer({ min: 0, max: 100 }).map((hours) => monday + hours * hourMs),
		}),
		{ minLength: 1, maxLength: 3 },
	)
	.map((all) => all.map((one, index) => ({ ...one, seed: index + 1 })));

describe("a sweep of several clocks at once", () => {
	test("leaves the same histories, timers and messages as one transaction for each strike", () => {
		fc.assert(
			fc.property(
				told,
				fc.integer({ min: 1, max: 60 }),
				fc.integer({ min: 1, max: 4 }),
				(situations, days, portion) => {
					const now = monday + days * 24 * hourMs;
					const together = stage(situations);
					const alone = stage(situations);

					sweepOn(together, now, { portion });
					strikeAlone(alone, now);

					expect(heldBy(together)).toEqual(heldBy(alone));
					expect(checkRows(together.db)).toEqual([]);
				},
			),
			{ numRuns: 8 },
		);
	});

	test("cut off in the middle leaves nothing behind, and the next one does the whole", () => {
		const situations = [1, 2, 3].map((seed) => ({ acts: accompanied, seed, startsAt: monday }));
		const now = monday + 30 * 24 * hourMs;
		const cut = stage(situations);
		const whole = stage(situations);
		const before = heldBy(cut);
		let asked = 0;
		const cutOff = () => {
			asked += 1;
			if (asked === 2) throw new Error("cut off");
			return true;
		};

		expect(() => sweepTimers(cut.db, momentAt(now), { goesOn: cutOff })).toThrow("cut off");
		const after = heldBy(cut);
		sweepOn(cut, now, {});
		sweepOn(whole, now, {});

		expect(after).toEqual(before);
		expect(heldBy(cut)).toEqual(heldBy(whole));
	});

	test("lets every other clock strike of a situation in which one cannot", () => {
		const { db, ...territory } = stage([{ acts: accompanied, seed: 1, startsAt: monday }]);
		// The last strike of that clock leaves a row that the store refuses.
		db.$client.exec(
			`CREATE TRIGGER poison BEFORE INSERT ON timers
			WHEN NEW.clock = 'step:ask-care' AND NEW.fire_at IS NULL
			BEGIN SELECT RAISE(ABORT, 'poison'); END`,
		);

		const sweep = sweepTimers(db, momentAt(monday + 60 * 24 * hourMs));

		const failed = new Set(sweep.faults.map(({ clock }) => clock));
		const struck = strikesIn({ db, ...territory });
		expect(failed).toEqual(new Set(["step:ask-care"]));
		expect(struck).toContain("step:first-contact overdue");
		expect(checkRows(db)).toEqual([]);
	});

	test("ends after the situation in which its time was up, and the next goes on behind it", () => {
		const situations = [1, 2, 3].map((seed) => ({ acts: sentToCrip, seed, startsAt: monday }));
		const territory = stage(situations);
		const now = monday + 30 * 24 * hourMs;

		const first = sweepTimers(territory.db, momentAt(now), { goesOn: () => false });
		const portions = sweepOn(territory, now, { portion: 1 });

		expect(first.struck).toBeGreaterThan(0);
		expect(first.next).toBeDefined();
		expect(portions).toBeGreaterThanOrEqual(2);
		expect(sweepTimers(territory.db, momentAt(now)).struck).toBe(0);
	});
});

function stage(situations: Told[]): SmallTerritory {
	const territory = smallTerritory();
	for (const { acts, ...telling } of situations) tellInStore(territory, acts, telling);
	return territory;
}

/** Sweeps until nothing is due, so many situations at a time. @returns how many portions it took */
function sweepOn({ db }: SmallTerritory, now: number, { portion = 100 }): number {
	let portions = 0;
	let after: Sweep["next"];
	do {
		let asked = 0;
		const goesOn = () => {
			asked += 1;
			return asked < portion;
		};
		after = sweepTimers(db, momentAt(now), { after, goesOn }).next;
		portions += 1;
	} while (after);
	return portions;
}

/** What the sweep does, the slow way: the clock that is longest due, alone, as a person's act is. */
function strikeAlone({ db, territoryId }: SmallTerritory, now: number): void {
	for (;;) {
		const [due] = db
			.select()
			.from(timers)
			.orderBy(asc(timers.fireAt), asc(timers.situationPk), asc(timers.clock))
			.all()
			.filter(({ fireAt }) => fireAt !== null && fireAt <= now);
		if (!due?.stage) return;
		const { situationPk, stage: rung } = due;
		const clock = due.clock as ClockId;
		const key = { territoryId, situationPk };
		const done = decideAndRecord(db, key, momentAt(now), (situation, circumstances) =>
			decide(situation, { type: "strike-clock", clock, stage: rung }, circumstances),
		);
		if (!done.recorded) throw new Error(`${clock}: ${done.refusal.code}`);
	}
}

/** Everything that a sweep changes, in an order that says nothing of how it was done. */
function heldBy({ db }: SmallTerritory) {
	const rows = db.select().from(timers).all();
	const pks = [...new Set(rows.map(({ situationPk }) => situationPk))].sort();
	const messages = db.select().from(outbox).all();
	return {
		histories: pks.map((pk) => historyOf(db, pk)),
		timers: rows.map((row) => JSON.stringify(row)).sort(),
		messages: messages.map(({ id: _, ...message }) => JSON.stringify(message)).sort(),
	};
}

function strikesIn({ db }: SmallTerritory): string[] {
	return historyOf(db, 1).flatMap((event) =>
		event.type === "clock-struck" ? [`${event.clock} ${event.stage}`] : [],
	);
}
