import { weekOf } from "#protocols/calendar/iso-week.ts";
import type { HandoffMoved, InactivityStage, SituationEvent } from "#protocols/casework/events.ts";
import type { Handoff } from "#protocols/casework/handoff/handoff.ts";
import type { HandoffAct } from "#protocols/casework/handoff/life.ts";
import { isOnlyBeside } from "#protocols/casework/participation.ts";
import { onlyFields } from "#protocols/casework/readable.ts";
import type { Sight } from "#protocols/casework/sight.ts";
import { type EpochMs, nobody, placed, type Situation } from "#protocols/casework/situation.ts";
import type { Text } from "#protocols/language/text.ts";
import type { Facts } from "#protocols/language/vocabulary/answers.ts";
import { closingReasons } from "#protocols/language/vocabulary/closure-reasons.ts";
import type { FieldCode } from "#protocols/language/vocabulary/fields.ts";
import { followUpFindings } from "#protocols/language/vocabulary/follow-up-findings.ts";
import type { People, Who } from "./situation-people.ts";
import { interruptionTitle, titleOf } from "./situation-titles.ts";

/** What a moment is, for the one who reads it. */
export type ToldKind =
	| "opened"
	| "answered"
	| "crossed"
	| "passed"
	| "followed"
	| "raised"
	| "bound"
	| "lead"
	| "corrected"
	| "overdue"
	| "handoff"
	| "handed"
	| InactivityStage
	| "goesOn"
	| "closed"
	| "joined"
	| "merged"
	| "moved"
	| "recalculated";

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
	/** The steps that the reader sees by name. */
	sees: Sight;
};

/** Tells the history to one structure: its own acts in full, what others did as steps crossed or passed. */
export function toldHistory(events: readonly SituationEvent[], telling: Telling): Told[] {
	const beside = isOnlyBeside(telling.situation, telling.structureId);
	return events.flatMap((event, index) => {
		const told = beside && !isShownBeside(event, telling) ? undefined : tell(event, telling);
		return told ? [momentOf(event, index, { told, telling })] : [];
	});
}

type Moment = { told: Part; telling: Telling };

function momentOf(event: SituationEvent, index: number, { told, telling }: Moment): Told {
	const { by, actor } = event;
	// Once it is closed, weeks are enough; the exact instants were for those who had to act.
	const at = telling.situation.closure ? weekOf(event.at) : event.at;
	const own = by === telling.structureId;
	return {
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
	};
}

/** Who came along with a duplicate is told of that, of its own acts and handoffs, and of the end. */
function isShownBeside(event: SituationEvent, { situation, structureId }: Telling): boolean {
	if (event.type === "handoff-moved") {
		const handoff = handoffEver(situation, event.handoff);
		return handoff?.from === structureId || handoff?.to === structureId;
	}
	const forAll = ["situation-joined", "situation-merged", "situation-closed", "situation-moved"];
	return event.by === structureId || forAll.includes(event.type);
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
			return corrected(event, telling);
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
		case "clock-struck":
			return struck(event, telling);
		case "handoff-prepared":
			return undefined;
		case "inactivity-noted":
			return { kind: event.stage };
		case "follow-up-confirmed":
			return { kind: "goesOn", outcome: own ? followUpFindings[event.finding] : null };
		case "situation-closed":
			return { kind: "closed", outcome: closingReasons[event.reason] };
		case "situation-joined":
			return { kind: "joined" };
		case "situation-merged":
			return { kind: "merged" };
		case "situation-moved":
			return { kind: "moved" };
		case "clocks-recalculated":
			return { kind: "recalculated" };
		case "handoff-moved":
			return moved(event, telling);
	}
}

function corrected(
	event: Extract<SituationEvent, { type: "entry-corrected" }>,
	{ situation, structureId, readable, sees }: Telling,
): Part | undefined {
	if (!sees(event.step)) return undefined;
	const answers = event.by === structureId ? onlyFields(event.answers, readable) : {};
	return { kind: "corrected", about: titleOf(situation, event.step), answers };
}

function struck(
	{ clock, stage }: Extract<SituationEvent, { type: "clock-struck" }>,
	{ situation, sees }: Telling,
): Part | undefined {
	const step = clock.startsWith("step:") ? clock.slice("step:".length) : "";
	if (stage !== "overdue" || !sees(step)) return undefined;
	return { kind: "overdue", about: titleOf(situation, step) };
}

function answered(
	event: Extract<SituationEvent, { type: "step-answered" }>,
	{ situation, structureId, readable, sees }: Telling,
): Part {
	if (!sees(event.step)) return { kind: "passed" };
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
			!handoff.beside &&
			(handoff.from === structureId ||
				(handoff.to === structureId && handoff.acceptedAt !== undefined)),
	);
}

/** A handoff of this situation, also one that went on elsewhere when it was found to be a duplicate. */
function handoffEver({ handoffs, movedAway }: Situation, id: string): Handoff | undefined {
	return handoffs[id] ?? movedAway[id];
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
	const handoff = handoffEver(situation, event.handoff);
	if (!handoff || event.act === "DISCARD") return undefined;
	const about = titleOf(situation, handoff.step);
	const names = handoff.to === undefined ? null : people.who(handoff.to, handoff.terms.to);
	const own = handoff.from === structureId || handoff.to === structureId;
	if (own) return { kind: "handoff", about, act: event.act, names };
	return knownToAll.includes(event.act) ? { kind: "handed", act: event.act } : undefined;
}
