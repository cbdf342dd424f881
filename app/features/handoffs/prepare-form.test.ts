import { expect, test } from "vitest";
import { spellCode } from "#app/i18n/spelling.ts";
import { preparationForm } from "./prepare-form.schema.ts";
import { structureIds, structureKey } from "./structure-keys.ts";

const one = {
	external: false,
	recipients: 1,
	questions: ["concern_level", "sign_family"],
} as const;

test("danger, a recipient, each question and the information are all asked", () => {
	const empty = preparationForm(one).safeParse({ sign_family: [] });

	const wrong = empty.success ? [] : empty.error.issues.map(({ path }) => path[0]);

	expect(wrong.sort()).toEqual(["concern_level", "danger", "information", "sign_family", "to"]);
});

test("several recipients are at most as many as the step allows; an external one is none", () => {
	const several = preparationForm({ external: false, recipients: 2, questions: [] });
	const external = preparationForm({ external: true, recipients: 1, questions: [] });
	const rest = { danger: "NO", information: "GIVEN" };

	expect(several.safeParse({ ...rest, to: ["a", "b"] }).success).toBe(true);
	expect(several.safeParse({ ...rest, to: ["a", "b", "c"] }).success).toBe(false);
	expect(external.safeParse(rest).success).toBe(true);
});

test("a number is spelled in two groups of five", () => {
	const groups = spellCode("7KWM3-9TXHQ");

	expect(groups.map((group) => group.length)).toEqual([5, 5]);
	expect(groups[0]?.map(({ word }) => word)).toEqual([
		"sept",
		"Kléber",
		"William",
		"Marcel",
		"trois",
	]);
});

test("a protected structure is chosen by a word that does not name it", () => {
	const known = structure("crip", "CRIP");
	const hidden = structure("shelter-of-the-otter", null);

	const keys = [known, hidden].map((choice) => structureKey(choice, "secret"));

	expect(keys[0]).toBe("crip");
	expect(keys[1]).not.toContain("otter");
	expect(structureIds(keys, [known, hidden], "secret")).toEqual(["crip", "shelter-of-the-otter"]);
	expect(structureIds(["shelter-of-the-otter"], [known, hidden], "other")).toEqual([
		"shelter-of-the-otter",
	]);
});

function structure(id: string, name: string | null) {
	const rest = {
		zone: null,
		phone: null,
		closedOn: [],
		nextClosing: null,
		openToday: true,
		capacity: null,
	};
	return { id, name, ...rest };
}
