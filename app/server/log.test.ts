import { expect, test } from "vitest";
import { z } from "zod";
import { createLog, type LogEvent, traceOf } from "./log.server.ts";

test("a trace names our own files from the project's folder on, and no library's", () => {
	const trace = traceOf(new RangeError("what somebody typed"));

	expect(trace.className).toBe("RangeError");
	expect(trace.stack[0]).toMatch(/^at (\S+ \()?app\/server\/log\.test\.ts:\d+/);
	expect(trace.stack.join()).not.toMatch(/node_modules|somebody/);
});

test.each([
	"first line\nJeanne Martin, 06 12 34 56 78",
	"first line\n    at Jeanne Martin (app/server/log.test.ts:1:2)",
	"Jeanne Martin\n",
])("a message on several lines stays out of the trace: %j", (message) => {
	const trace = traceOf(new Error(message));

	expect(JSON.stringify(trace)).not.toMatch(/Jeanne|06 12/);
	expect(trace.stack[0]).toContain("app/server/log.test.ts");
});

test("what zod says of a form on many lines stays out of the trace", () => {
	const { error } = z.strictObject({ step: z.string() }).safeParse({ "Jeanne Martin": 1 });

	expect(JSON.stringify(traceOf(error))).not.toContain("Jeanne");
});

test("an error that calls itself by what somebody typed is an error like any other", () => {
	const named = Object.assign(new Error(), { name: "Jeanne Martin" });

	expect(traceOf(named).className).toBe("Error");
});

test("what was thrown without being an error is not quoted", () => {
	expect(traceOf("what somebody typed")).toEqual({ className: "string", stack: [] });
});

test("a line that fits is written as it is, with its instant and its level", () => {
	const { log, lines } = listening();

	log.info({ event: "signed-in", way: "password" });

	expect(lines()).toEqual([
		{ level: 30, time: expect.any(String), event: "signed-in", way: "password" },
	]);
});

test.each([
	{ event: "signed-in", way: "Jeanne Martin" },
	{ event: "signed-in", way: "password", email: "jeanne@example.org" },
	{ event: "answered", method: "GET", status: 200, milliseconds: 1, route: "/situations/AbC" },
	{ event: "bug", className: "Error", stack: ["at Jeanne Martin"] },
	{ event: "Jeanne Martin" },
	"Jeanne Martin",
])("a line that does not fit is withheld, whatever the types said: %j", (event) => {
	const { log, lines } = listening();

	log.info(event as LogEvent);

	expect(lines()).toMatchObject([{ event: "withheld" }]);
	expect(JSON.stringify(lines())).not.toMatch(/Jeanne|jeanne|AbC/);
});

test("below its level nothing is written", () => {
	const { log, lines } = listening("warn");

	log.info({ event: "stopped" });

	expect(lines()).toEqual([]);
});

function listening(level = "debug") {
	const written: string[] = [];
	const log = createLog(level, { write: (line) => written.push(line) });
	return { log, lines: () => written.map((line) => JSON.parse(line)) };
}
