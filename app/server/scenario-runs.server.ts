import { setImmediate } from "node:timers/promises";
import type { Db } from "#db/client.ts";
import type { Draft } from "#db/drafts.ts";
import { scenariosOf } from "#db/scenarios.ts";
import { type CompiledProtocol, compileProtocol } from "#protocols/compiler/compile.ts";
import { sayWell } from "#protocols/compiler/wording.ts";
import type { Language } from "#protocols/language/text.ts";
import { runScenarios } from "#protocols/simulator/run-scenarios.ts";

/** How the saved scenarios of a draft fare as it stands: how many there are, and which broke. */
export type ScenarioRuns = { all: number; broken: string[] };

/** The latest verdicts, by scenario and revision of a draft: true where it holds. */
const known = new Map<string, boolean>();
const mostKnown = 500;

/**
 * Plays the saved scenarios of a draft anew, each once for each revision. Other requests come
 * between two of them: a long story takes a tenth of a second.
 *
 * @param goesOn asked between two: nobody waits any more for a page that was left
 */
export async function runsOf(
	db: Db,
	draft: Draft,
	{ language, goesOn }: { language: Language; goesOn: () => boolean },
): Promise<ScenarioRuns> {
	const scenarios = scenariosOf(db, draft.id);
	let compiled: CompiledProtocol | undefined;
	const broken: string[] = [];
	for (const scenario of scenarios) {
		const key = `${draft.id} ${draft.revision} ${JSON.stringify(scenario)}`;
		let holds = known.get(key);
		if (holds === undefined) {
			await setImmediate();
			if (!goesOn()) break;
			compiled ??= compileProtocol(draft.protocol);
			holds = runScenarios(compiled, [scenario])[0]?.broken === undefined;
			keep(key, holds);
		}
		if (!holds) broken.push(sayWell(scenario.title, language));
	}
	return { all: scenarios.length, broken };
}

function keep(key: string, holds: boolean): void {
	const [oldest] = known.keys();
	if (known.size >= mostKnown && oldest !== undefined) known.delete(oldest);
	known.set(key, holds);
}
