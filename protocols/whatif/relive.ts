import type { Versions } from "#protocols/casework/advance.ts";
import type { SituationEvent, SituationOpened } from "#protocols/casework/events.ts";
import { evolve, replay } from "#protocols/casework/replay.ts";
import {
	type Calendar,
	type Circumstances,
	type EpochMs,
	openSteps,
	type Situation,
} from "#protocols/casework/situation.ts";
import { addEvent, type Draft, openStory, type Story } from "#protocols/casework/story.ts";
import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import { judgeEvent } from "./judge-event.ts";
import { laterName, underLaterNames } from "./later-names.ts";
import { judge, type Relived, type Verdict } from "./verdict.ts";

/** A history that took place, and the versions that it followed. */
export type Past = {
	/** The version that it began under. */
	compiled: CompiledProtocol;
	events: readonly SituationEvent[];
	versions: Versions;
};

/** What is asked: which draft, by which calendar, until when. */
export type Question = { draft: CompiledProtocol; calendar: Calendar; now: EpochMs };

/**
 * Lives a past situation again under a draft: each recorded act, at its own instant, where it still
 * fits. It stops where the draft would have led elsewhere: what would have followed, nobody knows.
 *
 * Pure; nothing that was answered leaves it, only a verdict for each step that was come to.
 */
export function relive({ compiled, events, versions }: Past, question: Question): Relived {
	const relived = new Map<string, Verdict>();
	const [opening, ...later] = events;
	if (opening?.type !== "situation-opened") return relived;

	let life = begin(compiled, opening, question);
	for (const index of later.keys()) {
		life = liveOn(life, later, index, { versions, relived });
		if (life.over) return relived;
	}
	for (const step of overdueAt(life.story.situation, question.now)) judge(relived, step, "late");
	return relived;
}

/** How it was, and how it is told under the draft so far. */
type Life = {
	lived: Situation;
	story: Story;
	/** Where each event of the past stands in the story: a move, for one, has no place in it. */
	positions: readonly number[];
	circumstances: Circumstances;
	over: boolean;
};

function begin(
	compiled: CompiledProtocol,
	opening: SituationOpened,
	{ draft, calendar, now }: Question,
): Life {
	const circumstances = onlyCalendar(calendar, now);
	const { clocks: _, ...opened } = opening;
	const story = openStory(draft, opened, circumstances);
	return { lived: replay(compiled, [opening]), story, positions: [1], circumstances, over: false };
}

type Judging = { versions: Versions; relived: Map<string, Verdict> };

function liveOn(
	{ lived: before, story, positions, circumstances }: Life,
	later: readonly SituationEvent[],
	index: number,
	{ versions, relived }: Judging,
): Life {
	const event = later[index] as SituationEvent;
	const lived = evolve(before, event, versions);
	const was = story.situation;
	const named = underLaterNames(event, index, later);
	const judged = judgeEvent(named, { before, now: was, positions });
	for (const [step, verdict] of judged.verdicts) judge(relived, step, verdict);
	const onward = { lived, circumstances, positions: [...positions, was.position + 1] };
	if (judged.goesOn === "stops") return { ...onward, story, over: true };
	if (judged.goesOn === "skipped") {
		return { ...onward, story, positions: [...positions, was.position], over: false };
	}
	const told = addEvent(story, withoutClocks(judged.event), circumstances);
	const step = stepAnswered(named);
	const expected = enteredBetween(before, lived).map((id) => laterName(id, later.slice(index + 1)));
	const over = step !== undefined && leadsElsewhere({ expected, lived, was, is: told.situation });
	if (step !== undefined && over) judge(relived, step, "elsewhere");
	return { ...onward, story: told, over };
}

function stepAnswered(event: SituationEvent): string | undefined {
	if (event.type === "step-answered") return event.step;
	return event.type === "entry-corrected" && event.outcome ? event.step : undefined;
}

/** Deciding asks a directory; telling an event again asks the calendar alone. */
function onlyCalendar(calendar: Calendar, now: EpochMs): Circumstances {
	const directory = { structuresHolding: () => [], isActiveMember: () => false };
	return { now, calendar, directory, newId: () => "" };
}

function withoutClocks(event: SituationEvent): Draft {
	const { clocks: _, ...draft } = event;
	return draft;
}

function enteredBetween(before: Situation, after: Situation): string[] {
	const known = new Set(openSteps(before));
	return openSteps(after).filter((step) => !known.has(step));
}

type Answered = { expected: string[]; lived: Situation; was: Situation; is: Situation };

/** What had to be done next in fact is not to be done, or something else is. */
function leadsElsewhere({ expected, lived, was, is }: Answered): boolean {
	if (lived.status !== is.status) return true;
	const entered = enteredBetween(was, is);
	const missing = expected.some((step) => !openSteps(is).includes(step));
	return missing || (expected.length === 0 && entered.length > 0);
}

function overdueAt(situation: Situation, now: EpochMs): string[] {
	return openSteps(situation).filter((step) => {
		const clock = situation.clocks[`step:${step}`];
		return clock !== undefined && clock.pausedAt === undefined && clock.dueAt < now;
	});
}
