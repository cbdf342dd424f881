import { expect, test } from "vitest";
import { brokenPromises } from "./invariants.ts";
import { memberOf } from "./rehearsal.ts";
import { careAsked, concernSent, opened, readyToClose, supporting } from "./rehearsed-example.ts";
import { openSteps, runningInterruptions } from "./situation.ts";
import { act, answer, handOff, holderOf, nameLead, raise } from "./wishes.ts";

const onlyLead = { at: ["interruptions", 1, "raisedBy"], becomes: ["lead"] };

test("whoever takes part may raise an interruption, and holds it until somebody acts in it", () => {
	const told = supporting();

	const events = told.does(raise("immediate-danger", { by: "crip" }));

	expect(events).toMatchObject([
		{ type: "interruption-raised", by: "crip", interruption: "immediate-danger" },
	]);
	expect(runningInterruptions(told.situation)).toEqual(["immediate-danger"]);
	expect(openSteps(told.situation)).toEqual(["first-contact", "ask-care", "call"]);
	expect(holderOf(told, "call")).toBe("crip");
	told.does(answer("call", "PROTECTED_NOW"));
	expect(holderOf(told, "report")).toBe("spotter");
});

test("an outdated page never forbids an interruption", () => {
	const told = supporting();

	expect(told.does(raise("immediate-danger", { seen: 0 }))).not.toEqual([]);
});

test("an interruption that is raised while it runs begins again, with the same holder", () => {
	const told = opened();
	told.does(raise("immediate-danger"));
	told.does(answer("call", "PROTECTED_NOW"));
	told.does(nameLead("spotter"));

	told.does(raise("immediate-danger"));

	expect(openSteps(told.situation)).toEqual(["receive-sign", "call"]);
	expect(holderOf(told, "call")).toBe("spotter");
	expect(told.situation.entered.call).toBe(told.now);
	expect(brokenPromises(told.situation)).toEqual([]);
});

test("two interruptions run at once, each with its own holder and its own clock", () => {
	const told = supporting();
	told.does(raise("runaway", { by: "crip" }));
	told.does(raise("immediate-danger", { by: "lead" }));

	expect(runningInterruptions(told.situation)).toEqual(["runaway", "immediate-danger"]);
	expect(holderOf(told, "keep-bond")).toBe("crip");
	expect(holderOf(told, "call")).toBe("lead");
	expect(Object.keys(told.situation.clocks)).toEqual(
		expect.arrayContaining(["step:keep-bond", "step:call"]),
	);
	expect(brokenPromises(told.situation)).toEqual([]);
});

test("an interruption raised by a handoff's outcome is held by whoever holds the course", () => {
	const raises = { at: ["phases", 1, "steps", 0, "outcomes", 0, "raises"], becomes: "runaway" };
	const told = concernSent({}, raises);

	told.does(act("ACCEPT"));

	expect(runningInterruptions(told.situation)).toEqual(["runaway"]);
	expect(holderOf(told, "keep-bond")).toBe("crip");
	expect(brokenPromises(told.situation)).toEqual([]);
});

test("the end of an interruption may lead the course elsewhere, and its holder goes on", () => {
	const told = concernSent();
	told.does(raise("runaway"));
	told.does(answer("keep-bond", "RETURNED"));

	told.does(answer("welcome", "REPLAN"));

	expect(openSteps(told.situation)).toEqual(["first-contact", "ask-care"]);
	expect(holderOf(told, "first-contact")).toBe("spotter");
	expect(brokenPromises(told.situation)).toEqual([]);
});

test("a handoff outlives its step, and attaches again when its step is entered again", () => {
	const told = careAsked();
	told.does(raise("runaway"));
	told.does(answer("keep-bond", "RETURNED"));
	told.does(answer("welcome", "REPLAN"));

	const refusal = told.refuses(handOff("ask-care"));
	told.does(act("ACCEPT"));

	expect(refusal).toEqual({ code: "already-handed-off", step: "ask-care" });
	expect(holderOf(told, "ask-care")).toBe("care");
	expect(brokenPromises(told.situation)).toEqual([]);
});

test.each([
	[
		"an interruption that does not exist",
		"flood",
		{ code: "interruption-unknown", interruption: "flood" },
	],
	[
		"a name of JavaScript's",
		"constructor",
		{ code: "interruption-unknown", interruption: "constructor" },
	],
])("%s is refused", (_, interruption, refusal) => {
	expect(opened().refuses(raise(interruption))).toEqual(refusal);
});

test("a structure without a part in the situation raises nothing", () => {
	expect(opened().refuses(raise("runaway", { by: "lead" }))).toEqual({ code: "not-part-of-it" });
});

test("a structure that was only asked has no part yet, and has one after it accepted", () => {
	const told = concernSent();

	expect(told.refuses(raise("runaway", { by: "crip" }))).toEqual({ code: "not-part-of-it" });
	told.does(act("ACCEPT"));
	expect(told.does(raise("runaway", { by: "crip" }))).not.toEqual([]);
});

test("where only some roles may raise an interruption, the others are refused", () => {
	const told = supporting({}, onlyLead);

	expect(told.refuses(raise("runaway", { by: "crip" }))).toEqual({
		code: "cannot-raise",
		interruption: "runaway",
	});
	expect(told.does(raise("runaway", { by: "lead" }))).not.toEqual([]);
});

test("a structure that holds the role in the territory may raise without being bound to it", () => {
	const told = opened({ holding: { lead: ["lead", "spotter"] } }, onlyLead);

	expect(told.does(raise("runaway", { by: memberOf("spotter") }))).not.toEqual([]);
});

test("in a closed situation nothing is raised", () => {
	const told = readyToClose();
	told.does(answer("close", "CLOSED"));

	expect(told.refuses(raise("runaway"))).toEqual({ code: "situation-closed" });
});
