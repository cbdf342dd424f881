import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { historyOf, situationOf } from "./history.ts";
import { journal, timers } from "./schema/journal.ts";
import { accompanied, sentToCrip, tellInStore } from "./small-casework.ts";
import { momentAt, type SmallTerritory, smallTerritory } from "./small-territory.ts";
import { nextStrikeAt, type Sweep, sweepTimers } from "./timers.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

test("with nobody looking, thirty days let each clock strike once for each of its stages", () => {
	const territory = smallTerritory();
	const { situationPk, now } = tellInStore(territory, accompanied);

	const struck = sweepHourly(territory, now, 30);

	const strikes = strikesIn(territory, situationPk);
	expect(struck).toBe(strikes.length);
	expect(strikes).toContain("step:first-contact overdue");
	expect(strikes).toContain("step:ask-care overdue");
	expect(new Set(strikes).size).toBe(strikes.length);
});

test("a sweep that comes back finds nothing left to do", () => {
	const territory = smallTerritory();
	const { now } = tellInStore(territory, sentToCrip);
	sweepTimers(territory.db, momentAt(now + 30 * dayMs));
	sweepUntilQuiet(territory, now + 30 * dayMs);

	const again = sweepTimers(territory.db, momentAt(now + 30 * dayMs));

	expect(again).toEqual({ struck: 0, refused: [], faults: [], next: undefined });
});

test("a handoff that was sent has exactly one open timer, and none once it was unanswered too long", () => {
	const territory = smallTerritory();
	const { situationPk, now } = tellInStore(territory, sentToCrip);

	const open = handoffTimers(territory, situationPk);
	sweepHourly(territory, now, 5);
	const later = handoffTimers(territory, situationPk);

	expect(open).toHaveLength(1);
	expect(open[0]?.fireAt).toBeGreaterThan(now);
	expect(later).toHaveLength(1);
});

test("a strike that comes after a pause began does nothing", () => {
	const territory = smallTerritory();
	const { situationPk, now } = tellInStore(territory, [
		...accompanied,
		{ by: "lead", raises: "runaway" },
	]);
	const before = historyOf(territory.db, situationPk).length;
	// What a worker would hold that read its list before the runaway was raised.
	territory.db
		.update(timers)
		.set({ stage: "overdue", fireAt: now - 1 })
		.where(eq(timers.clock, "step:first-contact"))
		.run();

	const sweep = sweepTimers(territory.db, momentAt(now));

	expect(sweep).toMatchObject({
		struck: 0,
		refused: [{ situationPk, clock: "step:first-contact" }],
		faults: [],
	});
	expect(historyOf(territory.db, situationPk)).toHaveLength(before);
	expect(situationOf(territory.db, situationPk).clocks["step:first-contact"]?.pausedAt).toBe(now);
});

test("clocks that stand still have no instant to strike at", () => {
	const territory = smallTerritory();
	const { situationPk } = tellInStore(territory, [
		...accompanied,
		{ by: "lead", raises: "runaway" },
	]);

	const paused = timersOf(territory, situationPk).filter(({ fireAt }) => fireAt === null);

	expect(paused.map(({ clock }) => clock).sort()).toEqual(["step:ask-care", "step:first-contact"]);
});

test("clocks that cannot strike stop no other one, even when they are more than a batch", () => {
	const territory = smallTerritory();
	const poisoned = [1, 2, 3].map((seed) => tellInStore(territory, sentToCrip, { seed }));
	const healthy = tellInStore(territory, sentToCrip, { seed: 4 });
	for (const { situationPk } of poisoned) damage(territory, situationPk);
	const now = healthy.now + 30 * dayMs;

	const first = sweepTimers(territory.db, momentAt(now), { limit: 3 });
	const rest = sweepOn(territory, now, first, 3);

	expect(first.struck).toBe(0);
	expect(first.faults.length + rest.faults).toBeGreaterThanOrEqual(3);
	expect(rest.struck).toBeGreaterThan(0);
	expect(strikesIn(territory, healthy.situationPk).length).toBe(rest.struck);
});

test("where the store itself is at fault, the sweep ends at once instead of waiting for each clock", () => {
	const territory = smallTerritory();
	const { now } = tellInStore(territory, sentToCrip);
	territory.db.$client.pragma("query_only = ON");

	const sweep = () => sweepTimers(territory.db, momentAt(now + 30 * dayMs));

	expect(sweep).toThrow("readonly");
});

test("the next strike is known, so that whoever waits can wait long enough", () => {
	const territory = smallTerritory();
	const empty = nextStrikeAt(territory.db);
	const { situationPk } = tellInStore(territory, sentToCrip);

	const next = nextStrikeAt(territory.db);

	const instants = timersOf(territory, situationPk).flatMap(({ fireAt }) => fireAt ?? []);
	expect(empty).toBeUndefined();
	expect(next).toBe(Math.min(...instants));
});

/** Sweeps each hour, as a worker would who is awake all the time. */
function sweepHourly({ db }: SmallTerritory, from: number, days: number): number {
	const hours = Array.from({ length: days * 24 }, (_, hour) => from + hour * hourMs);
	return hours.reduce((struck, now) => struck + sweepTimers(db, momentAt(now)).struck, 0);
}

function sweepUntilQuiet({ db }: SmallTerritory, now: number): void {
	while (sweepTimers(db, momentAt(now)).struck > 0);
}

/** The batches behind the first one. */
function sweepOn({ db }: SmallTerritory, now: number, first: Sweep, limit: number) {
	const rest = { struck: 0, faults: 0 };
	for (let after = first.next; after; ) {
		const sweep = sweepTimers(db, momentAt(now), { limit, after });
		rest.struck += sweep.struck;
		rest.faults += sweep.faults.length;
		after = sweep.next;
	}
	return rest;
}

/** Makes a history unreadable, as a damaged file would, behind the back of the trigger. */
function damage({ db }: SmallTerritory, situationPk: number): void {
	db.$client.exec("DROP TRIGGER IF EXISTS journal_refuses_update");
	db.update(journal)
		.set({ sealed: Buffer.alloc(99) })
		.where(and(eq(journal.situationPk, situationPk), eq(journal.position, 1)))
		.run();
}

function timersOf({ db }: SmallTerritory, situationPk: number) {
	return db.select().from(timers).where(eq(timers.situationPk, situationPk)).all();
}

function handoffTimers(territory: SmallTerritory, situationPk: number) {
	return timersOf(territory, situationPk).filter(({ clock }) => clock.startsWith("handoff:"));
}

function strikesIn({ db }: SmallTerritory, situationPk: number): string[] {
	return historyOf(db, situationPk).flatMap((event) =>
		event.type === "clock-struck" ? [`${event.clock} ${event.stage}`] : [],
	);
}
