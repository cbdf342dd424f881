import { describe, expect, test } from "vitest";
import { compiledModels } from "./compiled-models.ts";
import { outlineOf } from "./outline.ts";
import { outlineText } from "./outline-text.ts";
import { stepsOf } from "./outline-walk.ts";

describe.each(compiledModels)("the outline of %s", (_, compiled) => {
	test.each(["fr", "en"] as const)("tells every step and every outcome once, in %s", (language) => {
		const outline = outlineOf(compiled, language);
		const steps = [...stepsOf([...outline.phases, ...outline.interruptions])];

		expect(steps.map(({ id }) => id).toSorted()).toEqual(
			[...compiled.places.steps.keys()].toSorted(),
		);
		for (const { id, outcomes } of steps) {
			const written = compiled.places.steps.get(id)?.step.outcomes ?? [];
			expect(outcomes.map(({ code }) => code)).toEqual(written.map(({ code }) => code));
		}
	});

	test("says where each outcome leads, in words", () => {
		const outline = outlineOf(compiled, "fr");

		for (const { outcomes } of stepsOf([...outline.phases, ...outline.interruptions])) {
			for (const { leads } of outcomes) expect(leads).toMatch(/^(étape|même|«|fin|la situation)/);
		}
	});

	test("reads as plain text, every step numbered", () => {
		const text = outlineText(compiled, "fr");

		const numbers = [...text.matchAll(/^\s*(\d+)\. /gm)].map(([, number]) => Number(number));
		expect(numbers).toEqual([...compiled.places.steps.keys()].map((_, index) => index + 1));
	});
});

test("the short example says who, within how long, on what it rests, and what follows", () => {
	const [, compiled] = compiledModels[0] ?? [];
	if (!compiled) throw new Error("The catalogue is empty.");

	const text = outlineText(compiled, "fr");

	expect(text).toContain("3. Transmettre l'information préoccupante");
	expect(text).toContain("8 heures ouvrées, fixé par la loi (CASF L226-2-1)");
	expect(text).toContain("=> CRIP (Évaluer)");
	expect(text).toContain("si Niveau d'inquiétude : Danger ou Danger grave et immédiat");
	expect(text).toContain("2 fois au plus, ensuite « Les signes s'accumulent »");
	expect(text).toContain(
		"Le jeune est parti -> étape 11, « Signaler au parquet » ; ouvre « Fugue »",
	);
	expect(text).toContain("le parcours va à « Accompagner », étapes 5–8 en parallèle");
});

test("an interruption says who may open it and what it does to the delays", () => {
	const [, compiled] = compiledModels[0] ?? [];
	if (!compiled) throw new Error("The catalogue is empty.");

	const { interruptions } = outlineOf(compiled, "en");

	expect(interruptions.map(({ letter, about }) => [letter, about])).toEqual([
		["A", "may be opened by anyone · the delays of the course run on"],
		["B", "may be opened by anyone · the delays of the course pause"],
	]);
});
