import { expect, test } from "vitest";
import { stateOf } from "./handoff/handoff.ts";
import { dayMs, hourMs, minuteMs } from "./rehearsal.ts";
import {
	careAccepted,
	careAsked,
	concernSent,
	opened,
	readyToClose,
	readyToSend,
} from "./rehearsed-example.ts";
import { isOverdue, openSteps } from "./situation.ts";
import { act, answer, handOff, handoffOf, strike } from "./wishes.ts";

test("a step whose delay has run is marked overdue, and can still be answered", () => {
	const told = opened();

	told.waits({ n: 3, unit: "working-days" });

	expect(told.events.at(-1)).toMatchObject({
		type: "clock-struck",
		by: "clock",
		actor: null,
		clock: "step:receive-sign",
		stage: "escalate",
	});
	expect(isOverdue(told.situation, "receive-sign")).toBe(true);
	expect(openSteps(told.situation)).toEqual(["receive-sign"]);
	expect(told.does(answer("receive-sign", "RISK"))).not.toEqual([]);
});

test("a clock that strikes late, after a crash, strikes once and in order", () => {
	const told = concernSent();
	told.sleeps(30 * dayMs);

	told.waits({ n: 1, unit: "clock-hours" });

	const struck = told.events.flatMap((event) =>
		event.type === "clock-struck" ? [`${event.clock} ${event.stage}`] : [],
	);
	const rungs = ["soon", "overdue", "coordinator", "escalate"];
	const of = (clock: string) => struck.filter((one) => one.startsWith(clock));
	expect(of("handoff:h1")).toEqual(rungs.map((rung) => `handoff:h1 ${rung}`));
	expect(of("step:send-concern")).toEqual(rungs.map((rung) => `step:send-concern ${rung}`));
	expect(struck).toHaveLength(8);
});

test("a handoff that nobody answers becomes unanswered after twice its delay, and no further", () => {
	const told = concernSent();

	told.waits({ n: 30, unit: "calendar-days" });

	expect(stateOf(handoffOf(told))).toBe("unanswered");
	expect(told.events.filter(({ type }) => type === "handoff-moved").at(-1)).toMatchObject({
		act: "NO_ANSWER",
		by: "clock",
	});
	expect(openSteps(told.situation)).toEqual(["send-concern"]);
	expect(told.situation.status).toBe("open");
});

test("a handoff that was received but not decided becomes unanswered too", () => {
	const told = concernSent();
	told.does(act("ACKNOWLEDGE"));

	told.waits({ n: 30, unit: "calendar-days" });

	expect(stateOf(handoffOf(told))).toBe("unanswered");
});

test.each([
	["an accepted handoff", careAccepted, "accepted"],
	[
		"a precision that the sender does not give",
		() => {
			const told = careAsked();
			told.does(act("ACKNOWLEDGE"));
			told.does(act("ASK_INFO"));
			return told;
		},
		"received.infoRequested",
	],
	[
		"a refusal that nobody treats",
		() => {
			const told = careAsked();
			told.does(act("DECLINE"));
			return told;
		},
		"declined",
	],
] as const)("%s only escalates: its state stays", (_, begin, state) => {
	const told = begin();

	told.waits({ n: 200, unit: "calendar-days" });

	expect(stateOf(handoffOf(told))).toBe(state);
	expect(handoffOf(told).snapshot.value).toMatchObject({ delay: "escalated" });
	expect(told.situation.clocks["handoff:h2"]?.strikes).toEqual([]);
});

test("a draft is discarded by the clock after seven days, and nobody else ever saw it", () => {
	const told = readyToSend();
	told.does(handOff("send-concern", { send: false }));

	told.waits({ n: 6, unit: "calendar-days" });
	const before = stateOf(handoffOf(told));
	told.waits({ n: 1, unit: "calendar-days" });

	expect(before).toBe("draft");
	expect(stateOf(handoffOf(told))).toBe("discarded");
	expect(told.events.at(-1)).toMatchObject({ type: "handoff-moved", act: "DISCARD", by: "clock" });
	expect(told.situation.clocks["handoff:h1"]).toBeUndefined();
	expect(told.refuses(act("SEND"))).toMatchObject({ code: "act-not-allowed" });
	expect(told.does(handOff("send-concern"))).not.toEqual([]);
});

test("a strike is refused before its time, out of its order, twice, or without a clock", () => {
	const told = concernSent();
	const soon = told.situation.clocks["handoff:h1"]?.strikes[0]?.at ?? 0;

	expect(told.refuses(strike("handoff:h1", "soon"))).toEqual({
		code: "too-early",
		act: "soon",
		from: soon,
	});
	expect(told.refuses(strike("handoff:h1", "escalate"))).toMatchObject({ code: "too-early" });
	expect(told.refuses(strike("handoff:h9", "soon"))).toMatchObject({ code: "too-early" });
	expect(told.refuses(strike("step:review", "overdue"))).toMatchObject({ code: "too-early" });
	told.sleeps(soon - told.now);
	told.does(strike("handoff:h1", "soon"));
	expect(told.refuses(strike("handoff:h1", "soon"))).toMatchObject({ code: "too-early" });
});

test("a clock that was reset strikes no more for the state before", () => {
	const told = concernSent();
	told.sleeps(3 * hourMs);
	told.does(act("ACKNOWLEDGE"));

	expect(told.refuses(strike("handoff:h1", "soon"))).toMatchObject({ code: "too-early" });
	expect(handoffOf(told).snapshot.value).toMatchObject({ delay: "onTime" });
});

test("reminder at 75 %, flag at 100 %, coordinator at 150 %, escalation at 200 %, in office time", () => {
	const told = concernSent();
	const sent = handoffOf(told).sentAt ?? 0;

	const strikes = told.situation.clocks["handoff:h1"]?.strikes;

	expect(strikes).toEqual([
		{ stage: "soon", at: sent + 3 * hourMs },
		{ stage: "overdue", at: sent + 4 * hourMs },
		{ stage: "coordinator", at: sent + 6 * hourMs },
		// Sent at 10:02: the eighth working hour ends the next day, after a night that does not count.
		{ stage: "escalate", at: sent + dayMs },
	]);
	expect(sent - told.situation.openedAt).toBe(2 * minuteMs);
});

test("the clock of an outcome to read outlives the closure of the situation", () => {
	const told = readyToClose();
	expect(told.situation.status).toBe("open");
	told.does(answer("close", "CLOSED"));

	expect(told.situation.clocks).toEqual({});
	expect(told.refuses(strike("step:close", "overdue"))).toMatchObject({ code: "too-early" });
});
