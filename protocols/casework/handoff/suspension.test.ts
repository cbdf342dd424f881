import { expect, test } from "vitest";
import { coordinator, dayMs, type Rehearsal } from "../rehearsal.ts";
import { careAccepted, careAsked } from "../rehearsed-example.ts";
import { openSteps } from "../situation.ts";
import { act, answer, handoffOf, holderOf } from "../wishes.ts";
import { stateOf } from "./handoff.ts";
import type { HandoffAct } from "./life.ts";

test.each([
	["accepted", []],
	["inProgress.contacted", ["CONTACT"]],
	["inProgress.missed", ["MISSED"]],
] as const)("a suspension of %s has a review date, and ends where it began", (state, acts) => {
	const told = after(...acts);
	const until = told.now + 20 * dayMs;
	told.does(act("SUSPEND", { until }));
	const clock = told.situation.clocks["handoff:h2"];

	told.does(act("RESUME"));

	expect(clock?.dueAt).toBe(until);
	expect(stateOf(handoffOf(told))).toBe(state);
});

test("a cancellation asked while suspended, and not confirmed, finds its way back twice", () => {
	const told = after("CONTACT", "SUSPEND", "ASK_CANCELLATION");
	const states = [stateOf(handoffOf(told))];

	told.does(act("MAINTAIN"));
	states.push(stateOf(handoffOf(told)));
	told.does(act("RESUME"));
	states.push(stateOf(handoffOf(told)));

	expect(states).toEqual(["cancellationRequested", "suspended", "inProgress.contacted"]);
});

test("a suspension is reviewed at a new date, and counted", () => {
	const told = after("SUSPEND");
	const until = told.now + 10 * dayMs;

	told.does(act("REVIEW_SUSPENSION", { until }));

	expect(told.situation.clocks["handoff:h2"]).toMatchObject({ startedAt: told.now, dueAt: until });
	expect(handoffOf(told).suspensions).toBe(2);
});

test("a suspension has a limit, that of its urgency class", () => {
	const told = careAccepted();

	expect(told.refuses(act("SUSPEND", { until: told.now + 40 * dayMs }))).toMatchObject({
		code: "date-too-late",
	});
});

test("a review of the work starts its clock again", () => {
	const told = after("CONTACT");
	told.waits({ n: 40, unit: "calendar-days" });
	const late = handoffOf(told).snapshot.value;

	told.does(act("REVIEW"));

	expect(late).toMatchObject({ delay: "overdue" });
	expect(handoffOf(told).snapshot.value).toMatchObject({ delay: "onTime" });
	expect(told.situation.clocks["handoff:h2"]?.startedAt).toBe(told.now);
});

test("a cancellation is arbitrated only after its confirmation is overdue", () => {
	const told = after("ASK_CANCELLATION");
	const due = told.situation.clocks["handoff:h2"]?.dueAt;

	expect(told.refuses(act("ARBITRATE_CANCEL"))).toEqual({
		code: "too-early",
		act: "ARBITRATE_CANCEL",
		from: due,
	});
	told.waits({ n: 3, unit: "working-days" });
	expect(told.refuses(act("TAKE_BACK"))).toMatchObject({ code: "too-early", act: "TAKE_BACK" });
	told.does(act("ARBITRATE_CANCEL"));
	expect(stateOf(handoffOf(told))).toBe("cancelled");
	expect(holderOf(told, "ask-care")).toBe("lead");
});

test("an arbitration may also maintain what was accepted", () => {
	const told = after("CONTACT", "ASK_CANCELLATION");
	told.waits({ n: 3, unit: "working-days" });

	told.does(act("ARBITRATE_MAINTAIN", { by: coordinator }));

	expect(stateOf(handoffOf(told))).toBe("inProgress.contacted");
	expect(holderOf(told, "ask-care")).toBe("care");
});

test("a sender takes back what neither the recipient nor the coordinator decided", () => {
	const told = after("ASK_CANCELLATION");
	told.waits({ n: 5, unit: "working-days" });

	told.does(act("TAKE_BACK"));

	expect(stateOf(handoffOf(told))).toBe("cancelled");
	expect(holderOf(told, "ask-care")).toBe("lead");
	expect(openSteps(told.situation)).toContain("ask-care");
});

test("a recipient completes what was to be cancelled, and the step is answered", () => {
	const told = after("CONTACT", "ASK_CANCELLATION");

	told.does(act("COMPLETE"));

	expect(stateOf(handoffOf(told))).toBe("completed");
	expect(openSteps(told.situation)).toEqual(["first-contact"]);
});

test("the returned outcome waits for its sender to read it", () => {
	const told = after("CONTACT", "COMPLETE");
	const waiting = told.situation.clocks["handoff:h2"];

	told.does(act("READ_OUTCOME"));

	expect(waiting).toMatchObject({ startedAt: told.now - 60_000 });
	expect(handoffOf(told).snapshot.value).toMatchObject({ loop: "closed" });
	expect(told.situation.clocks).not.toHaveProperty("handoff:h2");
});

test("a failure answers the step with its own outcome", () => {
	const told = after("FAIL");

	expect(openSteps(told.situation)).toContain("care-later");
	expect(told.does(answer("care-later", "AGAIN"))).not.toEqual([]);
});

function after(...acts: HandoffAct[]): Rehearsal {
	const told = careAsked();
	for (const code of ["ACCEPT", ...acts] as HandoffAct[]) told.does(act(code));
	return told;
}
