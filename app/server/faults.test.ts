import { expect, test } from "vitest";
import { noteError, storeFaultOf } from "./faults.server.ts";
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
	const lines: LogEvent[] = [];
	const log = { ...noLog, error: (event: LogEvent) => lines.push(event) };

	noteError(new TypeError("cannot read “Jeanne Martin”"), { log, fault: { store: false } });

	expect(lines).toMatchObject([{ event: "bug", className: "TypeError" }]);
	expect(JSON.stringify(lines)).not.toContain("Jeanne");
	expect(JSON.stringify(lines)).toContain("app/server/faults.test.ts");
});

test("a page that does not exist is no bug", () => {
	const lines: LogEvent[] = [];
	const log = { ...noLog, error: (event: LogEvent) => lines.push(event) };

	noteError({ status: 404, statusText: "Not Found" }, { log, fault: { store: false } });

	expect(lines).toEqual([]);
});
