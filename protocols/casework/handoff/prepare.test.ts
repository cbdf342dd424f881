import { expect, test } from "vitest";
import { takesPart } from "../participation.ts";
import type { Refusal } from "../refusal.ts";
import { memberOf } from "../rehearsal.ts";
import {
	careAccepted,
	careAsked,
	concernAccepted,
	concernSent,
	opened,
	readyToSend,
	supporting,
	threeForCare,
} from "../rehearsed-example.ts";
import { factsOf } from "../situation.ts";
import { act, answer, bind, handOff, handoffOf, holderOf, raise } from "../wishes.ts";
import { stateOf } from "./handoff.ts";
import { possibleActs } from "./permission.ts";

test("a handoff is prepared and sent in one breath, with the answers of its step", () => {
	const told = readyToSend();

	const events = told.does(handOff("send-concern", { answers: { formal_route: "IP" } }));

	expect(events).toMatchObject([
		{
			type: "handoff-prepared",
			by: "spotter",
			handoff: "h1",
			step: "send-concern",
			to: "crip",
			answers: { formal_route: "IP" },
			information: "GIVEN",
		},
		{ type: "handoff-moved", handoff: "h1", act: "SEND" },
	]);
	expect(stateOf(handoffOf(told))).toBe("sent");
	expect(factsOf(told.situation).formal_route).toBe("IP");
	expect(holderOf(told, "send-concern")).toBe("spotter");
});

test("a draft can be sent later, or discarded and written again", () => {
	const told = readyToSend();
	told.does(handOff("send-concern", { send: false }));
	const drafted = stateOf(handoffOf(told));
	told.does(act("DISCARD"));

	told.does(handOff("send-concern", { send: false, to: ["crip-2"] }));
	told.does(act("SEND"));

	expect(drafted).toBe("draft");
	expect(stateOf(handoffOf(told, "h1"))).toBe("discarded");
	expect(handoffOf(told)).toMatchObject({ id: "h2", to: "crip-2", sentAt: told.now });
});

test("a draft is nothing to its recipient: no part, no act, no answer that tells it from nothing", () => {
	const told = readyToSend();
	told.does(handOff("send-concern", { send: false }));

	expect(takesPart(told.situation, "crip")).toBe(false);
	expect(possibleActs(told.situation, handoffOf(told), memberOf("crip"))).toEqual([]);
	expect(told.refuses(act("ACKNOWLEDGE", { by: "crip" }))).toEqual({ code: "handoff-unknown" });
	expect(told.refuses(act("SEND", { by: "crip", seen: 0 }))).toEqual({ code: "handoff-unknown" });
});

test.each<[string, Parameters<typeof handOff>[1], Refusal]>([
	["an outdated page", { seen: 0 }, { code: "moved-on" }],
	[
		"another structure",
		{ by: "spotter-2" },
		{ code: "not-your-step", role: "spotter", boundTo: "spotter" },
	],
	["nobody asked", { to: [] }, { code: "wrong-number-of-recipients", most: 1 }],
	[
		"two asked at once",
		{ to: ["crip", "crip-2"] },
		{ code: "wrong-number-of-recipients", most: 1 },
	],
	[
		"a structure that does not hold the role",
		{ to: ["care"] },
		{ code: "structure-not-available", structure: "care", role: "crip" },
	],
	[
		"a name of JavaScript's",
		{ to: ["constructor"] },
		{ code: "structure-not-available", structure: "constructor", role: "crip" },
	],
	[
		"a question left open",
		{ answers: {} },
		{ code: "answers-incomplete", missing: ["formal_route"] },
	],
	[
		"an answer outside its list",
		{ answers: { formal_route: "LETTER" } },
		{ code: "answer-unknown", field: "formal_route" },
	],
	[
		"a question that was not asked",
		{ answers: { formal_route: "IP", gender: "F" } },
		{ code: "answer-unknown", field: "gender" },
	],
])("a preparation is refused for %s", (_, wishing, refusal) => {
	expect(readyToSend().refuses(handOff("send-concern", wishing))).toEqual(refusal);
});

test("a structure does not hand a part to itself", () => {
	const told = readyToSend({ holding: { crip: ["spotter", "crip"] } });

	expect(told.refuses(handOff("send-concern", { to: ["spotter"] }))).toEqual({
		code: "to-yourself",
	});
});

