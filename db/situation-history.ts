import type { HandoffMoved, SituationEvent } from "#protocols/casework/events.ts";
import type { HandoffAct } from "#protocols/casework/handoff/life.ts";
import { type EpochMs, nobody, placed, type Situation } from "#protocols/casework/situation.ts";
import type { Facts } from "#protocols/compiler/catalogue-of-names.ts";
import type { Text } from "#protocols/language/text.ts";
import type { FieldCode } from "#protocols/language/vocabulary/fields.ts";
import { onlyFields } from "./situation-facts.ts";
import type { People, Who } from "./situation-people.ts";
import { interruptionTitle, titleOf } from "./situation-titles.ts";

/** What a moment is, for the one who reads it. */
export type ToldKind =
	| "opened"
	| "answered"
	| "crossed"
	| "followed"
	| "raised"
	| "bound"
	| "lead"
	| "corrected"
	| "overdue"
	| "handoff"
	| "handed";

/** One moment, cut to what its reader may know: answers of one's own structure only. */
export type Told = {
	position: number;
	at: EpochMs;
	kind: ToldKind;
	by: Who | null;
	/** The label of the colleague who did it, in one's own structure. */
	colleague: string | null;
	/** The step, the interruption or the role that it is about. */
	about: Text | null;
	outcome: Text | null;
	answers: Facts;
	act: HandoffAct | null;
	/** The structure that it names. */
	names: Who | null;
};

export type Telling = {
	situation: Situation;
	people: People;
	structureId: string;
	readable: ReadonlySet<FieldCode>;
};

/** Tells the history to one structure: its own acts in full, what others did as steps crossed. */
export function toldHistory(events: readonly SituationEvent[], telling: Telling): Told[] {
	return events.flatMap((event, index) => {
		const told = tell(event, telling);
		if (!told) return [];
		const { by, actor, at } = event;
		const own = by === telling.structureId;
		return [
			{
				position: index + 1,
				at,
				by: nobody.includes(by) ? null : telling.people.who(by),
				colleague: own ? telling.people.colleague(actor) : null,
				about: null,
				outcome: null,
				answers: {},
				act: null,
				names: null,
				...told,
			},
		];
	});
}

type Part = Partial<Told> & { kind: ToldKind };

function tell(event: SituationEvent, telling: Telling): Part | undefined {
	const { situation, people, structureId, readable } = telling;
	const own = event.by === structureId;
	switch (event.type) {
		case "situation-opened":
			return { kind: "opened", answers: own ? onlyFields(event.facts, readable) : {} };
		case "step-answered":
			return answered(event, telling);
		case "entry-corrected":
			return {
				kind: "corrected",
				about: titleOf(situation, event.step),
				answers: own ? onlyFields(event.answers, readable) : {},
			};
		case "interruption-raised":
			return { kind: "raised", about: interruptionTitle(situation, event.interruption) };
		case "role-bound":
			return {
				kind: "bound",
				about: people.role(event.role),
				names: people.who(event.structure, event.role),
			};
		case "lead-named":
			return { kind: "lead", names: people.who(event.structure) };
		case "clock-struck": {
			const step = event.clock.startsWith("step:") && event.clock.slice("step:".length);
			if (!step || event.stage !== "overdue") return undefined;
			return { kind: "overdue", about: titleOf(situation, step) };
		}
		case "handoff-prepared":
			return undefined;
		case "handoff-moved":
			return moved(event, telling);
	}
}

function answered(
	event: Extract<SituationEvent, { type: "step-answered" }>,
	{ situation, structureId, readable }: Telling,
): Part {
	const about = titleOf(situation, event.step);
	const { step } = placed(situation, event.step);
	const outcome = step.outcomes.find(({ code }) => code === event.outcome)?.label ?? null;
	if (event.by === structureId) {
		return { kind: "answered", about, outcome, answers: onlyFields(event.answers, readable) };
	}
	// Both sides know how their handoff ended; anybody else only sees that the step was crossed.
	const shared = event.by === "system" && hadPartIn(situation, event.step, structureId);
	return shared ? { kind: "followed", about, outcome } : { kind: "crossed", about };
}

function hadPartIn(situation: Situation, step: string, structureId: string): boolean {
	return Object.values(situation.handoffs).some(
		(handoff) =>
			handoff.step === step &&
			(handoff.from === structureId ||
				(handoff.to === structureId && handoff.acceptedAt !== undefined)),
	);
}

/** What everybody may know of a handoff: that it was sent, taken up, ended. */
const knownToAll: readonly HandoffAct[] = [
	"SEND",
	"ACCEPT",
	"DECLARE_ACCEPTED",
	"COMPLETE",
	"FAIL",
];

function moved(event: HandoffMoved, { situation, people, structureId }: Telling): Part | undefined {
	const handoff = situation.handoffs[event.handoff];
	if (!handoff || event.act === "DISCARD") return undefined;
	const about = titleOf(situation, handoff.step);
	const names = handoff.to === undefined ? null : people.who(handoff.to, handoff.terms.to);
	const own = handoff.from === structureId || handoff.to === structureId;
	if (own) return { kind: "handoff", about, act: event.act, names };
	return knownToAll.includes(event.act) ? { kind: "handed", act: event.act } : undefined;
}
