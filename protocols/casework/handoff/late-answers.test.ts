import { expect, test } from "vitest";
import { dayMs, hourMs } from "../rehearsal.ts";
import { careAccepted, careAsked, concernSent } from "../rehearsed-example.ts";
import { openSteps } from "../situation.ts";
import { act, handOff, handoffOf } from "../wishes.ts";
import { stateOf } from "./handoff.ts";

const unanswered = () => {
	const told = concernSent();
	told.waits({ n: 10, unit: "calendar-days" });
	return told;
};

test.each([
	["ACKNOWLEDGE", "received.toStudy"],
	["ACCEPT", "accepted"],
	["DECLINE", "declined"],
] as const)("a late %s is taken, after the clock said that nobody answered", (code, state) => {
	const told = unanswered();
	const before = stateOf(handoffOf(told));

	told.does(act(code));

	expect(before).toBe("unanswered");
	expect(stateOf(handoffOf(told))).toBe(state);
});

test("a late acceptance counts as any other: the protocol goes on", () => {
	const told = unanswered();

	told.does(act("ACCEPT"));

	expect(openSteps(told.situation)).toEqual(["first-analysis"]);
	expect(told.situation.bindings.crip).toBe("crip");
});

test("a silence blocks nobody: the sender withdraws and asks somebody else", () => {
	const told = unanswered();

	told.does(act("WITHDRAW"));

	expect(openSteps(told.situation)).toEqual(["send-concern"]);
	expect(told.does(handOff("send-concern", { to: ["crip-2"] }))).not.toEqual([]);
});

test("an acceptance records reception too, and neither instant changes afterwards", () => {
	const told = careAccepted();
	const at = told.now;
	told.does(act("SUSPEND"));
	told.does(act("RESUME"));
	told.does(act("CHANGE_REFERENT"));
	told.does(act("IMMEDIATE_DANGER"));

	expect(handoffOf(told)).toMatchObject({ acknowledgedAt: at, acceptedAt: at });
});

test("a first reception is remembered, whatever is acknowledged later", () => {
	const told = concernSent();
	told.does(act("ACKNOWLEDGE"));
	const at = told.now;
	told.waits({ n: 10, unit: "calendar-days" });

	told.does(act("ACKNOWLEDGE"));

	expect(handoffOf(told).acknowledgedAt).toBe(at);
});

test("a handoff ends once: reading its outcome does not move its end", () => {
	const told = careAccepted();
	told.does(act("FAIL"));
	const at = told.now;

	told.does(act("READ_OUTCOME"));

	expect(handoffOf(told).endedAt).toBe(at);
});

test("a telephone answer stops the reminders and gives a fresh clock, at most twice", () => {
	const told = concernSent();
	const due = () => told.situation.clocks["handoff:h1"]?.dueAt ?? 0;
	const sent = due();
	told.sleeps(3 * hourMs);
	told.does(act("REACHED_BY_PHONE"));
	const once = due();
	told.sleeps(3 * hourMs);
	told.does(act("REACHED_BY_PHONE", { codes: { phone: "UNREACHABLE" } }));
	const twice = due();
	told.sleeps(3 * hourMs);

	told.does(act("REACHED_BY_PHONE"));

	expect(sent).toBeLessThan(once);
	expect(once).toBeLessThan(twice);
	expect(due()).toBe(twice);
	expect(stateOf(handoffOf(told))).toBe("sent");
	expect(handoffOf(told).phoned).toBe(3);
});

test("an acceptance by telephone is confirmed by reception before it counts", () => {
	const told = concernSent();

	told.does(act("REACHED_BY_PHONE", { codes: { phone: "ACCEPTS" } }));

	expect(stateOf(handoffOf(told))).toBe("sent");
	expect(told.situation.bindings.crip).toBeUndefined();
});

test("while a precision is asked the decision clock stands still, and goes on from there", () => {
	const told = careAsked();
	told.does(act("ACKNOWLEDGE"));
	const decision = told.situation.clocks["handoff:h2"]?.dueAt ?? 0;
	told.sleeps(2 * dayMs);
	told.does(act("ASK_INFO"));
	const asked = told.now;
	told.sleeps(dayMs);

	told.does(act("GIVE_INFO"));

	expect(told.situation.clocks["handoff:h2"]?.dueAt).toBe(decision + (told.now - asked));
});

test("a decision that was late when the precision was asked does not become silence by it", () => {
	const told = careAsked();
	told.does(act("ACKNOWLEDGE"));
	told.waits({ n: 12, unit: "calendar-days" });
	told.does(act("ASK_INFO"));
	told.waits({ n: 1, unit: "working-days" });
	told.does(act("GIVE_INFO"));

	told.waits({ n: 2, unit: "calendar-days" });

	expect(stateOf(handoffOf(told))).toBe("received.toStudy");
	told.waits({ n: 20, unit: "calendar-days" });
	expect(stateOf(handoffOf(told))).toBe("unanswered");
});

test("after the precision, other clocks of the same study start whole", () => {
	const told = careAsked();
	told.does(act("ACKNOWLEDGE"));
	told.sleeps(9 * dayMs);
	told.does(act("ASK_INFO"));
	told.does(act("GIVE_INFO"));
	told.does(act("DECLINE"));

	told.does(act("CONTEST"));

	expect(told.situation.clocks["handoff:h2"]?.dueAt).toBe(told.now + 10 * dayMs);
});

test("a telephone call while a precision is asked leaves the decision clock as it stood", () => {
	const told = careAsked();
	told.does(act("ACKNOWLEDGE"));
	const decision = told.situation.clocks["handoff:h2"]?.dueAt ?? 0;
	told.does(act("ASK_INFO"));
	const asked = told.now;
	told.does(act("REACHED_BY_PHONE"));

	told.does(act("GIVE_INFO"));

	expect(told.situation.clocks["handoff:h2"]?.dueAt).toBe(decision + (told.now - asked));
});

test("a date that a professional gives is the date of the clock", () => {
	const told = careAsked();
	const until = told.now + 5 * dayMs;

	told.does(act("ACCEPT", { until }));

	expect(told.situation.clocks["handoff:h2"]).toMatchObject({
		startedAt: told.now,
		dueAt: until,
		strikes: [
			{ stage: "soon" },
			{ stage: "overdue", at: until },
			{ stage: "coordinator" },
			{ stage: "escalate" },
		],
	});
});
