import { expect, test } from "vitest";
import { changedExample } from "#protocols/language/changed-example.ts";
import { memberOf, rehearse } from "./rehearsal.ts";
import { careAccepted, concernAccepted, readyToClose } from "./rehearsed-example.ts";
import { crip, newer, refusal, spotter } from "./rehearsed-merger.ts";
import { act, answer, raise } from "./wishes.ts";

test("two people say so, each of a structure that takes part in theirs", () => {
	const [older, later] = [concernAccepted(), concernAccepted(newer)];

	expect(refusal(older, later, { older: crip, newer: "crip" })).toEqual({
		code: "needs-two-people",
	});
	expect(
		refusal(older, later, { older: crip, newer: memberOf("crip", { actor: "colleague" }) }),
	).toBeUndefined();
	expect(refusal(older, later, { older: crip, newer: "care" })).toEqual({ code: "not-part-of-it" });
	expect(refusal(older, later, { older: "care", newer: crip })).toEqual({ code: "not-part-of-it" });
});

test("one of the two is the CRIP, the ASE or a coordinator: only they know both young persons", () => {
	const [older, later] = [careAccepted(), careAccepted(newer)];
	const ase = { holding: { ase: ["lead"] } };

	expect(refusal(older, later, { older: "spotter", newer: "lead" })).toEqual({
		code: "needs-matching-role",
	});
	expect(refusal(older, later, { older: "spotter", newer: crip })).toBeUndefined();
	expect(
		refusal(older, later, { older: { ...spotter, coordinator: true }, newer: "lead" }),
	).toBeUndefined();
	expect(
		refusal(careAccepted(ase), careAccepted({ ...newer, ...ase }), {
			older: "spotter",
			newer: "lead",
		}),
	).toBeUndefined();
});

test("what is closed becomes nothing else", () => {
	const closed = readyToClose();
	closed.does(answer("close", "CLOSED"));

	expect(refusal(closed, concernAccepted(newer), { older: spotter, newer: crip })).toEqual({
		code: "situation-closed",
	});
});

test("where the protocol of what remains knows no such step, what runs has to end first", () => {
	const [older, later] = [rehearse(renamed("ask-care")), careAccepted(newer)];
	const says = { newer: "crip" };

	expect(refusal(older, later, says)).toEqual({ code: "other-protocol" });
	later.does(act("FAIL", { handoff: "n2" }));
	expect(refusal(older, later, says)).toBeUndefined();
	later.does(raise("runaway"));
	expect(refusal(rehearse(renamed("runaway")), later, says)).toEqual({ code: "other-protocol" });
	expect(refusal(older, later, says)).toBeUndefined();
});

/** The short example, with another name for one of its parts. */
function renamed(id: string): unknown {
	return JSON.parse(JSON.stringify(changedExample()).replaceAll(`"${id}"`, `"other-${id}"`));
}
