import type { Draft } from "#db/drafts.ts";
import type { Play } from "#db/plays.ts";
import { openingRole } from "#protocols/casework/opening.ts";
import type { Scenario } from "#protocols/catalogue/scenario.ts";
import { tellAct } from "#protocols/catalogue/tell-scenario.ts";
import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import { sayWell } from "#protocols/compiler/wording.ts";
import type { Language } from "#protocols/language/text.ts";
import { coverageOf, type Reached } from "#protocols/simulator/coverage.ts";
import { runScenarios, type ScenarioRun } from "#protocols/simulator/run-scenarios.ts";
import { whyInWords } from "#protocols/simulator/why-in-words.ts";
import { namingOf } from "./naming.ts";

export type PlaysView = ReturnType<typeof presentPlays>;
export type ScenarioView = PlaysView["scenarios"][number];
export type CoverageView = PlaysView["coverage"]["steps"];

type Shown = {
	draft: Draft;
	compiled: CompiledProtocol;
	scenarios: Scenario[];
	plays: Play[];
	language: Language;
	timeZone: string;
};

/** Words the plays and the scenarios of a draft: which hold, and what they visit. */
export function presentPlays({ draft, compiled, scenarios, plays, language, timeZone }: Shown) {
	const runs = runScenarios(compiled, scenarios);
	const naming = namingOf(compiled, language);
	const { steps, outcomes } = coverageOf(
		compiled,
		runs.map(({ simulation }) => simulation),
	);
	return {
		draftId: draft.id,
		title: sayWell(draft.title, language),
		timeZone,
		/** A play may also run under the version that the draft began from. */
		hasVersion: draft.origin.kind === "version",
		/** What whoever opens may say is already happening. */
		opens: compiled.protocol.interruptions
			.filter(({ raisedBy }) => raisedBy === "anyone" || raisedBy.includes(openingRole(compiled)))
			.map(({ id }) => ({ value: id, label: naming.interruption(id) })),
		plays: plays.map(({ id, startedAt, story, versionHash }) => ({
			id,
			startedAt,
			acts: story.acts.length,
			underVersion: versionHash !== undefined,
		})),
		scenarios: runs.map((run) => presentRun(run, compiled, language)),
		broken: runs.filter(({ broken }) => broken !== undefined).length,
		coverage: {
			steps: presentReached(steps, naming.step),
			outcomes: presentReached(
				outcomes,
				({ step, outcome }) => `${naming.step(step)} – ${naming.outcome(step, outcome)}`,
			),
		},
	};
}

function presentRun(
	{ scenario, broken }: ScenarioRun<Scenario>,
	compiled: CompiledProtocol,
	language: Language,
) {
	const telling = { protocol: compiled.protocol, places: compiled.places, language };
	return {
		name: scenario.id,
		title: sayWell(scenario.title, language),
		shows: sayWell(scenario.shows, language),
		broken: broken ? { act: broken.act, why: whyInWords(compiled, broken.why, language) } : null,
		acts: scenario.acts.map((act) => sayWell({ fr: tellAct(telling, act) }, language)),
	};
}

function presentReached<Item>(
	{ all, visited, percent, missed }: Reached<Item>,
	name: (item: Item) => string,
) {
	return { all, visited, percent, missed: missed.map(name) };
}
