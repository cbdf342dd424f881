import { expect, test } from "vitest";
import { inspectText } from "./inspect-text.ts";

test("a finding says where it stands in the text as it was given, whatever hides in it", () => {
	const text = "Appelez au 06\u200b39\u200b98\u200b12\u200b34 le soir.";

	const [stop] = look(text).stops;

	expect(stop).toEqual({
		kind: "telephone",
		from: 11,
		to: text.indexOf(" le soir"),
		seen: "06\u200b39\u200b98\u200b12\u200b34",
	});
});

test("letters of other alphabets that look like ours are read as ours", () => {
	// The first letter of each is Cyrillic.
	expect(look("Écrivez à а.brindille@exemple.fr").stops).toMatchObject([{ kind: "email" }]);
	expect(look("On a vu Кezianne hier.").warnings).toMatchObject([{ seen: "Кezianne" }]);
});

test.each([
	"En danger, appelez le 17, le 15, le 112 ou le 114.",
	"Conseil jour et nuit : 119, 116 000, 3018, 3919, 116 006.",
	"Fil Santé Jeunes répond au 0 800 235 236.",
])("the numbers that everybody may know are no finding: %s", (text) => {
	expect(look(text)).toEqual({ stops: [], warnings: [] });
});

test.each(["01 99 00 10 03", "+33 1 99 00 10 03", "0033199001003", "01.99.00.10.03"])(
	"a professional number may be written as %s where it is allowed",
	(written) => {
		const text = `La cellule répond au ${written}.`;

		expect(look(text).stops).toMatchObject([{ kind: "telephone" }]);
		expect(inspectText(text, { language: "fr", telephones: ["01 99 00 10 03"] }).stops).toEqual([]);
	},
);

test("a social security number is told by its key, also where it names Corsica", () => {
	expect(look("Le 2 11 03 2A 990 042 97 suffit.").stops).toMatchObject([{ kind: "nir" }]);
	expect(look("Le 2 11 03 2A 990 042 12 suffit.").stops).toMatchObject([{ kind: "file-number" }]);
});

test.each([
	["la loi du 4 mars 2002", 0],
	["le décret du 30 décembre 2025", 0],
	["depuis le 1er janvier 2023", 0],
	["le 4 mars 2011", 1],
	["née le 4 mars 2011, loi du 4 mars 2002", 1],
])("a date may be that of a text of law or of an event: %s", (text, stops) => {
	expect(look(`Voyez ${text}.`).stops).toHaveLength(stops);
});

test("what is refused already is not suspected a second time", () => {
	const { stops, warnings } = look("Écrivez à kezianne.belrac@exemple.fr.");

	expect(stops).toMatchObject([{ kind: "email" }]);
	expect(warnings).toEqual([]);
});

test("a given name and a surname side by side are one finding", () => {
	expect(look("Voir avec Kezianne Belrachid-Noury demain.").warnings).toMatchObject([
		{ seen: "Kezianne Belrachid-Noury" },
	]);
});

test.each([
	["Rose est venue lundi.", 1],
	["Rose ou bleue, la fiche reste la même.", 0],
	["Le tribunal judiciaire de Nancy est prévenu.", 0],
	["Nancy dort dans une voiture.", 1],
	["Le lycée Victor-Hugo est prévenu.", 0],
	["Mme Petit suit cette étape.", 1],
	["Un petit pas suffit.", 0],
	["Contacter Lina DUPRAVEL.", 1],
	["NE PAS LAISSER DE MESSAGE.", 0],
	["La CRIP et l'ASE sont prévenues.", 0],
	["La jeune K. B. est revenue.", 1],
	["Au lieu-dit, le Mouvement du Nid et l'Amicale du Nid.", 0],
])("a word is taken for a name where it stands like one: %s", (text, names) => {
	expect(look(text).warnings).toHaveLength(names);
});

test("an English text names French institutions, and people too", () => {
	const english = (text: string) => inspectText(text, { language: "en" }).warnings;

	expect(english("The Aide sociale à l'enfance finds a place in Seine-Saint-Denis.")).toEqual([]);
	expect(english("Nobody has seen Kezianne since Monday.")).toMatchObject([{ seen: "Kezianne" }]);
});

function look(text: string) {
	return inspectText(text, { language: "fr" });
}