test("a structure alone in the role passes the part between its own teams", () => {
	const told = readyToSend({ holding: { crip: ["spotter"] } });

	expect(told.does(handOff("send-concern", { to: ["spotter"] }))).not.toEqual([]);
});

test("only a handoff step is handed off, and only while it is open", () => {
	expect(opened().refuses(handOff("receive-sign", { to: ["crip"] }))).toEqual({
		code: "not-a-handoff-step",
		step: "receive-sign",
	});
	expect(opened().refuses(handOff("send-concern"))).toEqual({
		code: "step-not-open",
		step: "send-concern",
		open: ["receive-sign"],
	});
});

test("a step whose role nobody plays yet is not handed off", () => {
	const told = concernAccepted({ holding: { lead: ["lead", "lead-2"] } });
	told.does(answer("first-analysis", "DANGER"));

	expect(told.refuses(handOff("ask-care"))).toEqual({ code: "role-not-bound", role: "lead" });
});

test.each([
	["sent", careAsked],
	["accepted", careAccepted],
])("while a handoff is %s, its step is not handed off again", (_, begin) => {
	expect(begin().refuses(handOff("ask-care", { to: ["care-2"] }))).toEqual({
		code: "already-handed-off",
		step: "ask-care",
	});
});

test("the same structure is not asked twice at once", () => {
	const told = supporting({}, threeForCare);

	expect(told.refuses(handOff("ask-care", { to: ["care", "care"] }))).toEqual({
		code: "wrong-number-of-recipients",
		most: 3,
	});
});

test("a draft is not sent once its step is no longer open", () => {
	const told = readyToSend();
	told.does(handOff("send-concern", { send: false }));
	told.does(raise("runaway"));
	told.does(answer("keep-bond", "RETURNED"));
	told.does(answer("welcome", "REPLAN"));

	expect(told.refuses(act("SEND"))).toMatchObject({ code: "step-not-open", step: "send-concern" });
});

test("a draft is not sent while as many structures are asked as the step allows", () => {
	const told = readyToSend();
	told.does(handOff("send-concern", { send: false }));
	told.does(handOff("send-concern", { to: ["crip-2"] }));

	expect(told.refuses(act("SEND", { handoff: "h1" }))).toEqual({
		code: "already-handed-off",
		step: "send-concern",
	});
});

test("several drafts are sent one by one, as many as the step allows", () => {
	const told = supporting({}, threeForCare);
	told.does(handOff("ask-care", { to: ["care", "care-2", "care-3"], send: false }));

	for (const handoff of ["h2", "h3", "h4"]) told.does(act("SEND", { handoff }));

	expect(["h2", "h3", "h4"].map((id) => stateOf(handoffOf(told, id)))).toEqual([
		"sent",
		"sent",
		"sent",
	]);
});

test("a draft is not sent by a structure that no longer plays the role of its step", () => {
	const told = readyToSend();
	told.does(handOff("send-concern", { send: false }));
	told.does(bind("spotter", "spotter-2"));

	expect(told.refuses(act("SEND"))).toEqual({
		code: "not-your-step",
		role: "spotter",
		boundTo: "spotter-2",
	});
});

test("a draft is not sent to a structure that no longer holds the role", () => {
	const holding: Record<string, string[]> = { crip: ["crip", "crip-2"] };
	const told = readyToSend({ holding });
	told.does(handOff("send-concern", { send: false }));
	holding.crip?.shift();

	expect(told.refuses(act("SEND"))).toEqual({
		code: "structure-not-available",
		structure: "crip",
		role: "crip",
	});
});

test("the terms recorded with a handoff are codes: no sentence of the protocol enters the journal", () => {
	const ifSilent = {
		at: ["phases", 1, "steps", 0, "handoff", "ifSilent"],
		becomes: { fr: "Appelez." },
	};

	const told = concernSent({}, ifSilent);
	told.does(act("DECLINE"));
	told.does(act("REROUTE"));

	expect(JSON.stringify(told.events)).not.toContain("Appelez");
	expect(handoffOf(told).terms.ifSilent).toEqual({ fr: "Appelez." });
});
