import { expect, test } from "vitest";
import { brokenPromises } from "../invariants.ts";
import type { Rehearsal } from "../rehearsal.ts";
import {
	concernSent,
	readyToSend,
	supporting,
	threeForCare,
	threeForConcern,
} from "../rehearsed-example.ts";
import { openSteps } from "../situation.ts";
import { act, answer, handOff, handoffOf, holderOf, raise } from "../wishes.ts";
import { stateOf } from "./handoff.ts";

const all = ["care", "care-2", "care-3"];
/** The return from a runaway leads back to the sending, while the CRIP may still hold. */
const backToSending = {
	at: ["interruptions", 1, "steps", 1, "outcomes", 1, "leads"],
	becomes: "send-concern",
};

test("each structure asked has a handoff of its own", () => {
	const told = threeAsked();

	expect(Object.values(told.situation.handoffs).slice(1)).toMatchObject([
		{ id: "h2", to: "care" },
		{ id: "h3", to: "care-2" },
		{ id: "h4", to: "care-3" },
	]);
	expect(told.refuses(handOff("ask-care"))).toMatchObject({ code: "already-handed-off" });
});

test("the first acceptance supersedes the others, whatever they were doing", () => {
	const told = threeAsked();
	told.does(act("ACKNOWLEDGE", { handoff: "h2" }));
	told.does(act("DECLINE", { handoff: "h4" }));

	const events = told.does(act("ACCEPT", { handoff: "h3" }));

	expect(events).toMatchObject([
		{ handoff: "h3", act: "ACCEPT", by: "care-2" },
		{ handoff: "h2", act: "SUPERSEDE", by: "system" },
		{ handoff: "h4", act: "SUPERSEDE", by: "system" },
	]);
	expect(statesOf(told)).toEqual(["cancelled", "accepted", "cancelled"]);
	expect(holderOf(told, "ask-care")).toBe("care-2");
	expect(brokenPromises(told.situation)).toEqual([]);
});

test("of two simultaneous acceptances the second finds that somebody was first", () => {
	const told = threeAsked();
	const page = told.situation.position;
	told.does(act("ACCEPT", { handoff: "h2", seen: page }));

	const second = told.refuses(act("ACCEPT", { handoff: "h3", seen: page }));
	const insisting = told.refuses(act("ACCEPT", { handoff: "h3" }));

	expect(second).toEqual({ code: "moved-on" });
	expect(insisting).toMatchObject({ code: "act-not-allowed", state: "cancelled" });
	expect(holderOf(told, "ask-care")).toBe("care");
});

test("where the protocol goes on at acceptance, the first one carries the next step", () => {
	const told = readyToSend({}, threeForConcern);
	told.does(handOff("send-concern", { to: ["crip", "crip-2"] }));

	told.does(act("ACCEPT", { handoff: "h2" }));

	expect(openSteps(told.situation)).toEqual(["first-analysis"]);
	expect(told.situation.bindings.crip).toBe("crip-2");
	expect(stateOf(handoffOf(told, "h1"))).toBe("cancelled");
});

test("a refusal of one leaves the others asked, and the step open", () => {
	const told = threeAsked();
	told.does(act("DECLINE", { handoff: "h2" }));

	told.does(act("RECORD_REFUSAL", { handoff: "h2", codes: { next: "GO_ON" } }));

	expect(statesOf(told)).toEqual(["refused", "sent", "sent"]);
	expect(openSteps(told.situation)).toContain("ask-care");
});

test("when the sender answers the step by one refusal, the requests it made stale are superseded", () => {
	const told = threeAsked();
	told.does(act("DECLINE", { handoff: "h2" }));

	told.does(act("RECORD_REFUSAL", { handoff: "h2" }));

	expect(openSteps(told.situation)).toContain("care-later");
	expect(statesOf(told)).toEqual(["refused", "cancelled", "cancelled"]);
	expect(brokenPromises(told.situation)).toEqual([]);
});

test("a structure that is still asked is not asked again by a rerouting", () => {
	const told = threeAsked();
	told.does(act("DECLINE", { handoff: "h2" }));

	const refusal = told.refuses(act("REROUTE", { handoff: "h2", reroutesTo: "care-3" }));

	expect(refusal).toEqual({ code: "already-handed-off", step: "ask-care" });
});

test("a step that is asked again ends what an earlier acceptance of it had begun", () => {
	const told = concernSent({}, backToSending);
	told.does(act("ACCEPT"));
	told.does(raise("runaway"));
	told.does(answer("keep-bond", "RETURNED"));
	told.does(answer("welcome", "REPLAN"));
	const still = stateOf(handoffOf(told));
	told.does(handOff("send-concern", { to: ["crip-2"] }));

	const events = told.does(act("ACCEPT"));

	expect(still).toBe("accepted");
	expect(events).toMatchObject([
		{ handoff: "h2", act: "ACCEPT", by: "crip-2" },
		{ handoff: "h1", act: "CARRY_ON", by: "system" },
		{ type: "step-answered", step: "send-concern" },
	]);
	expect(stateOf(handoffOf(told, "h1"))).toBe("completed");
});

function threeAsked(): Rehearsal {
	const told = supporting({}, threeForCare);
	told.does(handOff("ask-care", { to: all }));
	return told;
}

function statesOf(told: Rehearsal): string[] {
	return ["h2", "h3", "h4"].map((id) => stateOf(handoffOf(told, id)));
}
