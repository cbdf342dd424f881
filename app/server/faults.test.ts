import { expect, test } from "vitest";
import { migrate, openDb } from "#db/client.ts";
import { openIncidents } from "#db/incidents.ts";
import { noteError, storeFaultOf } from "./faults.server.ts";
import { createIncidentDesk } from "./incident-desk.server.ts";
import { type LogEvent, noLog } from "./log.server.ts";

test("a store that is busy, full or read-only is told from a bug, however deep it is wrapped", () => {
	const busy = Object.assign(new Error("database is locked"), { code: "SQLITE_BUSY_SNAPSHOT" });

	expect(storeFaultOf(busy)).toBe("SQLITE_BUSY_SNAPSHOT");
	expect(storeFaultOf(new Error("query failed", { cause: busy }))).toBe("SQLITE_BUSY_SNAPSHOT");
	expect(
		storeFaultOf(Object.assign(new Error(), { code: "SQLITE_CONSTRAINT_UNIQUE" })),
	).toBeUndefined();
	expect(storeFaultOf("text")).toBeUndefined();
	expect(storeFaultOf(null)).toBeUndefined();
});

test("a bug leaves its class and place in the log, and nothing of what was typed", () => {
	const { noting, lines } = listening();

	noteError(new TypeError("cannot read “Jeanne Martin”"), noting);

	expect(lines).toMatchObject([{ event: "bug", className: "TypeError" }]);
	expect(JSON.stringify(lines)).not.toContain("Jeanne");
	expect(JSON.stringify(lines)).toContain("app/server/faults.test.ts");
});

test("a page that does not exist is no bug", () => {
	const { noting, lines, db } = listening();

	noteError({ status: 404, statusText: "Not Found" }, noting);

	expect(lines).toEqual([]);
	expect(openIncidents(db)).toEqual([]);
});

test("a bug is one incident for each kind of error in each part, with nothing of what was typed", () => {
	const { noting, db } = listening();
	const url = "http://relais.test/situations/wPq0Z3nYb2Kx7TgVfHc1Rw";
	const fault = { store: false, routeOf: () => "routes/situations.$handle" };

	for (const error of [new TypeError("Jeanne"), new TypeError("Martin"), new RangeError("06 12")]) {
		noteError(error, { ...noting, fault, url });
	}

	const kept = db.$client.prepare("SELECT key, times FROM incidents").all();
	expect(kept).toEqual([
		{ key: "request:situations:TypeError", times: 1 },
		{ key: "request:situations:RangeError", times: 1 },
	]);
});

test("a store that is at fault is an incident about the store, kept once it can be", () => {
	const { noting, db, incidents } = listening();
	const full = Object.assign(new Error("database or disk is full"), { code: "SQLITE_FULL" });

	db.$client.pragma("query_only = ON");
	noteError(full, noting);
	noteError(full, noting);
	const waiting = incidents.waiting();
	incidents.bringAgain();
	const stillWaiting = incidents.waiting();
	db.$client.pragma("query_only = OFF");
	incidents.bringAgain();

	expect([waiting, stillWaiting, incidents.waiting()]).toEqual([1, 1, 0]);
	expect(openIncidents(db)).toMatchObject([{ source: "store", reason: "store-full" }]);
});

/** What noting an error needs, and what it leaves. */
function listening() {
	const db = openDb(":memory:");
	migrate(db);
	const lines: LogEvent[] = [];
	const log = { ...noLog, error: (event: LogEvent) => lines.push(event) };
	const incidents = createIncidentDesk(db, { now: () => 1_790_000_000_000 });
	return { db, lines, incidents, noting: { log, incidents, fault: { store: false } } };
}
