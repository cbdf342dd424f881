import { expect, test } from "vitest";
import {
	endStates,
	type HandoffAct,
	handoffActCodes,
	hasEnded,
	type LifeState,
	lifeStates,
	ruleOf,
} from "./life.ts";
import { type HandoffSnapshot, handoffMachine, lifeOf, moveHandoff } from "./machine.ts";

const studied: LifeState[] = ["received.toStudy", "received.infoRequested"];
const unsettled: LifeState[] = ["sent", ...studied, "unanswered"];
const inProgress: LifeState[] = ["inProgress.contacted", "inProgress.missed"];
const active: LifeState[] = ["accepted", ...inProgress];
const held: LifeState[] = [...active, "suspended"];
const cancelling: LifeState = "cancellationRequested";
const notEnded: LifeState[] = [...unsettled, "declined", ...held, cancelling];

type Row = [from: LifeState[], to: LifeState | "same" | "before"];

/** The table of the specification (events of a handoff), then what it says in words. */
const table: Record<HandoffAct, Row> = {
	DISCARD: [["draft"], "discarded"],
	SEND: [["draft"], "sent"],
	ACKNOWLEDGE: [["sent", "unanswered"], "received.toStudy"],
	ACCEPT: [unsettled, "accepted"],
	DECLINE: [unsettled, "declined"],
	ASK_INFO: [["received.toStudy"], "received.infoRequested"],
	GIVE_INFO: [["received.infoRequested"], "received.toStudy"],
	NO_ANSWER: [["sent", "received.toStudy"], "unanswered"],
	REACHED_BY_PHONE: [unsettled, "same"],
	WITHDRAW: [unsettled, "cancelled"],
	CONTEST: [["declined"], "received.toStudy"],
	REROUTE: [["declined", "unanswered"], "rerouted"],
	RECORD_REFUSAL: [["declined"], "refused"],
	CONTACT: [["accepted", "inProgress.missed"], "inProgress.contacted"],
	MISSED: [active, "inProgress.missed"],
	REVIEW: [inProgress, "same"],
	CHANGE_REFERENT: [held, "same"],
	SUSPEND: [active, "suspended"],
	RESUME: [["suspended"], "before"],
	REVIEW_SUSPENSION: [["suspended"], "same"],
	GIVE_BACK: [held, "declined"],
	ASK_CANCELLATION: [held, cancelling],
	CONFIRM: [[cancelling], "cancelled"],
	MAINTAIN: [[cancelling], "before"],
	ARBITRATE_CANCEL: [[cancelling], "cancelled"],
	ARBITRATE_MAINTAIN: [[cancelling], "before"],
	TAKE_BACK: [[cancelling], "cancelled"],
	COMPLETE: [[...inProgress, cancelling], "completed"],
	FAIL: [held, "failed"],
	READ_OUTCOME: [["completed", "failed"], "same"],
	SUPERSEDE: [["draft", ...unsettled, "declined"], "cancelled"],
	// The recipient has not found the line; the sender lets it be found again.
	NOT_MATCHED: [unsettled, "same"],
	RECALL_NUMBER: [[...notEnded, "completed"], "same"],
	IMMEDIATE_DANGER: [notEnded, "same"],
	REPORT_ERROR: [notEnded, "enteredInError"],
	// The work that an acceptance began goes on in the course, or its step is asked of another.
	CARRY_ON: [[...held, cancelling], "completed"],
	// The sender declares what an external recipient answers.
	DECLARE_RECEIVED: [["sent", "unanswered"], "received.toStudy"],
	DECLARE_ACCEPTED: [unsettled, "accepted"],
	DECLARE_REFUSED: [unsettled, "refused"],
	DECLARE_COMPLETED: [["accepted"], "completed"],
	DECLARE_FAILED: [["accepted"], "failed"],
};

test.each(lifeStates)("from %s, the machine does what the table says, for each act", (state) => {
	const before = snapshotIn(state);

	const after = Object.fromEntries(
		handoffActCodes.map((act) => [act, lifeOf(moveHandoff(before, act))]),
	);

	expect(after).toEqual(
		Object.fromEntries(handoffActCodes.map((act) => [act, expectedAfter(state, act)])),
	);
});

