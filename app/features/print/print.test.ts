import { describe, expect, test } from "vitest";
import { compiledModels } from "#protocols/compiler/compiled-models.ts";
import { drawingOf, stationsOf } from "#protocols/compiler/drawing.ts";
import { bookletOf } from "./booklet.ts";
import { drawnSheets } from "./drawn-sheets.ts";
import { roleCard } from "./role-card.ts";

const everyRole = [
	"reperant",
	"ref-struct",
	"coord",
	"crip",
	"ase",
	"soin",
	"asso-spe",
	"ref-parcours",
	"eval",
];
const structures = [
	{ name: "Structure du Frêne", phone: "01 99 00 10 01", roles: everyRole },
	{ name: "Structure du Lin", phone: "01 99 00 10 02", roles: everyRole },
	{ name: "Structure sans téléphone", phone: null, roles: everyRole },
];

describe.each(compiledModels)("%s on paper", (_, compiled) => {
	const language = "fr" as const;
	const drawing = drawingOf(compiled, language);

	test("each station is on one sheet, whole, and every sheet shows something", () => {
		const sheets = drawnSheets(drawing);
		const shown = sheets.flatMap(({ geometry }) => geometry.stations.map(({ number }) => number));

		expect(shown.toSorted((one, other) => one - other)).toEqual(
			stationsOf(drawing).map(({ number }) => number),
		);
		for (const { top, geometry } of sheets) {
			expect(geometry.stations.length).toBeGreaterThan(0);
			for (const { y } of geometry.stations) {
				expect(y).toBeGreaterThan(top);
				expect(y).toBeLessThan(top + geometry.height);
			}
		}
	});

	test("the cards of all roles say every step of the territory once as somebody's work", () => {
		const roles = compiled.protocol.roles.filter(({ external }) => !external);
		const done = roles.flatMap(({ id }) => {
			const card = roleCard({ compiled, language, roleId: id, structures });
			return card?.does.map(({ number }) => number) ?? [];
		});

		expect(done.toSorted((one, other) => one - other)).toEqual(
			stationsOf(drawing).map(({ number }) => number),
		);
	});

	test("who receives a handoff reads from whom, and how long there is to answer", () => {
		const asked = [...compiled.places.steps.values()].flatMap(({ step }) =>
			step.handoff?.mode === "app" ? [{ step: step.id, to: step.handoff.to }] : [],
		);
		for (const { step, to } of asked) {
			const card = roleCard({ compiled, language, roleId: to, structures });
			const receipt = card?.receives.find(({ id }) => id === step);
			expect(receipt?.from).not.toBe("");
			expect(receipt?.acknowledge).toMatch(/\d/);
			expect(receipt?.decide).toMatch(/\d/);
		}
		expect(asked.length).toBeGreaterThan(0);
	});

	test("an actor outside and an unknown role have no card", () => {
		const outside = compiled.protocol.roles.find(({ external }) => external);

		for (const roleId of [outside?.id ?? "", "nobody", ""]) {
			expect(roleCard({ compiled, language, roleId, structures })).toBeUndefined();
		}
	});

	test("the booklet names every law that sets a delay, and only structures with a number", () => {
		const booklet = bookletOf(compiled, language, structures);
		const laws = [...compiled.places.steps.values()].flatMap(({ step }) =>
			step.delay.basis === "law" ? [step.delay.reference] : [],
		);

		expect(new Set(booklet.law.map(({ text }) => text))).toEqual(new Set(laws));
		for (const line of booklet.telephones) {
			expect(line.structures.map(({ name }) => name)).not.toContain("Structure sans téléphone");
		}
	});
});

test("a card keeps a number for each partner before it gives one of them two", () => {
	const [, [, compiled] = []] = compiledModels;
	if (!compiled) throw new Error("The catalogue has one protocol only.");
	const many = Array.from({ length: 40 }, (_, place) => ({
		name: `Structure ${place}`,
		phone: `01 99 00 10 ${place + 10}`,
		roles: everyRole,
	}));

	const card = roleCard({ compiled, language: "fr", roleId: "ref-parcours", structures: many });

	const counts = card?.calls.map(({ structures: found }) => found.length) ?? [];
	expect(counts.length).toBeGreaterThan(1);
	expect(new Set(counts).size).toBe(1);
	expect(card?.callsMore).toBe(true);
});
