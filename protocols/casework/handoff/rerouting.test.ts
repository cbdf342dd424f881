import { expect, test } from "vitest";
import type { Refusal } from "../refusal.ts";
import { coordinator } from "../rehearsal.ts";
import { careAsked, concernAccepted, concernSent } from "../rehearsed-example.ts";
import { openSteps } from "../situation.ts";
import { act, handOff, handoffOf, holderOf } from "../wishes.ts";
import { stateOf } from "./handoff.ts";

test("a rerouting asks another structure in the same breath, the sender holding on", () => {
	const told = concernSent();
	told.does(act("DECLINE"));

	const events = told.does(act("REROUTE", { reroutesTo: "crip-3" }));

	expect(events).toMatchObject([
		{ type: "handoff-moved", handoff: "h1", act: "REROUTE" },
		{ type: "handoff-prepared", handoff: "h2", by: "spotter", to: "crip-3", follows: "h1" },
		{ type: "handoff-moved", handoff: "h2", act: "SEND" },
	]);
	expect(stateOf(handoffOf(told, "h1"))).toBe("rerouted");
	expect(handoffOf(told)).toMatchObject({ follows: "h1", codes: { information: "GIVEN" } });
	expect(holderOf(told, "send-concern")).toBe("spotter");
});

test("the new recipient's acceptance binds it, and the protocol goes on", () => {
	const told = concernSent();
	told.waits({ n: 10, unit: "calendar-days" });
	told.does(act("REROUTE"));

	told.does(act("ACCEPT"));

	expect(told.situation.bindings.crip).toBe("crip-2");
	expect(holderOf(told, "first-analysis")).toBe("crip-2");
	expect(openSteps(told.situation)).toEqual(["first-analysis"]);
});

test("after a giving back in the course, the new recipient is bound on acceptance, not before", () => {
	const told = concernAccepted();
	told.does(act("GIVE_BACK"));
	told.does(act("REROUTE"));
	const meanwhile = told.situation.bindings.crip;

	told.does(act("ACCEPT"));

	expect(meanwhile).toBe("crip");
	expect(told.situation.bindings.crip).toBe("crip-2");
	expect(holderOf(told, "first-analysis")).toBe("crip-2");
	expect(openSteps(told.situation)).toEqual(["first-analysis"]);
});

test("the coordinator may reroute for a sender who stays silent; the sender goes on holding", () => {
	const told = careAsked();
	told.does(act("DECLINE"));

	told.does(act("REROUTE", { by: coordinator }));

	expect(handoffOf(told)).toMatchObject({ from: "lead", to: "care-2" });
	expect(holderOf(told, "ask-care")).toBe("lead");
});

test("the structure that was asked first can no longer accept, the second one can", () => {
	const told = concernSent();
	told.waits({ n: 10, unit: "calendar-days" });
	told.does(act("REROUTE"));

	expect(told.refuses(act("ACCEPT", { handoff: "h1" }))).toMatchObject({
		code: "act-not-allowed",
		state: "rerouted",
	});
	expect(told.does(act("ACCEPT"))).not.toEqual([]);
});

test.each<[string, string, Refusal]>([
	["the structure that declined", "crip", { code: "to-yourself" }],
	["the sender", "spotter", { code: "to-yourself" }],
	[
		"a structure without the role",
		"care",
		{ code: "structure-not-available", structure: "care", role: "crip" },
	],
])("a rerouting to %s is refused, and nothing has moved", (_, reroutesTo, refusal) => {
	const told = concernSent({ holding: { crip: ["crip", "crip-2", "spotter"] } });
	told.does(act("DECLINE"));

	expect(told.refuses(act("REROUTE", { reroutesTo }))).toEqual(refusal);
	expect(stateOf(handoffOf(told))).toBe("declined");
});

test("a refusal that is recorded answers the step, and the course goes on with the sender", () => {
	const told = concernSent();
	told.does(act("DECLINE"));

	told.does(act("RECORD_REFUSAL"));

	expect(openSteps(told.situation)).toEqual(["close"]);
	expect(holderOf(told, "close")).toBe("spotter");
});

test("a withdrawal leaves the step open, unless its sender says what it answers", () => {
	const noAck = {
		at: ["phases", 1, "steps", 0, "outcomes", 2],
		becomes: { code: "NO_ACK", label: { fr: "Sans réponse" }, to: "close" },
	};
	const open = concernSent({}, noAck);
	open.does(act("WITHDRAW"));
	const answered = concernSent({}, noAck);
	answered.does(act("WITHDRAW", { outcome: "NO_ACK" }));

	expect(openSteps(open.situation)).toEqual(["send-concern"]);
	expect(openSteps(answered.situation)).toEqual(["close"]);
	expect(open.does(handOff("send-concern"))).not.toEqual([]);
});

test("a coordinator gives a handoff back only where two people have opened it, and that one only", () => {
	const told = concernAccepted();
	const otherwise = { ...coordinator, glass: ["another"] };

	expect(told.refuses(act("GIVE_BACK", { by: coordinator })).code).toBe("not-your-act");
	expect(told.refuses(act("GIVE_BACK", { by: otherwise })).code).toBe("not-your-act");
	told.does(act("GIVE_BACK", { by: { ...coordinator, glass: ["h1"] } }));

	expect(stateOf(handoffOf(told, "h1"))).toBe("declined");
	told.does(act("REROUTE", { by: coordinator, reroutesTo: "crip-3" }));
	expect(handoffOf(told)).toMatchObject({ from: "spotter", to: "crip-3" });
});

test("an emergency access opens nothing to whoever does not coordinate", () => {
	const told = concernAccepted();
	const stranger = { ...coordinator, coordinator: false, glass: ["h1"] };

	expect(told.refuses(act("GIVE_BACK", { by: stranger })).code).toBe("not-your-act");
});
