import { expect, test } from "vitest";
import { brokenPromises } from "../invariants.ts";
import { coordinator } from "../rehearsal.ts";
import { careAccepted, concernSent, opened } from "../rehearsed-example.ts";
import { openSteps, runningInterruptions } from "../situation.ts";
import { act, answer, handOff, handoffOf, nameLead, raise } from "../wishes.ts";
import { stateOf } from "./handoff.ts";

test("a structure that was only asked may say that there is danger", () => {
	const told = concernSent();

	const events = told.does(act("IMMEDIATE_DANGER", { by: "crip" }));

	expect(events).toMatchObject([
		{ type: "handoff-moved", act: "IMMEDIATE_DANGER", by: "crip" },
		{ type: "interruption-raised", interruption: "immediate-danger", by: "crip" },
	]);
	expect(stateOf(handoffOf(told))).toBe("sent");
	expect(runningInterruptions(told.situation)).toEqual(["immediate-danger"]);
	expect(brokenPromises(told.situation)).toEqual([]);
});

test("an outdated page never holds danger back", () => {
	const told = concernSent();
	told.does(act("ACKNOWLEDGE"));

	expect(told.does(act("IMMEDIATE_DANGER", { by: "crip", seen: 0 }))).toHaveLength(2);
});

test.each([
	["the sender", "lead"],
	["the recipient", "care"],
	["the lead", "spotter"],
	["a structure that plays another role", "crip"],
])("%s may say it too, without any other right", (_, structure) => {
	const told = careAccepted();
	told.does(nameLead("spotter"));
	const by = { structure, actor: "anybody", reception: false, coordinator: false };

	expect(told.does(act("IMMEDIATE_DANGER", { by }))).not.toEqual([]);
});

test("danger that is said twice is recorded twice and raised once", () => {
	const told = concernSent();
	told.does(act("IMMEDIATE_DANGER", { by: "crip" }));
	told.does(answer("call", "PROTECTED_NOW"));

	const events = told.does(act("IMMEDIATE_DANGER", { by: "crip" }));

	expect(events.map(({ type }) => type)).toEqual(["handoff-moved"]);
	expect(openSteps(told.situation)).toContain("report");
});

test("danger resets no clock of the handoff", () => {
	const told = concernSent();
	const clock = told.situation.clocks["handoff:h1"];

	told.does(act("IMMEDIATE_DANGER", { by: "crip" }));

	expect(told.situation.clocks["handoff:h1"]).toEqual(clock);
});

test("a refusal may be recorded because there is danger: the step stays open meanwhile", () => {
	const told = concernSent();
	told.does(act("DECLINE"));

	const events = told.does(act("RECORD_REFUSAL", { codes: { next: "DANGER" } }));

	expect(events.map(({ type }) => type)).toEqual(["handoff-moved", "interruption-raised"]);
	expect(stateOf(handoffOf(told))).toBe("refused");
	expect(openSteps(told.situation)).toEqual(["send-concern", "call"]);
});

test("the coordinator may record a refusal as danger without a part in the situation", () => {
	const told = concernSent();
	told.does(act("DECLINE"));

	told.does(act("RECORD_REFUSAL", { by: coordinator, codes: { next: "DANGER" } }));

	expect(runningInterruptions(told.situation)).toEqual(["immediate-danger"]);
	expect(brokenPromises(told.situation)).toEqual([]);
});

test("a protocol without that interruption still records that danger was said", () => {
	const renamed = JSON.parse(
		JSON.stringify(opened().compiled.protocol).replaceAll('"immediate-danger"', '"emergency"'),
	);
	const told = opened({}, { at: [], becomes: renamed });
	told.does(answer("receive-sign", "RISK"));
	told.does(handOff("send-concern"));

	expect(told.does(act("IMMEDIATE_DANGER", { by: "crip" }))).toHaveLength(1);
	expect(told.does(raise("emergency"))).not.toEqual([]);
});

test("a passer-by says nothing about a handoff, and danger neither after its end", () => {
	const told = concernSent();

	expect(told.refuses(act("IMMEDIATE_DANGER", { by: "passer-by" }))).toMatchObject({
		code: "not-your-act",
	});
	told.does(act("WITHDRAW"));
	expect(told.refuses(act("IMMEDIATE_DANGER"))).toMatchObject({ code: "act-not-allowed" });
});
