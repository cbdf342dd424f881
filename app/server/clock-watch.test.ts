import { expect, test } from "vitest";
import { recordAudit } from "#db/audit.ts";
import { migrate, openDb } from "#db/client.ts";
import { openIncidents, resolveIncident } from "#db/incidents.ts";
import { newestInstant } from "#db/newest-instant.ts";
import { momentAt, monday } from "#db/small-territory.ts";
import { createClockWatch, stuckClock } from "./clock-watch.server.ts";
import { createIncidentDesk } from "./incident-desk.server.ts";
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

test.each([
	["to what it is", 0],
	["a day later than the store has seen: nobody wrote for a day", 24 * hourMs],
])("a server that starts behind its store, and has its clock set %s, is well again", (_, later) => {
	const { watch, told, pass, set } = watching(monday + hourMs);

	pass(minuteMs);
	set(hourMs + later);
	watch.look();

	expect(watch.skew()).toBeUndefined();
	expect(told.at(-1)).toBe("went through");
	expect(told).toHaveLength(3);
	set(-hourMs);
	watch.look();
	expect(watch.skew()).toEqual({ way: "behind", ms: hourMs });
});

test("set forward, but not as far as the store has seen, it stays behind", () => {
	const { watch, set } = watching(monday + 3 * hourMs);

	set(hourMs);
	watch.look();

	expect(watch.skew()).toBeDefined();
});

test("a clock that was wrong at the start and set right since is right once somebody says so", () => {
	const db = store();
	let [now, ticks] = [monday + 72 * hourMs, 0];
	const clock = { now: () => now };
	const incidents = createIncidentDesk(db, clock);
	const watch = createClockWatch({ db, clock, log: noLog, incidents }, () => ticks);
	watch.look();
	[now, ticks] = [monday, minuteMs];
	watch.look();
	watch.look();
	expect(watch.skew()?.way).toBe("behind");
	const [incident] = openIncidents(db);

	resolveIncident(db, { id: incident?.id ?? 0 }, { resolution: "cause-removed", at: now });
	[now, ticks] = [now + minuteMs, ticks + minuteMs];
	watch.look();

	expect(watch.skew()).toBeUndefined();
	expect(openIncidents(db)).toEqual([]);
	[now, ticks] = [now - 2 * hourMs, ticks + minuteMs];
	watch.look();
	expect(openIncidents(db)).toMatchObject([{ reason: "clock-behind" }]);
});

test("whoever says so of a clock that is behind the store is told again", () => {
	const db = store();
	recordAudit(db, momentAt(monday + hourMs), { actor: "system", act: "TRAIL_CLEANED" });
	const clock = { now: () => monday };
	const incidents = createIncidentDesk(db, clock);
	const watch = createClockWatch({ db, clock, log: noLog, incidents }, () => 0);
	watch.look();

	resolveIncident(db, stuckClock, { resolution: "cause-removed", at: monday });
	watch.look();

	expect(watch.skew()).toEqual({ way: "behind", ms: hourMs });
	expect(openIncidents(db)).toHaveLength(1);
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
