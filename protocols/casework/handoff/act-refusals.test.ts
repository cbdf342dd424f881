import { expect, test } from "vitest";
import type { Refusal } from "../refusal.ts";
import { coordinator, dayMs, memberOf } from "../rehearsal.ts";
import {
	careAccepted,
	careAsked,
	concernAccepted,
	concernSent,
	readyToSend,
} from "../rehearsed-example.ts";
import type { EpochMs } from "../situation.ts";
import { act, handOff, handoffOf, nameLead } from "../wishes.ts";
import { stateOf } from "./handoff.ts";
import { type HandoffAct, handoffActCodes } from "./life.ts";
import { needsOn } from "./needs.ts";

const without = { reception: false };

test.each<[string, HandoffAct, Parameters<typeof act>[1], Refusal]>([
	["on an outdated page", "WITHDRAW", { seen: 0 }, { code: "moved-on" }],
	["not possible here", "CONTACT", {}, { code: "act-not-allowed", act: "CONTACT", state: "sent" }],
	["of the other side", "ACCEPT", { by: "spotter" }, { code: "not-your-act", act: "ACCEPT" }],
	[
		"without the right to receive",
		"ACCEPT",
		{ by: memberOf("crip", without) },
		{ code: "not-your-act", act: "ACCEPT" },
	],
	["of a stranger", "WITHDRAW", { by: "care" }, { code: "not-your-act", act: "WITHDRAW" }],
	["of a clock", "NO_ANSWER", { by: "clock" }, { code: "not-your-act", act: "NO_ANSWER" }],
	["of a coordinator", "ACCEPT", { by: coordinator }, { code: "not-your-act", act: "ACCEPT" }],
	["without a reason", "DECLINE", { codes: {} }, { code: "code-missing", field: "declineReason" }],
	[
		"without a referent",
		"ACCEPT",
		{ referent: undefined },
		{ code: "code-missing", field: "referent" },
	],
	["without a date", "ACCEPT", { until: undefined }, { code: "code-missing", field: "until" }],
	[
		"with a code that it does not carry",
		"ACKNOWLEDGE",
		{ codes: { identityBy: "PHONE", declineReason: "CAPACITY" } },
		{ code: "answer-unknown", field: "declineReason" },
	],
	[
		"that suggests what is no structure of the role",
		"DECLINE",
		{ codes: { declineReason: "CAPACITY", suggests: "lea-martin" } },
		{ code: "structure-not-available", structure: "lea-martin", role: "crip" },
	],
	["with a stray date", "ACKNOWLEDGE", { until: 9e12 }, { code: "answer-unknown", field: "until" }],
	["for a past day", "ACCEPT", { until: 1 }, { code: "date-past" }],
])("an act %s is refused", (_, code, given, refusal) => {
	const told = concernSent();

	expect(told.refuses(act(code, given))).toEqual(refusal);
	expect(stateOf(handoffOf(told))).toBe("sent");
});

test("an id that no handoff has, even one of JavaScript's own, is no handoff", () => {
	const told = concernSent();

	expect(told.refuses(direct(act("WITHDRAW"), "h9"))).toEqual({ code: "handoff-unknown" });
	expect(told.refuses(direct(act("WITHDRAW"), "constructor"))).toEqual({ code: "handoff-unknown" });
	expect(told.refuses(direct(act("WITHDRAW"), "__proto__"))).toEqual({ code: "handoff-unknown" });
});

test("the first contact is promised within the limit of the urgency class", () => {
	const told = concernSent();
	const late = told.now + 30 * dayMs;

	const refusal = told.refuses(act("ACCEPT", { until: late })) as { latest: EpochMs };

	expect(refusal).toMatchObject({ code: "date-too-late" });
	expect(refusal.latest).toBeLessThan(late);
	expect(told.does(act("ACCEPT", { until: refusal.latest }))).not.toEqual([]);
});

test("the referent is an active professional of the recipient", () => {
	const told = concernSent({ isActiveMember: (_, member) => member === "crip-member" });

	expect(told.refuses(act("ACCEPT", { referent: "gone-member" }))).toEqual({
		code: "referent-unknown",
	});
	expect(told.does(act("ACCEPT", { referent: "crip-member" }))).not.toEqual([]);
});

test("a precision is asked once, a refusal is contested once", () => {
	const told = careAsked();
	told.does(act("ACKNOWLEDGE"));
	told.does(act("ASK_INFO"));
	told.does(act("GIVE_INFO"));
	const asked = told.refuses(act("ASK_INFO"));
	told.does(act("DECLINE"));
	told.does(act("CONTEST"));
	told.does(act("DECLINE"));

	expect(asked).toEqual({ code: "only-once", act: "ASK_INFO" });
	expect(told.refuses(act("CONTEST"))).toEqual({ code: "only-once", act: "CONTEST" });
});

