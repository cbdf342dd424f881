import { expect, test } from "vitest";
import { type DocumentChange, exampleAt } from "#protocols/language/changed-example.ts";
import { brokenPromises } from "../invariants.ts";
import { coordinator, memberOf, type Rehearsal } from "../rehearsal.ts";
import { opened } from "../rehearsed-example.ts";
import { openSteps } from "../situation.ts";
import { act, answer, handOff, handoffOf, holderOf, raise } from "../wishes.ts";
import { stateOf } from "./handoff.ts";
import { possibleActs } from "./permission.ts";

const atOutcome = [
	{ at: [...exampleAt.report, "handoff", "goesOn"], becomes: "outcome" },
	{
		at: [...exampleAt.report, "outcomes", 2],
		becomes: { code: "DONE", label: { fr: "Répondu" }, to: "@over" },
	},
];

test("nobody is asked in the application: the sender declares what an outside actor answers", () => {
	const told = reported();

	expect(handoffOf(told)).toMatchObject({ to: undefined, from: "spotter" });
	expect(possibleActs(told.situation, handoffOf(told), memberOf("spotter"))).toEqual([
		"REACHED_BY_PHONE",
		"WITHDRAW",
		"IMMEDIATE_DANGER",
		"REPORT_ERROR",
		"DECLARE_RECEIVED",
		"DECLARE_ACCEPTED",
		"DECLARE_REFUSED",
	]);
});

test("a declared acceptance says how it was obtained, answers the step, and ends the handoff", () => {
	const told = reported();
	told.does(act("DECLARE_RECEIVED"));

	const events = told.does(act("DECLARE_ACCEPTED", { codes: { declaredBy: "SECURE_MAIL" } }));

	expect(events).toMatchObject([
		{ act: "DECLARE_ACCEPTED", codes: { declaredBy: "SECURE_MAIL" } },
		{ type: "step-answered", step: "report", outcome: "ACCEPTED", by: "system" },
		{ act: "CARRY_ON", by: "system" },
	]);
	expect(stateOf(handoffOf(told))).toBe("completed");
	expect(openSteps(told.situation)).toEqual(["receive-sign"]);
	expect(told.situation.clocks).not.toHaveProperty("handoff:h1");
	expect(told.situation.bindings).not.toHaveProperty("prosecutor");
});

test("a declared refusal answers the step, which may begin again, its sender holding on", () => {
	const told = reported();

	told.does(act("DECLARE_REFUSED"));

	expect(stateOf(handoffOf(told))).toBe("refused");
	expect(openSteps(told.situation)).toEqual(["receive-sign", "report"]);
	expect(holderOf(told, "report")).toBe("spotter");
	expect(told.does(handOff("report"))).not.toEqual([]);
});

test.each([
	["DECLARE_COMPLETED", "completed"],
	["DECLARE_FAILED", "failed"],
] as const)("where the protocol waits for the outcome, %s is declared too", (code, state) => {
	const told = reported(...atOutcome);
	told.does(act("DECLARE_ACCEPTED"));
	const accepted = stateOf(handoffOf(told));
	const holder = holderOf(told, "report");

	told.does(act(code));

	expect(accepted).toBe("accepted");
	expect(holder).toBe("spotter");
	expect(stateOf(handoffOf(told))).toBe(state);
	expect(brokenPromises(told.situation)).toEqual([]);
});

test("an outside actor that stays silent is unanswered, and its sender goes on", () => {
	const told = reported();
	told.waits({ n: 30, unit: "calendar-days" });

	expect(stateOf(handoffOf(told))).toBe("unanswered");
	expect(told.does(act("DECLARE_ACCEPTED"))).not.toEqual([]);
});

test.each(["ACKNOWLEDGE", "ACCEPT", "DECLINE", "CONTACT", "REROUTE"] as const)(
	"%s is no act on a handoff to somebody outside",
	(code) => {
		const told = reported();

		expect(told.refuses(act(code, { by: "spotter" }))).toMatchObject({ code: "act-not-allowed" });
	},
);

test.each(["DECLARE_RECEIVED", "DECLARE_ACCEPTED", "DECLARE_REFUSED"] as const)(
	"%s is declared by the sender alone, and says how it was obtained",
	(code) => {
		const told = reported();

		expect(told.refuses(act(code, { by: coordinator }))).toMatchObject({ code: "not-your-act" });
		expect(told.refuses(act(code, { codes: {} }))).toEqual({
			code: "code-missing",
			field: "declaredBy",
		});
	},
);

test("no structure is named for an outside actor", () => {
	const told = atReport();

	expect(told.refuses(handOff("report", { to: ["crip"] }))).toEqual({
		code: "wrong-number-of-recipients",
		most: 0,
	});
});

function atReport(...changes: DocumentChange[]): Rehearsal {
	const told = opened({}, ...changes);
	told.does(raise("immediate-danger"));
	told.does(answer("call", "PROTECTED_NOW"));
	return told;
}

function reported(...changes: DocumentChange[]): Rehearsal {
	const told = atReport(...changes);
	told.does(handOff("report"));
	return told;
}
