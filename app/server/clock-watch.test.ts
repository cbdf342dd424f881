import { expect, test } from "vitest";
import { recordAudit } from "#db/audit.ts";
import { migrate, openDb } from "#db/client.ts";
import { newestInstant } from "#db/newest-instant.ts";
import { momentAt, monday } from "#db/small-territory.ts";
import { createClockWatch } from "./clock-watch.server.ts";
import { noLog } from "./log.server.ts";
import type { LogEvent } from "./log-events.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

test("a clock that runs as time does raises no alarm, for ten years", () => {
	const watched = watching();

	for (let year = 0; year < 10; year += 1) {
		watched.pass(365 * 24 * hourMs);
		watched.watch.look();
	}

	expect(watched.watch.skew()).toBeUndefined();
	expect(watched.told).toEqual([]);
});

test.each([
	["back two hours", -2 * hourMs, "behind", "clock-behind"],
	["forward three days", 72 * hourMs, "ahead", "clock-ahead"],
	["forward six minutes", 6 * minuteMs, "ahead", "clock-ahead"],
] as const)("a clock set %s raises one alarm, until it is set right", (_, by, way, reason) => {
	const { watch, told, pass, set } = watching();

	pass(hourMs);
	set(by);
	for (let look = 0; look < 3; look += 1) {
		pass(minuteMs);
		watch.look();
	}
	expect(watch.skew()).toEqual({ way, ms: Math.abs(by) });
	set(-by);
	watch.look();

	expect(watch.skew()).toBeUndefined();
	expect(told).toEqual([
		{ event: "clock-skewed", way, minutes: Math.abs(by) / minuteMs },
		{ source: "clock-skew", key: "clock", reason },
		"went through",
	]);
});

test("five minutes are tolerated: a clock may be set right a little", () => {
	const { watch, told, set } = watching();

	set(5 * minuteMs);
	watch.look();
	set(-10 * minuteMs);
	watch.look();

	expect(told).toEqual([]);
});

test("a server that starts before what its store has seen says so, until time has caught up", () => {
	const { watch, told, pass } = watching(monday + hourMs);

	expect(watch.skew()).toEqual({ way: "behind", ms: hourMs });
	pass(hourMs - 1);
	watch.look();
	expect(watch.skew()).toEqual({ way: "behind", ms: 1 });
	pass(1);
	watch.look();

	expect(watch.skew()).toBeUndefined();
	expect(told).toEqual([
		{ event: "clock-skewed", way: "behind", minutes: 60 },
		{ source: "clock-skew", key: "clock", reason: "clock-behind" },
		"went through",
	]);
});

test("an empty store knows no instant", () => {
	expect(newestInstant(store())).toBeUndefined();
});

function store() {
	const db = openDb(":memory:");
	migrate(db);
	return db;
}

/** A watch whose clock can be set, over a store that has seen an instant. */
function watching(seen = monday) {
	const db = store();
	recordAudit(db, momentAt(seen), { actor: "system", act: "TRAIL_CLEANED" });
	const told: unknown[] = [];
	let [now, ticks] = [monday, 0];
	const watch = createClockWatch(
		{
			db,
			clock: { now: () => now },
			log: { ...noLog, error: (event: LogEvent) => void told.push(event) },
			incidents: {
				open: (incident) => void told.push(incident),
				wentThrough: () => void told.push("went through"),
			},
		},
		() => ticks,
	);
	watch.look();
	return {
		watch,
		told,
		pass(ms: number) {
			now += ms;
			ticks += ms;
		},
		set(by: number) {
			now += by;
		},
	};
}
