import { expect, test } from "vitest";
import { exampleAt } from "#protocols/language/changed-example.ts";
import { dayMs, hourMs, minuteMs, mondayMorning } from "./rehearsal.ts";
import { concernSent, opened, readyToSend, supporting } from "./rehearsed-example.ts";
import { isOverdue } from "./situation.ts";
import { act, answer, raise } from "./wishes.ts";

/** Monday 10:01 in Paris, one working day: Tuesday at closing, 17:00. */
const tuesdayClosing = mondayMorning + dayMs + 7 * hourMs;

test("a runaway pauses the clocks of the course at once", () => {
	const told = opened();

	const [raised] = told.does(raise("runaway"));

	expect(raised?.clocks).toMatchObject([
		{ change: "started", clock: "step:keep-bond" },
		{ change: "paused", clock: "step:receive-sign" },
	]);
	expect(told.situation.clocks["step:receive-sign"]).toMatchObject({
		dueAt: tuesdayClosing,
		pausedAt: told.now,
	});
});

test("a paused clock does not strike, however long the pause", () => {
	const told = opened();
	told.does(raise("runaway"));

	told.waits({ n: 30, unit: "calendar-days" });

	expect(isOverdue(told.situation, "receive-sign")).toBe(false);
	expect(isOverdue(told.situation, "keep-bond")).toBe(true);
});

test("at the end of the runaway a clock goes on with the working time that was left", () => {
	const told = opened();
	told.does(raise("runaway"));
	const pausedAt = told.now;
	told.waits({ n: 4, unit: "calendar-days" });
	told.does(answer("keep-bond", "RETURNED"));

	told.does(answer("welcome", "RESUME"));

	// Left at the pause: Monday 10:01 to 17:00 and a whole Tuesday; Friday 10:03 to 17:00 comes first.
	expect(pausedAt - mondayMorning).toBe(minuteMs);
	const clock = told.situation.clocks["step:receive-sign"];
	expect(clock?.pausedAt).toBeUndefined();
	expect(clock?.dueAt).toBe(mondayMorning + 8 * dayMs - hourMs + 2 * minuteMs);
	const stages = clock?.strikes.map(({ stage }) => stage);
	expect(stages).toEqual(["soon", "overdue", "coordinator", "escalate"]);
	expect(clock?.strikes[1]?.at).toBe(clock?.dueAt);
});

test("a clock round the clock goes on with the hours that were left, nights included", () => {
	const delay = { n: 24, unit: "clock-hours", basis: "proposal" };
	const told = opened({}, { at: [...exampleAt.receiveSign, "delay"], becomes: delay });
	told.sleeps(4 * hourMs - minuteMs);
	told.does(raise("runaway"));
	told.sleeps(10 * dayMs);
	told.does(answer("keep-bond", "RETURNED"));
	told.does(answer("welcome", "RESUME"));

	expect(told.situation.clocks["step:receive-sign"]?.dueAt).toBe(told.now + 20 * hourMs);
});

test("the clocks of interruptions are never paused, not even by another interruption", () => {
	const told = opened();
	told.does(raise("immediate-danger"));

	told.does(raise("runaway"));

	expect(told.situation.clocks["step:call"]?.pausedAt).toBeUndefined();
	expect(told.situation.clocks["step:keep-bond"]?.pausedAt).toBeUndefined();
	expect(told.situation.clocks["step:receive-sign"]?.pausedAt).toBe(told.now);
});

test("an interruption that lets clocks run pauses nothing", () => {
	const told = opened();

	told.does(raise("immediate-danger"));

	expect(told.situation.clocks["step:receive-sign"]?.pausedAt).toBeUndefined();
});

test("with two interruptions, clocks wait until the one that pauses them is over", () => {
	const told = opened();
	told.does(raise("runaway"));
	const pausedAt = told.now;
	told.does(raise("immediate-danger"));
	told.does(answer("call", "PROTECTED_NOW"));

	told.does(answer("keep-bond", "RETURNED"));
	const still = told.situation.clocks["step:receive-sign"]?.pausedAt;
	told.does(answer("welcome", "RESUME"));

	expect(still).toBe(pausedAt);
	expect(told.situation.clocks["step:receive-sign"]?.pausedAt).toBeUndefined();
	expect(told.situation.clocks["step:report"]).toBeDefined();
});

test("a step that opens during the runaway is paused from its first instant", () => {
	const told = concernSent();
	told.does(raise("runaway"));

	told.does(act("ACCEPT"));

	const clock = told.situation.clocks["step:first-analysis"];
	expect(clock).toMatchObject({ startedAt: told.now, pausedAt: told.now });
});

test("a step that was overdue before the runaway is not given a new due date by it", () => {
	const told = opened();
	told.waits({ n: 2, unit: "working-days" });
	const dueAt = told.situation.clocks["step:receive-sign"]?.dueAt;
	told.does(raise("runaway"));
	told.sleeps(3 * dayMs);
	told.does(answer("keep-bond", "RETURNED"));
	told.does(answer("welcome", "RESUME"));

	expect(isOverdue(told.situation, "receive-sign")).toBe(true);
	expect(told.situation.clocks["step:receive-sign"]?.dueAt).toBe(dueAt);
});

test("the clocks of a handoff run on: a runaway suspends nothing that partners may answer", () => {
	const told = concernSent();

	told.does(raise("runaway"));

	expect(told.situation.clocks["step:send-concern"]?.pausedAt).toBe(told.now);
	expect(told.situation.clocks["handoff:h1"]?.pausedAt).toBeUndefined();
});

test("each track has its own clock, and leaving a step takes its clock away", () => {
	const told = supporting();
	told.does(answer("first-contact", "DONE"));

	expect(Object.keys(told.situation.clocks).sort()).toEqual([
		"handoff:h1",
		"step:ask-care",
		"step:review",
	]);
});

test("answering a step again starts its clock and its age again", () => {
	const told = supporting();
	told.does(answer("first-contact", "DONE"));
	told.waits({ n: 40, unit: "calendar-days" });
	const late = isOverdue(told.situation, "review");

	told.does(answer("review", "CONTINUE"));

	expect(late).toBe(true);
	expect(isOverdue(told.situation, "review")).toBe(false);
	expect(told.situation.clocks["step:review"]?.startedAt).toBe(told.now);
	expect(told.situation.entered.review).toBe(told.now);
});

test("an answer in one part does not touch the age of the others", () => {
	const told = readyToSend();
	const entered = told.situation.entered["send-concern"];

	told.does(raise("runaway"));

	expect(told.situation.entered["send-concern"]).toBe(entered);
});
