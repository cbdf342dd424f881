import { describe, expect, test } from "vitest";
import { compiledModels } from "./compiled-models.ts";
import { escapeText, mermaidOf, name } from "./mermaid.ts";

describe.each(compiledModels)("the Mermaid diagram of %s", (_, compiled) => {
	const lines = mermaidOf(compiled, "fr").trimEnd().split("\n");

	test("holds only lines that the grammar of state diagrams knows", () => {
		const known = [
			/^stateDiagram-v2$/,
			/^ +direction LR$/,
			/^ +state "[^"\n]+" as \w+( \{)?$/,
			/^ +(\[\*\]|\w+) --> (\[\*\]|\w+)( : [^:\n]+)?$/,
			/^ +--$/,
			/^ +\}$/,
		];

		const strange = lines.filter((line) => !known.some((form) => form.test(line)));

		expect(strange).toEqual([]);
	});

	test("closes each composite state that it opens", () => {
		let depth = 0;
		const depths = lines.map((line) => {
			depth += line.endsWith("{") ? 1 : line.trim() === "}" ? -1 : 0;
			return depth;
		});

		expect(Math.min(...depths)).toBe(0);
		expect(depths.at(-1)).toBe(0);
	});

	test("declares every step once, and draws arrows only between declared states", () => {
		const declared = lines.flatMap((line) => line.match(/ as (\w+)/)?.[1] ?? []);

		expect(new Set(declared).size).toBe(declared.length);
		for (const stepId of compiled.places.steps.keys()) expect(declared).toContain(name(stepId));
		for (const line of lines) {
			for (const end of line.match(/^ +(\S+) --> (\S+)/)?.slice(1) ?? []) {
				expect(["[*]", ...declared]).toContain(end);
			}
		}
	});

	test("draws every outcome as one arrow", () => {
		const outcomes = [...compiled.places.steps.values()].flatMap(({ step }) => step.outcomes);
		const labelled = lines.filter((line) => / --> .+ : /.test(line));

		expect(labelled.length).toBe(outcomes.length + compiled.places.groups.size);
	});

	test("draws no arrow between the insides of two composite states", () => {
		const parents = parentsOf(lines);

		for (const line of lines) {
			const [, from = "", to = ""] = line.match(/^ +(\w+) --> (\w+)/) ?? [];
			expect(parents.get(from)).toBe(parents.get(to));
		}
	});
});

test("letters that mean something to Mermaid become entities", () => {
	expect(escapeText('a: "b"; <c> {d} #1')).toBe("a#58; #34;b#34;#59; #60;c#62; #123;d#125; #35;1");
});

/** By state: the composite that it is declared in. */
function parentsOf(lines: string[]): Map<string, string> {
	const around: string[] = [];
	const parents = new Map<string, string>();
	for (const line of lines) {
		const state = line.match(/ as (\w+)/)?.[1];
		if (state) parents.set(state, around.at(-1) ?? "");
		if (line.endsWith("{") && state) around.push(state);
		if (line.trim() === "}") around.pop();
	}
	return parents;
}
