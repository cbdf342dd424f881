import { expect, test } from "vitest";
import { code, id } from "#protocols/language/text.ts";
import { exampleProtocol } from "./example.for-tests.ts";
import { codeFrom, nameFrom, namesIn, unique, uniqueCode } from "./names.ts";

const none = new Set<string>();

test.each([
	["Accueillir le signe", "accueillir-le-signe"],
	["Évaluer à l'œil nu, où ça ?", "evaluer-a-l-oeil-nu-ou-ca"],
	["1er contact", "etape-1er-contact"],
	["  — ", "etape"],
	["Demander l’accompagnement « à plusieurs »", "demander-l-accompagnement-a-plusieurs"],
	[
		"Une étape dont le titre est si long qu'aucune adresse ne pourrait le porter",
		"une-etape-dont-le-titre-est-si-long-qu-aucune",
	],
	["Anticonstitutionnellement".repeat(4), "anticonstitutionnellement".repeat(4).slice(0, 48)],
])("a step called “%s” is named %s", (fr, name) => {
	expect(nameFrom({ fr }, "etape", none)).toBe(name);
	expect(id.safeParse(name).success).toBe(true);
});

test.each([
	["Déjà suivi ailleurs", "DEJA_SUIVI_AILLEURS"],
	["2e avis", "OUTCOME_2E_AVIS"],
	["…", "OUTCOME"],
])("an outcome called “%s” gets the code %s", (fr, wanted) => {
	expect(codeFrom({ fr }, none)).toBe(wanted);
	expect(code.safeParse(wanted).success).toBe(true);
});

test("a name that is taken gets the first free number, however often and however long", () => {
	const taken = new Set(["clore", "clore-2", "x".repeat(60)]);

	expect(unique("clore", taken)).toBe("clore-3");
	expect(unique("clore-2", taken)).toBe("clore-3");
	expect(id.safeParse(unique("x".repeat(60), taken)).success).toBe(true);
	expect(uniqueCode("DONE", new Set(["DONE"]))).toBe("DONE_2");
});

test("no new part takes a name of another part, or one that the machine needs", () => {
	const taken = namesIn(exampleProtocol());

	for (const name of ["watch", "support", "safety", "orientation", "runaway", "course", "end"]) {
		expect(nameFrom({ fr: name }, "etape", taken)).toBe(`${name}-2`);
	}
});
