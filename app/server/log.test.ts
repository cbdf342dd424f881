import { expect, test } from "vitest";
import { traceOf } from "./log.server.ts";

test("a trace names our own files from the project's folder on, and no library's", () => {
	const trace = traceOf(new RangeError("what somebody typed"));

	expect(trace.className).toBe("RangeError");
	expect(trace.stack[0]).toMatch(/^at (\S+ \()?app\/server\/log\.test\.ts:\d+/);
	expect(trace.stack.join()).not.toMatch(/node_modules|somebody/);
});

test("what was thrown without being an error is not quoted", () => {
	expect(traceOf("what somebody typed")).toEqual({ className: "string", stack: [] });
});
