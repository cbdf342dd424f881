import { expect, test } from "vitest";
import { exampleAt } from "#protocols/language/changed-example.ts";
import { compiledExample, type PlayedEvent, play } from "./played-example.ts";

const { call, review } = exampleAt;
const example = compiledExample();

const supported: PlayedEvent[] = [
	"receive-sign.RISK",
	"send-concern.ACCEPTED",
	["first-analysis.DANGER", { concern_level: "L3_DANGER" }],
];

test("an interruption runs beside the course without leaving it", () => {
	const [snapshot] = play(example, "receive-sign.RISK", "raise.runaway");

	expect(snapshot.value).toEqual({
		course: { orientation: "send-concern" },
		"immediate-danger": "idle",
		runaway: "keep-bond",
	});
	expect(snapshot.context.open).toEqual(["send-concern", "keep-bond"]);
});

test("what partners answer during an interruption counts", () => {
	const [snapshot] = play(example, "receive-sign.RISK", "raise.runaway", "send-concern.ACCEPTED");

	expect(snapshot.value).toMatchObject({
		course: { orientation: "first-analysis" },
		runaway: "keep-bond",
	});
});

test("an interruption that is raised while it runs begins again", () => {
	const events = ["raise.runaway", "keep-bond.RETURNED"];
	const [returned] = play(example, ...events);

	const [again, actions] = play(example, ...events, "raise.runaway");

	expect(returned.value).toMatchObject({ runaway: "welcome" });
	expect(again.value).toMatchObject({ runaway: "keep-bond" });
	expect(again.context.open).toEqual(["receive-sign", "keep-bond"]);
	expect(actions.map(({ type }) => type)).toEqual(["xstate.cancel", "xstate.raise"]);
});

test("an interruption raised at its own first step begins that step again", () => {
	const [snapshot, actions] = play(example, "raise.runaway", "raise.runaway");

	expect(snapshot.value).toMatchObject({ runaway: "keep-bond" });
	expect(snapshot.context.open).toEqual(["receive-sign", "keep-bond"]);
	expect(actions.map(({ type }) => type)).toEqual(["xstate.cancel", "xstate.raise"]);
});

test("two interruptions run at once, and each ends by itself", () => {
	const both: PlayedEvent[] = ["raise.runaway", "raise.immediate-danger"];

	const [running] = play(example, ...both);
	const [one] = play(example, ...both, "keep-bond.RETURNED", "welcome.RESUME");
	const [none] = play(
		example,
		...both,
		"keep-bond.RETURNED",
		"welcome.RESUME",
		"call.PROTECTED_NOW",
		"report.ACCEPTED",
	);

	expect(running.value).toMatchObject({ "immediate-danger": "call", runaway: "keep-bond" });
	expect(one.value).toMatchObject({ "immediate-danger": "call", runaway: "idle" });
	expect(none.value).toMatchObject({ "immediate-danger": "idle", runaway: "idle" });
	expect(none.context.open).toEqual(["receive-sign"]);
});

test("an outcome may raise another interruption while it goes its own way", () => {
	const [snapshot] = play(example, "raise.immediate-danger", "call.RUNAWAY");

	expect(snapshot.value).toMatchObject({ "immediate-danger": "report", runaway: "keep-bond" });
});

test("an outcome of the course may raise an interruption", () => {
	const at = [...review, "outcomes", 0, "raises"];
	const own = compiledExample({ at, becomes: "immediate-danger" });

	const [snapshot] = play(own, ...supported, "first-contact.DONE", "review.CONTINUE");

	expect(snapshot.value).toMatchObject({ "immediate-danger": "call" });
	expect(snapshot.context.open).toEqual(["ask-care", "review", "call"]);
});

test("an outcome whose condition fails raises nothing", () => {
	const when = { fact: "runaway_status", in: ["CURRENT"] };
	const own = compiledExample({ at: [...call, "outcomes", 1, "when"], becomes: when });
	const known: PlayedEvent = ["call.RUNAWAY", { runaway_status: "CURRENT" }];

	const [refused] = play(own, "raise.immediate-danger", "call.RUNAWAY");
	const [raised] = play(own, "raise.immediate-danger", known);

	expect(refused.value).toMatchObject({ "immediate-danger": "call", runaway: "idle" });
	expect(raised.value).toMatchObject({ "immediate-danger": "report", runaway: "keep-bond" });
});

test("the end of an interruption may lead the course elsewhere", () => {
	const [resumed] = play(example, "raise.runaway", "keep-bond.RETURNED", "welcome.RESUME");
	const [planned] = play(example, "raise.runaway", "keep-bond.RETURNED", "welcome.REPLAN");

	expect(resumed.value).toMatchObject({ course: { identification: "receive-sign" } });
	expect(planned.value).toEqual({
		course: { accompaniment: { support: { safety: "first-contact", care: "ask-care" } } },
		"immediate-danger": "idle",
		runaway: "idle",
	});
});

test("leading the course to the group it is in begins that group again", () => {
	const [snapshot] = play(
		example,
		...supported,
		"first-contact.DONE",
		"ask-care.REFUSED",
		"raise.runaway",
		"keep-bond.RETURNED",
		"welcome.REPLAN",
	);

	expect(snapshot.context.open).toEqual(["first-contact", "ask-care"]);
	expect(snapshot.context.reached).not.toContain("review");
});

test("a closure is heard by every interruption that runs", () => {
	const [snapshot] = play(
		example,
		"receive-sign.WATCH",
		"watch.NO_CONCERN",
		"raise.runaway",
		"raise.immediate-danger",
		"close.CLOSED",
	);

	expect(snapshot.value).toEqual({ course: "closed", "immediate-danger": "idle", runaway: "idle" });
	expect(snapshot.context.open).toEqual([]);
});

test("an outcome with the same code elsewhere is another event", () => {
	const [snapshot] = play(example, "raise.immediate-danger", "receive-sign.RISK");

	expect(snapshot.value).toMatchObject({
		course: { orientation: "send-concern" },
		"immediate-danger": "call",
	});
});
