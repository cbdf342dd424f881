import type { HandoffMoved, HandoffPrepared, SituationEvent } from "#protocols/casework/events.ts";
import { openSteps, placedEver, type Situation } from "#protocols/casework/situation.ts";
import { outcomeEvent } from "#protocols/compiler/machine-config.ts";
import type { Verdict } from "./verdict.ts";

/** The situation as it was in fact before an event, and as it stands under the draft. */
type Place = { before: Situation; now: Situation; positions: readonly number[] };

/** What the draft makes of one event: whether it still fits, and as which event. */
export type Judged = { verdicts: [step: string, verdict: Verdict][] } & (
	| { goesOn: "told"; event: SituationEvent }
	| { goesOn: "skipped" }
	| { goesOn: "stops" }
);

/** Whether an event that took place still could, under a draft. */
export function judgeEvent(event: SituationEvent, place: Place): Judged {
	switch (event.type) {
		case "step-answered":
			return judgeAnswer(event, place);
		case "entry-corrected":
			return judgeCorrection(event, place);
		case "interruption-raised":
			return knows(place.now, event.interruption) ? told(event) : stops();
		case "role-bound":
			return place.now.compiled.protocol.roles.some(({ id }) => id === event.role)
				? told(event)
				: skipped();
		case "handoff-prepared":
			return judgePreparation(event, place);
		case "handoff-moved":
			return place.now.handoffs[event.handoff] ? judgeAct(event, place.now) : skipped();
		// What came along with a duplicate, what left with it, and another calendar say nothing of a draft.
		case "situation-joined":
		case "situation-moved":
		case "clocks-recalculated":
		case "lead-named":
			return skipped();
		case "situation-merged":
		case "situation-closed":
		case "situation-opened":
			return stops();
		case "clock-struck":
		case "inactivity-noted":
		case "follow-up-confirmed":
			return told(event);
	}
}

const told = (event: SituationEvent, ...verdicts: [string, Verdict][]): Judged => ({
	goesOn: "told",
	event,
	verdicts,
});
const skipped = (): Judged => ({ goesOn: "skipped", verdicts: [] });
const stops = (...verdicts: [string, Verdict][]): Judged => ({ goesOn: "stops", verdicts });

function knows({ compiled }: Situation, interruption: string): boolean {
	return compiled.protocol.interruptions.some(({ id }) => id === interruption);
}

type Answer = Extract<SituationEvent, { type: "step-answered" }>;

function judgeAnswer(event: Answer, { before, now }: Place): Judged {
	const { step, outcome, answers, at } = event;
	const possible =
		openSteps(now).includes(step) &&
		now.snapshot.can({ type: outcomeEvent(step, outcome), answers });
	if (!possible) return stops([step, "stuck"]);
	return told(event, [step, verdictOn(step, at, { before, now })]);
}

/** Late by the delay of the draft, carried by another role, or as it was. */
function verdictOn(step: string, at: number, { before, now }: Omit<Place, "positions">): Verdict {
	const roles = [before, now].map((situation) => placedEver(situation, step)?.step.role);
	// A step that the version of then called otherwise is compared by what it is called now.
	if (roles[0] !== undefined && roles[0] !== roles[1]) return "elsewhere";
	const clock = now.clocks[`step:${step}`];
	return clock && clock.pausedAt === undefined && clock.dueAt < at ? "late" : "unaffected";
}

type Correction = Extract<SituationEvent, { type: "entry-corrected" }>;

function judgeCorrection(event: Correction, { now, positions }: Place): Judged {
	const of = positions[event.of - 1];
	if (of === undefined) return skipped();
	if (event.outcome === undefined) return told({ ...event, of });
	const slip = now.beforeLatestAnswer;
	if (slip?.position !== of) return stops();
	const { step, outcome, answers } = event;
	const possible =
		openSteps(slip.situation).includes(step) &&
		slip.situation.snapshot.can({ type: outcomeEvent(step, outcome), answers });
	return possible ? told({ ...event, of }) : stops([step, "stuck"]);
}

function judgePreparation(event: HandoffPrepared, { now }: Place): Judged {
	const { step, to, follows } = event;
	// What was declined late is rerouted though its step went on meanwhile.
	const reroutes = follows !== undefined && now.handoffs[follows] !== undefined;
	const found =
		reroutes || openSteps(now).includes(step)
			? now.compiled.places.steps.get(step)?.step.handoff
			: undefined;
	if (!found) return stops([step, "stuck"]);
	if ((found.mode === "external") !== (to === undefined)) return stops([step, "elsewhere"]);
	const { ifSilent: _, ...terms } = found;
	const other = terms.to !== event.terms.to;
	return told({ ...event, terms }, ...(other ? [[step, "elsewhere"] as [string, Verdict]] : []));
}

/** The acts that a clock of a handoff waits for. */
const awaited = ["ACKNOWLEDGE", "ACCEPT", "DECLINE", "CONTACT", "DECLARE_RECEIVED"];

function judgeAct(event: HandoffMoved, now: Situation): Judged {
	const handoff = now.handoffs[event.handoff];
	const clock = now.clocks[`handoff:${event.handoff}`];
	const late = awaited.includes(event.act) && clock !== undefined && clock.dueAt < event.at;
	return told(event, ...(late && handoff ? [[handoff.step, "late"] as [string, Verdict]] : []));
}
