import { type Language, say } from "#protocols/language/text.ts";
import type { Scope } from "./access.ts";
import { workingCalendarOf } from "./circumstances.ts";
import type { Db } from "./client.ts";
import { situationOf } from "./history.ts";
import { knownStructures } from "./known-structures.ts";

/** How a reader calls what a refusal names by its id, under the protocol of a situation. */
export function refusalNames(db: Db, scope: Scope, situationPk: number, language: Language) {
	const { protocol, places } = situationOf(db, situationPk).compiled;
	const known = knownStructures(db, scope);
	const steps = [...places.steps.values()].map(({ step }) => step);
	const outcomes = steps.flatMap((step) => step.outcomes);
	const role = (id: string) => labelOf(protocol.roles.find((one) => one.id === id)?.label, id);
	const labelOf = (label: Parameters<typeof say>[0] | undefined, id: string) =>
		label ? say(label, language) : id;
	return {
		structure: (id: string) => known.get(id)?.name ?? "…",
		role,
		step: (id: string) => labelOf(places.steps.get(id)?.step.title, id),
		outcome: (code: string) => labelOf(outcomes.find((one) => one.code === code)?.label, code),
		interruption: (id: string) =>
			labelOf(protocol.interruptions.find((one) => one.id === id)?.title, id),
		timeZone: workingCalendarOf(db, scope.territoryId).timeZone,
	};
}
