import { expect, test } from "vitest";
import { coordinator, memberOf } from "./rehearsal.ts";
import {
	concernAccepted,
	concernSent,
	opened,
	readyToClose,
	supporting,
} from "./rehearsed-example.ts";
import { unboundRoles } from "./story.ts";
import { answer, bind, nameLead, raise } from "./wishes.ts";

const twoLeads = { holding: { lead: ["lead", "lead-2"] } };

test("a structure that is alone in a role is bound to it by itself", () => {
	const told = opened();

	const events = told.does(raise("runaway"));

	expect(events).toMatchObject([
		{ type: "interruption-raised" },
		{ type: "role-bound", by: "system", actor: null, role: "lead", structure: "lead" },
	]);
	expect(told.situation.bindings).toEqual({ spotter: "spotter", lead: "lead" });
});

test("a holder that plays the role itself goes on, although others could", () => {
	const told = opened({ holding: { lead: ["lead", "spotter"] } });

	told.does(raise("runaway"));

	expect(told.situation.bindings.lead).toBe("spotter");
});

test("where several structures could play a role, the holder chooses", () => {
	const told = opened(twoLeads);
	told.does(raise("runaway"));
	const waiting = unboundRoles(told.situation);

	const events = told.does(bind("lead", "lead-2", { by: "spotter" }));

	expect(waiting).toEqual(["lead"]);
	expect(events).toMatchObject([{ type: "role-bound", by: "spotter", structure: "lead-2" }]);
	expect(unboundRoles(told.situation)).toEqual([]);
	expect(told.does(answer("keep-bond", "RETURNED"))[0]).toMatchObject({ by: "lead-2" });
});

test("where nobody plays a role, it stays open and everything else goes on", () => {
	const told = opened({ holding: { lead: [] } });

	told.does(raise("runaway"));

	expect(unboundRoles(told.situation)).toEqual(["lead"]);
	expect(told.does(answer("receive-sign", "RISK"))).not.toEqual([]);
});

test("a structure that comes later binds itself at the next act", () => {
	const holding: Record<string, string[]> = { lead: ["lead", "lead-2"] };
	const told = opened({ holding });
	told.does(raise("runaway"));
	holding.lead?.pop();

	told.does(answer("receive-sign", "RISK"));

	expect(told.situation.bindings.lead).toBe("lead");
});

test.each([
	["a holder", "crip"],
	["the coordinator", coordinator],
] as const)("%s may change who plays a role", (_, by) => {
	const told = concernAccepted();

	told.does(bind("crip", "crip-2", { by }));

	expect(told.situation.bindings.crip).toBe("crip-2");
	expect(told.does(answer("first-analysis", "DANGER"))[0]).toMatchObject({ by: "crip-2" });
});

test("the structure that plays a role may pass it on, and so may the lead", () => {
	const told = supporting();
	told.does(bind("crip", "crip-2", { by: "crip" }));
	told.does(nameLead("spotter"));

	told.does(bind("crip", "crip-3", { by: "spotter" }));

	expect(told.situation.bindings.crip).toBe("crip-3");
});

test("binding a role changes no holder: whoever held goes on until the other acts", () => {
	const told = concernAccepted();

	told.does(bind("crip", "crip-2"));

	expect(told.situation.holders.course?.structure).toBe("crip");
	told.does(answer("first-analysis", "DANGER"));
	expect(told.situation.holders.course?.structure).toBe("crip-2");
});

test.each([
	["an outdated page", bind("crip", "crip-2", { seen: 0 }), { code: "moved-on" }],
	[
		"a structure that holds nothing",
		bind("crip", "crip-2", { by: "spotter" }),
		{ code: "not-holder" },
	],
	[
		"a structure that does not hold the role",
		bind("crip", "care"),
		{ code: "structure-not-available", structure: "care", role: "crip" },
	],
	[
		"a role that only JavaScript knows",
		bind("constructor", "crip-2"),
		{ code: "structure-not-available", structure: "crip-2", role: "constructor" },
	],
] as const)("binding is refused to %s", (_, wish, refusal) => {
	expect(concernAccepted().refuses(wish)).toEqual(refusal);
});

test("no structure enters a situation by a role that its protocol does not have", () => {
	const told = concernAccepted({ holding: { school: ["college"] } });

	expect(told.refuses(bind("school", "college"))).toEqual({
		code: "structure-not-available",
		structure: "college",
		role: "school",
	});
});

test("the lead is a structure that has a part in the situation", () => {
	const told = concernSent();

	expect(told.refuses(nameLead("crip"))).toEqual({
		code: "structure-not-available",
		structure: "crip",
		role: "lead",
	});
	told.does(nameLead("spotter", { by: "spotter" }));
	expect(told.situation.lead).toBe("spotter");
});

test.each([
	["on an outdated page", nameLead("crip", { seen: 0 }), { code: "moved-on" }],
	[
		"by a structure that holds nothing",
		nameLead("crip", { by: "spotter" }),
		{ code: "not-holder" },
	],
] as const)("a lead named %s is refused", (_, wish, refusal) => {
	expect(concernAccepted().refuses(wish)).toEqual(refusal);
});

test("in a closed situation nobody is bound or named", () => {
	const told = readyToClose();
	told.does(answer("close", "CLOSED"));

	expect(told.refuses(bind("lead", "lead"))).toEqual({ code: "situation-closed" });
	expect(told.refuses(nameLead("lead"))).toEqual({ code: "situation-closed" });
});

test("an account without the coordinator's right steers nothing from outside", () => {
	const stranger = memberOf("coordination");

	expect(concernAccepted().refuses(bind("crip", "crip-2", { by: stranger }))).toEqual({
		code: "not-holder",
	});
});
