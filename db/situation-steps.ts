import type { SituationEvent } from "#protocols/casework/events.ts";
import { isLive } from "#protocols/casework/handoff/handoff.ts";
import {
	type EpochMs,
	isOverdue,
	openSteps,
	placed,
	type Situation,
} from "#protocols/casework/situation.ts";
import { startsOf } from "#protocols/casework/starts.ts";
import type { Delay, DelayUnit } from "#protocols/language/delay.ts";
import type { StepKind } from "#protocols/language/step.ts";
import type { Text } from "#protocols/language/text.ts";
import type { Telling } from "./situation-history.ts";
import type { Who } from "./situation-people.ts";
import { interruptionTitle, placeOf, titleOf } from "./situation-titles.ts";

/** How a step came to be open. */
export type Why =
	| { by: "opening" }
	/** The version that the situation was moved to has it beside what was open. */
	| { by: "version" }
	| { by: "interruption"; title: Text }
	/** The outcome is told where it was one's own. */
	| { by: "step"; title: Text; outcome: Text | null; who: Who | null };

/** A step that waits, as one structure may see it. */
export type OpenStep = {
	id: string;
	kind: StepKind;
	title: Text;
	roleId: string;
	role: Text;
	/** Nobody yet when null. */
	who: Who | null;
	own: boolean;
	/** Where it stands beside the course: a track, an interruption. */
	place: Text | null;
	dueAt: EpochMs;
	unit: DelayUnit;
	paused: boolean;
	/** A handoff of this step goes on: it waits for the other side. */
	handedOff: boolean;
	/** For those who carry it: what helps, what it rests on, how it came. */
	help: {
		guidance: Text;
		delay: Delay;
		why: Why;
		recipient: Text | null;
		external: boolean;
	} | null;
};

/** The open steps that a structure sees by name, its own first. */
export function openStepsFor(events: readonly SituationEvent[], telling: Telling): OpenStep[] {
	const { situation, sees } = telling;
	const all = openSteps(situation)
		.filter(sees)
		.map((id) => openStep(id, events, telling));
	return [...all.filter(({ own }) => own), ...all.filter(({ own }) => !own)];
}

/** What may be known of a step of others: at whose it goes on, and whether it is late or paused. */
export type PartnerStep = { who: Who | null; state: "underway" | "late" | "paused" };

/** The open steps that a structure does not see by name. */
export function partnerStepsFor({ situation, people, sees }: Telling): PartnerStep[] {
	return openSteps(situation)
		.filter((id) => !sees(id))
		.map((id) => {
			const boundTo = situation.bindings[placed(situation, id).step.role];
			return {
				who: boundTo === undefined ? null : people.who(boundTo),
				state: stateOfStep(situation, id),
			};
		});
}

function stateOfStep(situation: Situation, stepId: string): PartnerStep["state"] {
	if (situation.clocks[`step:${stepId}`]?.pausedAt !== undefined) return "paused";
	return isOverdue(situation, stepId) ? "late" : "underway";
}

/** A step as one structure may see it, open or not. */
export function openStep(
	id: string,
	events: readonly SituationEvent[],
	telling: Telling,
): OpenStep {
	const { situation, people, structureId } = telling;
	const { step } = placed(situation, id);
	const boundTo = situation.bindings[step.role];
	const own = boundTo === structureId;
	const clock = situation.clocks[`step:${id}`];
	const terms = step.handoff;
	return {
		id,
		kind: step.kind,
		title: step.title,
		roleId: step.role,
		role: people.role(step.role),
		who: boundTo === undefined ? null : people.who(boundTo, step.role),
		own,
		place: placeOf(situation, id),
		dueAt: clock?.dueAt ?? situation.openedAt,
		unit: step.delay.unit,
		paused: clock?.pausedAt !== undefined,
		handedOff: Object.values(situation.handoffs).some(
			(handoff) =>
				handoff.step === id && !handoff.beside && handoff.sentAt !== undefined && isLive(handoff),
		),
		help: own
			? {
					guidance: step.guidance,
					delay: step.delay,
					why: whyOf(id, events, telling),
					recipient: terms ? people.role(terms.to) : null,
					external: terms?.mode === "external",
				}
			: null,
	};
}

/** The event that last entered a step: it started the step's clock. */
function whyOf(id: string, events: readonly SituationEvent[], telling: Telling): Why {
	const { situation, people, structureId } = telling;
	const event = enteredBy(id, events);
	if (event?.type === "interruption-raised") {
		return { by: "interruption", title: interruptionTitle(situation, event.interruption) };
	}
	if (event?.type === "situation-moved") return { by: "version" };
	if (event?.type !== "step-answered" && event?.type !== "entry-corrected")
		return { by: "opening" };
	const { step } = placed(situation, event.step);
	const own = event.by === structureId;
	const label = step.outcomes.find(({ code }) => code === event.outcome)?.label ?? null;
	return {
		by: "step",
		title: titleOf(situation, event.step),
		outcome: own ? label : null,
		who: event.by === "system" || event.by === "clock" ? null : people.who(event.by, step.role),
	};
}

/** The event that started the clock of a step, by the name that the step had then. */
function enteredBy(id: string, events: readonly SituationEvent[]): SituationEvent | undefined {
	let name = id;
	return events.findLast((event) => {
		if (startsOf(event.clocks).includes(name)) return true;
		const moved = event.type === "situation-moved" ? event.steps : [];
		name = moved.find(({ to }) => to === name)?.from ?? name;
		return false;
	});
}
