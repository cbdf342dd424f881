import { expect, test } from "vitest";
import { linesOf } from "./corpus/corpus-files.ts";
import { languageOfText } from "./text-language.ts";

test.each(["fr", "en"] as const)(
	"the language of a guidance in %s is told from its words",
	(language) => {
		const sentences = linesOf(`guidance.held.${language}.txt`).filter((line) => line.length > 40);

		const right = sentences.filter((sentence) => languageOfText(sentence) === language);

		expect(right.length / sentences.length).toBeGreaterThan(0.97);
	},
);

test.each(["Demandez Kezianne.", "", "119", "Foyer de l'Érable"])(
	"%j is taken for French",
	(text) => {
		expect(languageOfText(text)).toBe("fr");
	},
);