test.each(lifeStates)("from %s, an act that is not allowed changes nothing at all", (state) => {
	const before = snapshotIn(state);
	const forbidden = handoffActCodes.filter((act) => !table[act][0].includes(state));

	const changed = forbidden.filter((act) => {
		const { value, context } = moveHandoff(before, act);
		return JSON.stringify({ value, context }) !== JSON.stringify(spelled(before));
	});

	expect(changed).toEqual([]);
});

test("eighteen states, seven of them ends, and no act leaves an end", () => {
	const leaving = endStates.flatMap((state) =>
		handoffActCodes.filter((act) => lifeOf(moveHandoff(snapshotIn(state), act)) !== state),
	);

	expect(lifeStates).toHaveLength(18);
	expect(lifeStates.filter(hasEnded)).toEqual([...endStates]);
	expect(leaving).toEqual([]);
});

test("each act says who may do it", () => {
	expect(handoffActCodes.filter((act) => ruleOf(act).by.length === 0)).toEqual([]);
});

test.each(active)("a suspension of %s ends where it began", (state) => {
	const suspended = moveHandoff(snapshotIn(state), "SUSPEND");

	const resumed = moveHandoff(suspended, "RESUME");

	expect(lifeOf(suspended)).toBe("suspended");
	expect(lifeOf(resumed)).toBe(state);
});

test.each(held)("a cancellation that is not confirmed goes back to %s", (state) => {
	const asked = moveHandoff(snapshotIn(state), "ASK_CANCELLATION");

	expect(lifeOf(moveHandoff(asked, "MAINTAIN"))).toBe(state);
	expect(lifeOf(moveHandoff(asked, "ARBITRATE_MAINTAIN"))).toBe(state);
});

test.each(active)(
	"a cancellation asked while %s is suspended finds its way back twice",
	(state) => {
		const acts = ["SUSPEND", "ASK_CANCELLATION", "MAINTAIN", "RESUME"];

		const states = acts.map((_, index) =>
			lifeOf(acts.slice(0, index + 1).reduce(moveHandoff, snapshotIn(state))),
		);

		expect(states).toEqual(["suspended", "cancellationRequested", "suspended", state]);
	},
);

test("the delay grows with the strikes, forbids nothing, and begins again with each clock", () => {
	const late = ["SOON", "OVERDUE", "ESCALATE"].reduce(moveHandoff, snapshotIn("sent"));

	const answered = moveHandoff(late, "ACCEPT");

	expect(late.value).toEqual({ life: "sent", delay: "escalated", loop: "open" });
	expect(lifeOf(answered)).toBe("accepted");
	expect(moveHandoff(answered, "CLOCK_STARTED").value).toMatchObject({ delay: "onTime" });
});

test("reading the outcome closes the loop, once", () => {
	const read = moveHandoff(snapshotIn("completed"), "READ_OUTCOME");

	expect(read.value).toEqual({ life: "completed", delay: "onTime", loop: "closed" });
	expect(moveHandoff(read, "READ_OUTCOME").value).toEqual(read.value);
	expect(moveHandoff(snapshotIn("sent"), "READ_OUTCOME").value).toMatchObject({ loop: "open" });
});

function expectedAfter(state: LifeState, act: HandoffAct): LifeState {
	const [from, to] = table[act];
	if (!from.includes(state) || to === "same") return state;
	return to === "before" ? "inProgress.missed" : to;
}

/** A handoff in a state; what is paused there was paused in `inProgress.missed`. */
function snapshotIn(state: LifeState): HandoffSnapshot {
	const [outer = "", inner] = state.split(".");
	return handoffMachine.resolveState({
		value: {
			life: inner === undefined ? outer : { [outer]: inner },
			delay: "onTime",
			loop: "open",
		},
		context: { suspended: "inProgress.missed", cancellationRequested: "inProgress.missed" },
	});
}

function spelled({ value, context }: HandoffSnapshot) {
	return { value, context };
}
