import { eq } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";
import { historyOf } from "#db/history.ts";
import { openIncidents } from "#db/incidents.ts";
import { timers } from "#db/schema/journal.ts";
import { sentToCrip, tellInStore } from "#db/small-casework.ts";
import { momentAt, monday, smallTerritory } from "#db/small-territory.ts";
import type { LogEvent } from "./log.server.ts";
import { testServices } from "./services.for-tests.ts";
import { sweepAll, timersWorker } from "./timers-worker.server.ts";
import { createVitals } from "./vitals.server.ts";

const dayMs = 86_400_000;

afterEach(() => {
	vi.useRealTimers();
});

test("what is due strikes, batch after batch, by the clock of the services", async () => {
	const { territory, services, lines } = serving(monday + 30 * dayMs, 30);

	await sweepAll(services);

	expect(strikesIn(territory)).toBeGreaterThanOrEqual(60);
	expect(lines).toEqual([]);
});

test("before its time nothing strikes", async () => {
	const { territory, services } = serving(monday, 1);

	await sweepAll(services);

	expect(strikesIn(territory)).toBe(0);
});

test("a clock that cannot strike is noted without a word of its content", async () => {
	const { territory, services, lines } = serving(monday + 30 * dayMs, 1);
	territory.db
		.insert(timers)
		.values({ situationPk: 1, clock: "step:gone", stage: "soon", fireAt: monday })
		.run();

	await sweepAll(services);

	expect(lines).toEqual([{ event: "clocks-failed", refused: 1, faults: [] }]);
	expect(strikesIn(territory)).toBeGreaterThan(0);
});

test("a clock that cannot strike is an incident until a whole sweep finds nothing wrong with it", async () => {
	const { territory, services } = serving(monday + 30 * dayMs, 1);
	const gone = { situationPk: 1, clock: "step:gone", stage: "soon", fireAt: monday } as const;
	territory.db.insert(timers).values(gone).run();

	await sweepAll(services);
	const open = openIncidents(territory.db);
	territory.db.delete(timers).where(eq(timers.clock, gone.clock)).run();
	await sweepAll(services);

	expect(open).toMatchObject([{ source: "timer", reason: "clock-refused" }]);
	expect(openIncidents(territory.db)).toEqual([]);
});

test("a sweep that reached its end breaks the silence; one that was stopped on its way does not", async () => {
	let ticks = 0;
	const { services } = serving(monday + 30 * dayMs, 1);
	const vitals = createVitals(() => ticks);
	ticks = 1000;

	await sweepAll({ ...services, vitals }, () => false, slowly());
	const stopped = vitals.silentMs();
	await sweepAll({ ...services, vitals });

	expect([stopped, vitals.silentMs()]).toEqual([1000, 0]);
});

test("a worker sweeps every twenty seconds, never two sweeps at once, and stops", async () => {
	vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
	const { territory, services } = serving(monday + 30 * dayMs, 30);
	const worker = timersWorker(services);

	worker.start();
	vi.advanceTimersByTime(19_999);
	const before = strikesIn(territory);
	vi.advanceTimersByTime(1);
	const first = strikesIn(territory);
	vi.advanceTimersByTime(20_000);
	const whileSweeping = strikesIn(territory);
	worker.stop();
	await settled();

	expect(before).toBe(0);
	// One batch, then requests are served; the second ring finds the first sweep at work.
	expect(first).toBeGreaterThan(0);
	expect(whileSweeping).toBe(first);
	expect(strikesIn(territory)).toBe(first);
});

test("a store at fault is noted, and the next sweep tries again", async () => {
	vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
	const { territory, services, lines } = serving(monday + 30 * dayMs, 1);
	const worker = timersWorker(services);
	worker.start();

	territory.db.$client.pragma("query_only = ON");
	vi.advanceTimersByTime(20_000);
	await settled();
	territory.db.$client.pragma("query_only = OFF");
	vi.advanceTimersByTime(20_000);
	await settled();
	worker.stop();

	expect(lines).toEqual([{ event: "worker-failed", worker: "timers", className: "SqliteError" }]);
	expect(strikesIn(territory)).toBeGreaterThan(0);
});

/** Services on a small territory with some situations, at an instant. */
function serving(now: number, situations: number) {
	const territory = smallTerritory();
	for (let seed = 1; seed <= situations; seed += 1) tellInStore(territory, sentToCrip, { seed });
	const lines: LogEvent[] = [];
	const write = (line: LogEvent) => {
		lines.push(line);
	};
	const services = testServices({
		given: {
			db: territory.db,
			clock: { now: () => now },
			random: momentAt(now).random,
			log: { debug: write, info: write, warn: write, error: write },
		},
	});
	return { territory, services, lines };
}

function strikesIn({ db }: ReturnType<typeof smallTerritory>): number {
	const pks = db.$client.prepare("SELECT pk FROM situations").pluck().all() as number[];
	return pks.flatMap((pk) => historyOf(db, pk)).filter(({ type }) => type === "clock-struck")
		.length;
}

/** A stopwatch by which every look takes too long. */
function slowly(): () => number {
	let ms = 0;
	return () => {
		ms += 1000;
		return ms;
	};
}

/** Until what the event loop holds has been done. */
async function settled(): Promise<void> {
	for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
}
