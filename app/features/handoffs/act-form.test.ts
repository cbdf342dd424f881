import { expect, test } from "vitest";
import { handoffActCodes, ruleOf } from "#protocols/casework/handoff/life.ts";
import { needsOn } from "#protocols/casework/handoff/needs.ts";
import { endOfDay, saidInAct } from "./act-command.ts";
import { actFormSchema } from "./act-form.schema.ts";
import { actFormOf, actForms, pairedForm, slugOf } from "./act-table.ts";
import { codeLists } from "./code-words.ts";

const byMachines = ["clock", "system"];
const paris = { timeZone: "Europe/Paris", latest: null, idOf: (key: string) => key };

test("every act that a person can do has a page, and no other act has one", () => {
	const personal = handoffActCodes.filter((act) =>
		ruleOf(act).by.some((party) => !byMachines.includes(party)),
	);

	expect(actForms.map(({ act }) => act)).toEqual(personal);
	expect(actForms.every((form) => actFormOf(form.slug) === form)).toBe(true);
	expect(actFormOf(slugOf("CARRY_ON"))).toBeUndefined();
});

test.each(actForms)("the form of $slug asks what the act needs, by name", (form) => {
	const { must, may = [] } = needsOn(form.act, false);

	const empty = actFormSchema(form).safeParse({ missing: [] });
	const wrong = empty.success ? [] : empty.error.issues.map(({ path }) => path[0]);

	expect(form.fields.map(({ need }) => need)).toEqual([...must, ...may]);
	// A line is matched by two answers: a number and two words.
	const asked = must.flatMap((need) => (need === "matched" ? ["number", "words"] : [need]));
	expect(wrong.sort()).toEqual(asked.sort());
});

test.each(actForms)("the form of $slug takes codes of its lists and none beside", (form) => {
	const heard = { number: "7KWM3-9TXHQ", words: "SAME" };
	const answers = Object.assign(
		{},
		...form.fields.map(({ need }) => {
			return need === "matched" ? heard : { [need]: sample(need) };
		}),
	);
	const other = Object.fromEntries(Object.keys(answers).map((name) => [name, ["NO_SUCH_CODE"]]));

	const parsed = actFormSchema(form).safeParse(answers);

	expect(parsed.success).toBe(true);
	if (form.fields.length > 0) expect(actFormSchema(form).safeParse(other).success).toBe(false);
	expect(() => saidInAct(form, answers, paris)).not.toThrow();
});

test("a line that was found already asks for no number a second time", () => {
	const form = actFormOf("accept");
	if (!form) throw new Error("A handoff is accepted by people.");

	expect(form.fields.map(({ need }) => need)).toEqual([
		"matched",
		"identityBy",
		"referent",
		"until",
	]);
	expect(pairedForm(form).fields.map(({ need }) => need)).toEqual(["referent", "until"]);
	expect(pairedForm(form)).toMatchObject({ act: "ACCEPT", checked: true });
});

test("a day is its end on the clocks of the territory, and on the last day the limit itself", () => {
	const end = endOfDay("2026-11-24", { timeZone: "Europe/Paris", latest: null });
	const overseas = endOfDay("2026-11-24", { timeZone: "America/Martinique", latest: null });
	const limit = Date.UTC(2026, 10, 24, 17);

	expect(new Date(end).toISOString()).toBe("2026-11-24T22:59:59.999Z");
	expect(overseas - end).toBe(5 * 3_600_000);
	expect(endOfDay("2026-11-24", { timeZone: "Europe/Paris", latest: limit })).toBe(limit);
	expect(endOfDay("2026-11-25", { timeZone: "Europe/Paris", latest: limit })).toBeGreaterThan(
		limit,
	);
});

test("another step is chosen only where the refusal leads to one", () => {
	const form = actFormOf("record-refusal");
	if (!form) throw new Error("A refusal is recorded by people.");

	const stays = saidInAct(form, { next: "GO_ON", stepOutcome: "REFUSED" }, paris);
	const leaves = saidInAct(form, { next: "OUTCOME", stepOutcome: "REFUSED" }, paris);

	expect(stays.outcome).toBeUndefined();
	expect(leaves.outcome).toBe("REFUSED");
});

function sample(need: string): string | string[] {
	if (need === "until") return "2026-11-24";
	const [code = "somebody"] = Object.keys(codeLists[need] ?? {});
	return need === "missing" ? [code] : code;
}
