import type { Duration } from "#protocols/language/delay.ts";
import type { HandoffTerms, Urgency } from "#protocols/language/step.ts";
import { type Handoff, stateOf } from "./handoff.ts";
import type { LifeState } from "./life.ts";

type HandoffDelays = {
	acknowledge: Duration;
	decide: Duration;
	firstContact: Duration;
	treatRefusal: Duration;
	reviewSuspension: Duration;
	readOutcome: Duration;
	/** Periodic review of a handoff in progress. */
	review: Duration;
};

const hours = (n: number): Duration => ({ n, unit: "working-hours" });
const workingDays = (n: number): Duration => ({ n, unit: "working-days" });
const days = (n: number): Duration => ({ n, unit: "calendar-days" });

const urgent: HandoffDelays = {
	acknowledge: hours(4),
	decide: workingDays(1),
	firstContact: workingDays(2),
	treatRefusal: workingDays(1),
	reviewSuspension: days(2),
	readOutcome: days(3),
	review: days(15),
};

/** Defaults by urgency class; a protocol may set its own. In immediate danger the telephone comes first. */
const delaysOf: Record<Urgency, HandoffDelays> = {
	immediate: { ...urgent, acknowledge: { n: 1, unit: "clock-hours" } },
	urgent,
	priority: {
		acknowledge: workingDays(1),
		decide: workingDays(3),
		firstContact: workingDays(5),
		treatRefusal: workingDays(2),
		reviewSuspension: days(7),
		readOutcome: days(7),
		review: days(30),
	},
	standard: {
		acknowledge: workingDays(3),
		decide: days(10),
		firstContact: days(10),
		treatRefusal: workingDays(5),
		reviewSuspension: days(30),
		readOutcome: days(15),
		review: days(30),
	},
};

/** How long each side has, by the protocol or by the urgency class. */
export function handoffDelays(terms: HandoffTerms): HandoffDelays {
	return { ...delaysOf[terms.urgency], ...terms.delays };
}

const clockOf: Partial<Record<LifeState, keyof HandoffDelays>> = {
	sent: "acknowledge",
	"received.toStudy": "decide",
	"received.infoRequested": "acknowledge",
	unanswered: "treatRefusal",
	declined: "treatRefusal",
	accepted: "firstContact",
	"inProgress.contacted": "review",
	"inProgress.missed": "firstContact",
	suspended: "reviewSuspension",
};

/** The delay of the clock that runs in the present state; undefined when none does. */
export function runningDelay(handoff: Handoff): Duration | undefined {
	const state = stateOf(handoff);
	if (state === "draft") return days(7);
	if (state === "cancellationRequested") return workingDays(2);
	if (awaitsReading(handoff)) return handoffDelays(handoff.terms).readOutcome;
	const clock = clockOf[state];
	return clock && handoffDelays(handoff.terms)[clock];
}

/** An outcome that its sender has not read yet; what the sender declared needs no reading. */
export function awaitsReading(handoff: Handoff): boolean {
	const { loop } = handoff.snapshot.value as { loop: string };
	const state = stateOf(handoff);
	return (
		(state === "completed" || state === "failed") && loop === "open" && handoff.terms.mode === "app"
	);
}

/** Whose clock it is: the side that has to act before it strikes. */
export function awaitedSide(handoff: Handoff): "sender" | "recipient" | undefined {
	const state = stateOf(handoff);
	if (runningDelay(handoff) === undefined) return undefined;
	if (handoff.to === undefined) return "sender";
	const senders: LifeState[] = ["draft", "received.infoRequested", "unanswered", "declined"];
	return senders.includes(state) || awaitsReading(handoff) ? "sender" : "recipient";
}
