import { afterEach, expect, test, vi } from "vitest";
import { recordAudit } from "#db/audit.ts";
import { historyOf } from "#db/history.ts";
import { livedDaysOf } from "#db/lived-days.ts";
import { audit } from "#db/schema/audit.ts";
import { sentToCrip, tellInStore } from "#db/small-casework.ts";
import { momentAt, monday, smallTerritory } from "#db/small-territory.ts";
import { dayMs } from "#protocols/retention/due-act.ts";
import type { LogEvent } from "./log-events.ts";
import { keepRetention, retentionWorker } from "./retention-worker.server.ts";
import { testServices } from "./services.for-tests.ts";

const hourMs = 3_600_000;
const nothing = {
	remind: 0,
	propose: 0,
	arbitrate: 0,
	close: 0,
	purge: 0,
	unverified: 0,
	trail: 0,
};

afterEach(() => {
	vi.useRealTimers();
});

test("what is due is done at the first look of a day, and said in numbers", async () => {
	const stage = serving({ day: 61, situations: 30 });

	await keepRetention(stage.services);

	expect(stage.noted()).toBe(30);
	expect(stage.lines).toEqual([{ event: "retention-swept", ...nothing, remind: 30, faults: [] }]);
});

test("later looks of the same day do nothing, and say nothing", async () => {
	const stage = serving({ day: 61, situations: 1 });
	await keepRetention(stage.services);

	stage.lines.length = 0;
	stage.moveTo(61, 5 * hourMs);
	await keepRetention(stage.services);

	expect(stage.lines).toEqual([]);
	expect(livedDaysOf(stage.territory.db)).toHaveLength(1);
});

test("days on which nobody looked are told, and so is a clock that went back", async () => {
	const stage = serving({ day: 10, situations: 0 });
	await keepRetention(stage.services);

	stage.moveTo(15);
	await keepRetention(stage.services);
	stage.moveTo(12);
	await keepRetention(stage.services);

	expect(stage.lines).toEqual([
		{ event: "days-missing", missed: 4, ahead: 0 },
		{ event: "days-missing", missed: 0, ahead: 3 },
	]);
});

test("a day on which something went wrong is looked at again, until it is well", async () => {
	const stage = serving({ day: 61, situations: 1 });
	const { $client } = stage.territory.db;
	$client.exec(
		"CREATE TRIGGER at_fault BEFORE UPDATE ON situations BEGIN SELECT RAISE(ABORT, 'x'); END",
	);

	await keepRetention(stage.services);
	$client.exec("DROP TRIGGER at_fault");
	await keepRetention(stage.services);
	await keepRetention(stage.services);

	expect(stage.lines).toEqual([
		{ event: "retention-swept", ...nothing, faults: ["SqliteError"] },
		{ event: "retention-swept", ...nothing, remind: 1, faults: [] },
	]);
});

test("the trail lets go of what is older than twelve months, and says so", async () => {
	const stage = serving({ day: 0, situations: 0 });
	recordAudit(stage.territory.db, momentAt(monday), { actor: "nobody", act: "SIGN_IN_REFUSED" });
	for (let day = 360; day < 368; day += 1) {
		stage.moveTo(day);
		recordAudit(stage.territory.db, momentAt(monday + day * dayMs), {
			actor: "nobody",
			act: "SIGN_IN_REFUSED",
		});
		await keepRetention(stage.services);
	}

	const kept = stage.territory.db.select().from(audit).all();
	expect(kept.map(({ act }) => act)).toEqual([
		...Array<string>(8).fill("SIGN_IN_REFUSED"),
		"TRAIL_CLEANED",
	]);
	expect(stage.lines.at(-1)).toMatchObject({ event: "retention-swept", trail: 1 });
});

test("a clock that leapt forward a year takes nothing from the trail", async () => {
	const stage = serving({ day: 0, situations: 0 });
	for (let day = 0; day < 20; day += 1) {
		stage.moveTo(day);
		recordAudit(stage.territory.db, momentAt(monday + day * dayMs), {
			actor: "nobody",
			act: "SIGN_IN_REFUSED",
		});
		await keepRetention(stage.services);
	}

	stage.moveTo(400);
	recordAudit(stage.territory.db, momentAt(monday + 400 * dayMs), {
		actor: "nobody",
		act: "SIGN_IN_REFUSED",
	});
	await keepRetention(stage.services);

	expect(stage.territory.db.select().from(audit).all()).toHaveLength(21);
});

test("a worker looks when it starts and every hour, and stops", async () => {
	vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
	const stage = serving({ day: 61, situations: 1 });
	const worker = retentionWorker(stage.services);

	worker.start();
	await settled();
	const atStart = stage.noted();
	stage.moveTo(92);
	vi.advanceTimersByTime(hourMs);
	await settled();
	const anHourLater = stage.noted();
	worker.stop();
	stage.moveTo(400);
	vi.advanceTimersByTime(24 * hourMs);
	await settled();

	expect([atStart, anHourLater, stage.noted()]).toEqual([1, 2, 2]);
});

test("a store at fault is noted, and the next look tries again", async () => {
	vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
	const stage = serving({ day: 61, situations: 1 });
	const worker = retentionWorker(stage.services);

	stage.territory.db.$client.pragma("query_only = ON");
	worker.start();
	await settled();
	stage.territory.db.$client.pragma("query_only = OFF");
	vi.advanceTimersByTime(hourMs);
	await settled();
	worker.stop();

	expect(stage.lines).toMatchObject([
		{ event: "worker-failed", worker: "retention", className: "SqliteError" },
		{ event: "retention-swept", remind: 1 },
	]);
});

/** Services on a small territory, on a day after the Monday on which its situations began. */
function serving({ day, situations }: { day: number; situations: number }) {
	const territory = smallTerritory();
	for (let seed = 1; seed <= situations; seed += 1) {
		tellInStore(territory, sentToCrip.slice(0, 1), { seed });
	}
	const lines: LogEvent[] = [];
	const write = (line: LogEvent) => {
		lines.push(line);
	};
	let now = monday + day * dayMs;
	const services = testServices({
		given: {
			db: territory.db,
			clock: { now: () => now },
			random: momentAt(now).random,
			log: { debug: write, info: write, warn: write, error: write },
		},
	});
	return {
		...{ territory, services, lines },
		moveTo(next: number, laterMs = 0) {
			now = monday + next * dayMs + laterMs;
		},
		/** How often it was noted that nobody acts. */
		noted() {
			const pks = territory.db.$client.prepare("SELECT pk FROM situations").pluck().all();
			return (pks as number[])
				.flatMap((pk) => historyOf(territory.db, pk))
				.filter(({ type }) => type === "inactivity-noted").length;
		},
	};
}

/** Until what the event loop holds has been done. */
async function settled(): Promise<void> {
	for (let turn = 0; turn < 60; turn += 1) await new Promise(setImmediate);
}
