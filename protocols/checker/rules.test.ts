import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compiledModels } from "#protocols/compiler/compiled-models.ts";
import { checkProtocol } from "./check-protocol.ts";
import { findingCodes } from "./finding.ts";
import type { TerritoryFacts } from "./rule.ts";
import { rules } from "./rules.ts";

const here = "protocols/checker/rules";
const pages = "docs/checker";

test("codes, rules, their files and their pages agree", () => {
	const codes = [...findingCodes].sort();

	expect(rules.map(({ code }) => code).sort()).toEqual(codes);
	expect(namesIn(here, ".ts")).toEqual(codes);
	expect(namesIn(pages, ".md")).toEqual(codes);
});

test.each(rules)("the file of $code holds its rule", ({ code }) => {
	expect(readFileSync(`${here}/${code}.ts`, "utf8")).toContain(`code: "${code}"`);
});

test.each(rules)(
	"the page of $code says in both languages what it means, shows and asks",
	(rule) => {
		const page = readFileSync(`${pages}/${rule.code}.md`, "utf8");

		expect(page.startsWith(`# \`${rule.code}\`\n`)).toBe(true);
		for (const said of ["Ce que cela veut dire", "Exemple", "Que faire"]) {
			expect(page).toContain(`**${said}.** `);
		}
		for (const said of ["What it means", "Example", "What to do"]) {
			expect(page).toContain(`**${said}.** `);
		}
		expect(page).toContain(rule.severity === "error" ? "Error: " : "Warning: ");
	},
);

test.each(compiledModels)("%s may be published: no error", (_, compiled) => {
	const findings = checkProtocol(compiled, mannedTerritory);

	expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
});

test("errors come first, then the order in which the document is read", () => {
	const example = compiledModels[0]?.[1];
	if (!example) throw new Error("The catalogue is empty.");
	const findings = checkProtocol(example, { structuresHolding: () => [] });

	const weights = findings.map(({ severity }) => severity);
	expect(weights).toEqual([...weights].sort());
	expect(findings).toEqual(checkProtocol(example, { structuresHolding: () => [] }));
});

const mannedTerritory: TerritoryFacts = {
	structuresHolding: () => ["a", "b"].map((id) => ({ id, name: id, openOn: [1, 2, 3, 4, 5] })),
};

function namesIn(folder: string, ending: string): string[] {
	return readdirSync(folder)
		.filter((name) => name.endsWith(ending))
		.map((name) => name.slice(0, -ending.length))
		.sort();
}
