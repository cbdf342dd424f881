import { expect, test } from "vitest";
import { awaitedSide, awaitsReading, handoffDelays, runningDelay } from "./delays.ts";
import { beginHandoff, type Handoff, isHeldByRecipient, stateOf } from "./handoff.ts";
import {
	handoffActCodes,
	hasEnded,
	type LifeState,
	lifeStates,
	type Party,
	ruleOf,
} from "./life.ts";
import { type HandoffSnapshot, handoffMachine, lifeOf, moveHandoff } from "./machine.ts";

const notEnded = lifeStates.filter((state) => !hasEnded(state));
/** An external recipient has no states of acceptance by the application. */
const externalStates: LifeState[] = ["draft", "sent", "received.toStudy", "unanswered", "accepted"];
const sides: Record<string, Party[]> = {
	recipient: ["reception", "referent"],
	sender: ["sender"],
	coordinator: ["coordinator"],
	lead: ["lead"],
};

test.each(notEnded)("%s has exactly one running clock, and somebody it waits for", (state) => {
	const handoff = handoffIn(state);

	expect(runningDelay(handoff)).toMatchObject({ n: expect.any(Number), unit: expect.any(String) });
	expect(["sender", "recipient"]).toContain(awaitedSide(handoff));
});

test.each(notEnded)("%s has a clock also with an external recipient: the sender's", (state) => {
	const handoff = { ...handoffIn(state, "external"), to: undefined };

	expect(runningDelay(handoff)).toBeDefined();
	expect(awaitedSide(handoff)).toBe("sender");
});

test("after the end a clock runs only until the sender has read a returned outcome", () => {
	const ends = lifeStates.filter(hasEnded);

	expect(ends.filter((state) => runningDelay(handoffIn(state)) !== undefined)).toEqual([
		"completed",
		"failed",
	]);
	expect(ends.filter((state) => runningDelay(read(handoffIn(state))) !== undefined)).toEqual([]);
	expect(ends.filter((state) => awaitsReading(handoffIn(state, "external")))).toEqual([]);
});

test("who is waited for is the side that the specification names", () => {
	const awaited = Object.fromEntries(
		notEnded.map((state) => [state, awaitedSide(handoffIn(state))]),
	);

	expect(awaited).toEqual({
		draft: "sender",
		sent: "recipient",
		"received.toStudy": "recipient",
		"received.infoRequested": "sender",
		unanswered: "sender",
		declined: "sender",
		accepted: "recipient",
		"inProgress.contacted": "recipient",
		"inProgress.missed": "recipient",
		suspended: "recipient",
		cancellationRequested: "recipient",
	});
	expect(awaitedSide(handoffIn("completed"))).toBe("sender");
});

test("the recipient holds from acceptance until the handoff ends or is given back", () => {
	expect(lifeStates.filter((state) => isHeldByRecipient(handoffIn(state)))).toEqual([
		"accepted",
		"inProgress.contacted",
		"inProgress.missed",
		"suspended",
		"cancellationRequested",
	]);
});

test.each(Object.keys(sides))("no handoff is trapped when the %s stays silent", (side) => {
	const trapped = notEnded.filter((state) => !endsWithout(side, handoffIn(state).snapshot, "app"));

	expect(trapped).toEqual([]);
});

test.each(Object.keys(sides))(
	"no handoff to somebody outside is trapped when the %s stays silent",
	(side) => {
		const trapped = externalStates.filter(
			(state) => !endsWithout(side, handoffIn(state, "external").snapshot, "external"),
		);

		expect(trapped).toEqual([]);
	},
);

test("a clock alone ends nothing but a draft that nobody has seen", () => {
	const byClock = handoffActCodes.filter((act) =>
		ruleOf(act).by.some((party) => party === "clock"),
	);

	const ended = notEnded.filter((state) =>
		byClock.some((act) => hasEnded(lifeOf(moveHandoff(handoffIn(state).snapshot, act)))),
	);

	expect(ended).toEqual(["draft"]);
});

test("a protocol may set its own delays, and keeps the others of its urgency", () => {
	const { terms } = handoffIn("sent");
	const delays = { acknowledge: { n: 2, unit: "clock-hours" } } as const;

	expect(handoffDelays({ ...terms, delays })).toEqual({
		...handoffDelays(terms),
		acknowledge: { n: 2, unit: "clock-hours" },
	});
	expect(runningDelay({ ...handoffIn("sent"), terms: { ...terms, delays } })).toEqual(
		delays.acknowledge,
	);
});

test.each([
	["urgent", "4 working-hours", "1 working-days", "2 working-days", "1 working-days", "2", "3"],
	["priority", "1 working-days", "3 working-days", "5 working-days", "2 working-days", "7", "7"],
	[
		"standard",
		"3 working-days",
		"10 calendar-days",
		"10 calendar-days",
		"5 working-days",
		"30",
		"15",
	],
] as const)(
	"a %s handoff is acknowledged in %s, decided in %s, and so on",
	(urgency, acknowledge, decide, contact, treat, review, read) => {
		const { terms } = handoffIn("sent");

		const delays = handoffDelays({ ...terms, urgency });

		expect(
			Object.fromEntries(Object.entries(delays).map(([key, { n, unit }]) => [key, `${n} ${unit}`])),
		).toMatchObject({
			acknowledge,
			decide,
			firstContact: contact,
			treatRefusal: treat,
			reviewSuspension: `${review} calendar-days`,
			readOutcome: `${read} calendar-days`,
		});
	},
);

/** Whether an end can be reached by the acts of everybody else, clocks and system included. */
function endsWithout(side: string, from: HandoffSnapshot, mode: "app" | "external"): boolean {
	const silent = sides[side] ?? [];
	const acts = handoffActCodes.filter((act) => {
		const rule = ruleOf(act);
		// Before acceptance a sender may report an error too; as a way out it is the coordinator's.
		const by = act === "REPORT_ERROR" ? (["coordinator"] as const) : rule.by;
		const somebody = by.some((party) => !silent.includes(party));
		return somebody && (rule.mode === undefined || rule.mode === mode);
	});
	const seen = new Map([[keyOf(from), from]]);
	for (const snapshot of seen.values()) {
		if (hasEnded(lifeOf(snapshot))) return true;
		for (const act of acts) {
			const next = moveHandoff(snapshot, act);
			if (!seen.has(keyOf(next))) seen.set(keyOf(next), next);
		}
	}
	return false;
}

function keyOf({ value, context }: HandoffSnapshot): string {
	return JSON.stringify([value, context]);
}

function read(handoff: Handoff): Handoff {
	return { ...handoff, snapshot: moveHandoff(handoff.snapshot, "READ_OUTCOME") };
}

function handoffIn(state: LifeState, mode: "app" | "external" = "app"): Handoff {
	const [outer = "", inner] = state.split(".");
	const life = inner === undefined ? outer : { [outer]: inner };
	const handoff = beginHandoff(
		{
			type: "handoff-prepared",
			at: 0,
			by: "sender",
			actor: "member",
			clocks: [],
			handoff: "h1",
			step: "ask-care",
			to: "recipient",
			terms: {
				to: "care",
				mode,
				urgency: "urgent",
				asks: "CARE",
				goesOn: "outcome",
				recipients: 1,
			},
			answers: {},
			information: "GIVEN",
		},
		1,
	);
	const snapshot = handoffMachine.resolveState({
		value: { life, delay: "onTime", loop: "open" },
		context: { suspended: "accepted", cancellationRequested: "accepted" },
	});
	expect(stateOf({ ...handoff, snapshot })).toBe(state);
	return { ...handoff, snapshot };
}
