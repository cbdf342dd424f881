import { expect, test } from "vitest";
import { catalogue } from "#protocols/catalogue/catalogue.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";
import { fieldCodes, fields } from "#protocols/language/vocabulary/fields.ts";
import { lifeStates } from "./handoff/life.ts";
import { playScenario } from "./scenario-stage.ts";

const monday = Date.UTC(2026, 8, 7, 8);

const told = catalogue.flatMap(({ id, document, scenarios }) =>
	scenarios.map((scenario) => ({ model: id, story: scenario.id, document, scenario })),
);

/** What the machine of a protocol remembers, by the names that its types give. */
const remembered = ["facts", "rounds", "reached", "open", "overdue"];

test.each(told)(
	"in $model, the machine of “$story” knows steps and codes of closed lists, and no other word",
	({ document, scenario }) => {
		const { situation } = playScenario(protocolIn(document), scenario, monday);
		const { snapshot, compiled, handoffs } = situation;

		const known = new Set([
			...remembered,
			...compiled.places.steps.keys(),
			...fieldCodes,
			...fieldCodes.flatMap((field) => Object.keys(fields[field].codes)),
		]);
		expect(wordsIn(snapshot.context).filter((word) => !known.has(word))).toEqual([]);

		const places = new Set([...statesIn(compiled.config), "course"]);
		expect(wordsIn(snapshot.value).filter((word) => !places.has(word))).toEqual([]);

		const lives = new Set<string>(lifeStates.flatMap((state) => [state, ...state.split(".")]));
		for (const handoff of Object.values(handoffs)) {
			const words = Object.values(handoff.snapshot.context).flatMap(wordsIn);
			expect(words.filter((word) => !lives.has(word))).toEqual([]);
		}
	},
);

/** Every text in a value: the names of its fields, and what they hold. */
function wordsIn(value: unknown): string[] {
	if (typeof value === "string") return [value];
	if (Array.isArray(value)) return value.flatMap(wordsIn);
	if (value === null || typeof value !== "object") return [];
	return Object.entries(value).flatMap(([name, inner]) => [name, ...wordsIn(inner)]);
}

/** The states of a machine, as its configuration names them. */
function statesIn(config: { states?: object | undefined }): string[] {
	const inner = Object.entries(config.states ?? {}) as [string, { states?: object }][];
	return inner.flatMap(([name, state]) => [name, ...statesIn(state)]);
}

function protocolIn(document: unknown) {
	const read = readProtocol(document);
	if (!read.ok) throw new Error(JSON.stringify(read.issues));
	return read.protocol;
}
