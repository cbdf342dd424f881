import { type Due, dueOf } from "#app/i18n/due.ts";
import type { Play } from "#db/plays.ts";
import { localDay } from "#protocols/calendar/time-zone.ts";
import type { WorkingCalendar } from "#protocols/calendar/working-calendar.ts";
import { openParts, openSteps, type Situation } from "#protocols/casework/situation.ts";
import type { Act } from "#protocols/catalogue/scenario.ts";
import { type Telling, tellAct } from "#protocols/catalogue/tell-scenario.ts";
import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import { sayWell } from "#protocols/compiler/wording.ts";
import type { Language } from "#protocols/language/text.ts";
import { mostActs } from "#protocols/simulator/read-story.ts";
import { sightsOf, stateOfStep } from "#protocols/simulator/sights.ts";
import type { Simulation } from "#protocols/simulator/simulate.ts";
import type { Told } from "#protocols/simulator/telling.ts";
import { timersOf, waitForNext } from "#protocols/simulator/timers.ts";
import { whyInWords } from "#protocols/simulator/why-in-words.ts";
import { whyOpen } from "#protocols/simulator/why-open.ts";
import { answersInWords } from "./answers-in-words.ts";
import { type Naming, namingOf } from "./naming.ts";
import { presentActs } from "./present-acts.ts";
import { presentChange } from "./present-change.ts";
import { presentSight } from "./present-sight.ts";

/** What is needed to word a play. */
export type Wording = { compiled: CompiledProtocol; language: Language; calendar: WorkingCalendar };

export type PlayView = ReturnType<typeof presentPlay>;
export type StandingView = NonNullable<PlayView["standing"]>;
export type SightView = StandingView["sights"][number];

/** Words a play: where it stands, what everybody can do and sees, what was played. */
export function presentPlay(play: Play, { played, told, refused }: Simulation, wording: Wording) {
	const { compiled, language, calendar } = wording;
	const naming = namingOf(compiled, language);
	const telling: Telling = { protocol: compiled.protocol, places: compiled.places, language };
	const tell = (act: Act) => sayWell({ fr: tellAct(telling, act) }, language);
	const { acts } = play.story;
	const dayOf = (at: number) =>
		localDay(calendar.timeZone, at) - localDay(calendar.timeZone, played[0]?.at ?? at) + 1;
	return {
		title: sayWell(compiled.protocol.title, language),
		under: play.versionHash ? ("version" as const) : ("draft" as const),
		seen: acts.length,
		full: acts.length >= mostActs,
		timeZone: calendar.timeZone,
		/** The protocol does not allow the whole story: how far it goes, and why no further. */
		broken: refused
			? {
					act: refused.act,
					why: whyInWords(compiled, refused.why, language),
					left: acts.slice(Math.max(refused.act - 1, 0)).map(tell),
				}
			: null,
		standing: told ? presentStanding(told, dayOf(told.now), wording, naming) : null,
		history: played
			.map(({ act, at, changes }, number) => ({
				number,
				at,
				day: dayOf(at),
				words: act ? tell(act) : null,
				changes: changes.map((change) => presentChange(change, naming)),
			}))
			.reverse(),
	};
}

function presentStanding(told: Told, day: number, wording: Wording, naming: Naming) {
	const { situation, now } = told;
	const { language, calendar } = wording;
	const due = (dueAt: number, unit: Parameters<typeof dueOf>[1]["unit"], paused: boolean): Due =>
		dueOf(calendar, { dueAt, unit, paused, now });
	return {
		now,
		day,
		closed: situation.status === "closed",
		mayWait: waitForNext(situation, now) !== undefined,
		roles: presentActs(told, language, naming),
		steps: openSteps(situation).map((step) => ({
			...nameStep(situation, step, naming),
			state: stateOfStep(situation, step),
			why: presentWhy(told, step, naming),
		})),
		holders: openParts(situation).flatMap((part) => {
			const holder = situation.holders[part];
			return holder
				? [{ part, title: naming.part(part), structure: naming.structure(holder.structure) }]
				: [];
		}),
		timers: timersOf(situation).map(({ clock, step, awaited, unit, dueAt, paused, next }) => ({
			clock,
			of: clock.startsWith("step:") ? ("step" as const) : ("handoff" as const),
			title: naming.step(step),
			awaited: awaited === undefined ? null : naming.structure(awaited),
			due: due(dueAt, unit, paused),
			next: paused || !next ? null : { stage: next.stage, due: due(next.at, unit, false) },
		})),
		facts: answersInWords(situation.snapshot.context.facts, language),
		sights: sightsOf(told).map((sight) => presentSight(sight, language, naming)),
	};
}

function nameStep(situation: Situation, id: string, naming: Naming) {
	const step = situation.compiled.places.steps.get(id)?.step;
	const bound = situation.bindings[step?.role ?? ""];
	return {
		id,
		title: naming.step(id),
		role: naming.role(step?.role ?? ""),
		structure: bound === undefined ? null : naming.structure(bound),
	};
}

function presentWhy({ events }: Told, step: string, naming: Naming) {
	const why = whyOpen(events, step);
	switch (why.by) {
		case "opening":
			return { by: "opening" as const };
		case "interruption": {
			const { interruption, structure } = why;
			return {
				by: "interruption" as const,
				title: naming.interruption(interruption),
				who: naming.structure(structure),
			};
		}
		case "outcome": {
			const { step: from, outcome, structure } = why;
			const words = { title: naming.step(from), outcome: naming.outcome(from, outcome) };
			return structure === "system"
				? { by: "handoff" as const, ...words }
				: { by: "outcome" as const, ...words, who: naming.structure(structure) };
		}
	}
}