test("an outcome is read once, by the sender", () => {
	const told = careAccepted();
	told.does(act("FAIL"));

	expect(told.refuses(act("READ_OUTCOME", { by: "care" }))).toMatchObject({ code: "not-your-act" });
	told.does(act("READ_OUTCOME"));
	expect(told.refuses(act("READ_OUTCOME"))).toEqual({ code: "only-once", act: "READ_OUTCOME" });
});

test("a referent acts by name, and the reception of the structure for a referent who is away", () => {
	const told = careAccepted();
	const colleague = memberOf("care", { actor: "colleague", ...without });

	expect(told.refuses(act("CONTACT", { by: colleague }))).toMatchObject({ code: "not-your-act" });
	told.does(act("CONTACT", { by: memberOf("care", without) }));
	expect(told.does(act("MISSED", { by: memberOf("care", { actor: "colleague" }) }))).not.toEqual(
		[],
	);
});

test("a lead may suspend and resume, and nothing else of a referent's", () => {
	const told = careAccepted();
	told.does(nameLead("spotter"));
	told.does(act("SUSPEND", { by: "spotter" }));

	expect(told.refuses(act("REVIEW_SUSPENSION", { by: "spotter" }))).toMatchObject({
		code: "not-your-act",
	});
	told.does(act("RESUME", { by: "spotter" }));
	expect(stateOf(handoffOf(told))).toBe("accepted");
});

test("after acceptance the sender reports no error alone, and withdraws nothing alone", () => {
	const told = careAccepted();

	expect(told.refuses(act("REPORT_ERROR", { by: "lead" }))).toEqual({
		code: "not-your-act",
		act: "REPORT_ERROR",
	});
	expect(told.refuses(act("WITHDRAW"))).toMatchObject({ code: "act-not-allowed" });
	told.does(act("REPORT_ERROR", { by: coordinator }));
	expect(stateOf(handoffOf(told))).toBe("enteredInError");
});

test("nor after the recipient gave back what it had accepted", () => {
	const told = careAccepted();
	told.does(act("GIVE_BACK"));

	expect(told.refuses(act("REPORT_ERROR", { by: "lead" }))).toMatchObject({ code: "not-your-act" });
});

test("before acceptance the sender reports an error, and the step can be handed off again", () => {
	const told = concernSent();

	told.does(act("REPORT_ERROR"));

	expect(stateOf(handoffOf(told))).toBe("enteredInError");
	expect(told.does(handOff("send-concern"))).not.toEqual([]);
});

test("where several outcomes of the step answer an end, one of them is chosen", () => {
	const more = {
		at: ["phases", 1, "steps", 0, "outcomes", 2],
		becomes: { code: "REDIRECTED", label: { fr: "Réorientée" }, to: "close" },
	};
	const told = concernSent({}, more);
	told.does(act("DECLINE"));

	expect(told.refuses(act("RECORD_REFUSAL"))).toEqual({
		code: "outcome-to-choose",
		outcomes: ["REFUSED", "REDIRECTED"],
	});
	expect(told.refuses(act("RECORD_REFUSAL", { outcome: "ACCEPTED" }))).toEqual({
		code: "outcome-to-choose",
		outcomes: ["REFUSED", "REDIRECTED"],
	});
	told.does(act("RECORD_REFUSAL", { outcome: "REDIRECTED" }));
	expect(told.events.at(-2)).toMatchObject({ type: "step-answered", outcome: "REDIRECTED" });
});

test.each(handoffActCodes)("%s is refused to somebody who has nothing to do with it", (code) => {
	const begins = [concernSent, concernAccepted, careAccepted, readyToSend];
	for (const begin of begins) {
		const told = begin();
		if (begin === readyToSend) told.does(handOff("send-concern", { send: false }));
		expect(told.refuses(act(code, { by: "passer-by" })).code).toMatch(
			/^(act-not-allowed|not-your-act|handoff-unknown)$/,
		);
	}
});

test("each act that says something says it in codes, a date, a name of the directory, or a yes", () => {
	const needs = handoffActCodes
		.map((code) => needsOn(code, false))
		.flatMap(({ must, may = [] }) => [...must, ...may]);

	expect([...new Set(needs)].sort()).toEqual([
		"contact",
		"declaredBy",
		"declineReason",
		"identityBy",
		"matched",
		"mismatch",
		"missing",
		"next",
		"outcome",
		"phone",
		"redirectReason",
		"referent",
		"reroutesTo",
		"review",
		"suggests",
		"suspensionReason",
		"until",
	]);
});

/** The same command on a handoff of another id, as a direct request would send it. */
function direct(wish: ReturnType<typeof act>, handoff: string): ReturnType<typeof act> {
	return (told) => ({ ...wish(told), handoff }) as ReturnType<typeof wish>;
}
