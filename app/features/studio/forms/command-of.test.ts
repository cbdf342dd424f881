import { expect, test } from "vitest";
import { compileProtocol } from "#protocols/compiler/compile.ts";
import { edit } from "#protocols/editing/edit.ts";
import { emptySkeleton } from "#protocols/editing/skeleton.ts";
import { changedExample } from "#protocols/language/changed-example.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";
import { presentPart } from "../present-part.ts";
import { readingOfDraft } from "../reading-draft.ts";
import { commandOf } from "./command-of.ts";
import { type ChangeForm, editForm } from "./edit-form.schema.ts";
import { touched } from "./touched.ts";

const frame = { seen: "0", part: "protocol", form: "a-form" };
const when = { ...frame, act: "set-condition", step: "close", outcome: "CLOSED" };
const example = read(changedExample());

test("a question that is chosen comes with all its answers, of which some are then unticked", () => {
	const chosen = done(example, { ...when, condition: "fact:age_band", answers: [] });
	expect(conditionOf(chosen)).toEqual({ fact: "age_band", in: ["U15", "A15_17", "A18_20", "UNK"] });

	const shown = { ...when, condition: "fact:age_band", shown: "age_band" };
	const fewer = done(chosen, { ...shown, answers: ["A15_17", "U15"] });
	expect(conditionOf(fewer)).toEqual({ fact: "age_band", in: ["U15", "A15_17"] });
});

test("another question does not take over the answers of the one that was shown", () => {
	const form = { ...when, condition: "fact:concern_level", shown: "age_band", answers: ["U15"] };
	const condition = conditionOf(done(example, form));

	expect(condition).toMatchObject({ fact: "concern_level" });
	expect(condition).not.toMatchObject({ in: expect.arrayContaining(["U15"]) });
});

test("a question without an answer is sent back with words", () => {
	const form = { ...when, condition: "fact:age_band", shown: "age_band", answers: [] };
	const parsed = editForm.safeParse(form);

	expect(parsed.error?.issues).toMatchObject([
		{ path: ["answers"], message: "studio:errors.answersMissing" },
	]);
});

test("an answer of another list is refused by the language", () => {
	const form = { ...when, condition: "fact:age_band", shown: "age_band", answers: ["L0_NONE"] };

	expect(done(example, form)).toBe("unreadable");
});

test("a condition on what a track reached is set, shown as chosen, and taken away again", () => {
	const form = { ...when, condition: "reached:safety/review", answers: [] };
	const waiting = done(example, form);
	expect(conditionOf(waiting)).toEqual({ track: "safety", reached: "review" });

	const part = shown(waiting, "close");
	const outcome = part.outcomes.find(({ code }) => code === "CLOSED");
	expect(outcome?.condition).toEqual({ chosen: "reached:safety/review" });
	expect(part.conditions.map(({ value }) => value)).toContain("reached:safety/review");

	const always = done(waiting, { ...when, condition: "", answers: [] });
	expect(always).toEqual(example);
});

test("every condition that the page offers is one that the language takes", () => {
	const { conditions } = shown(example, "close");

	expect(conditions.length).toBeGreaterThan(15);
	for (const { value: condition } of conditions) {
		expect(
			conditionOf(done(example, { ...when, condition, answers: [] })),
			condition,
		).toBeDefined();
	}
});

test("a form that says again what stands changes nothing", () => {
	const chosen = done(example, { ...when, condition: "fact:age_band", answers: [] });
	const { condition } = shown(chosen, "close").outcomes[0] ?? {};
	const again = { ...when, condition: condition?.chosen, shown: condition?.fact };
	const command = commandOf(editForm.parse({ ...again, answers: condition?.in }) as ChangeForm);

	expect(command && touched(chosen as Protocol, command)).toBeUndefined();
});

test("a role that every territory knows keeps the name by which the directory holds it", () => {
	const blank = emptySkeleton({ id: "essai", title: { fr: "Essai" } });
	const form = { ...frame, act: "add-role", known: "ase-astreinte", labelFr: "", labelEn: "" };
	const known = done(blank, form);
	const own = done(blank, { ...form, known: "", labelFr: "Maison des familles", external: "yes" });

	expect(known).toMatchObject({
		roles: expect.arrayContaining([
			{
				id: "ase-astreinte",
				external: false,
				label: expect.objectContaining({ fr: "Astreinte ASE" }),
			},
		]),
	});
	expect(own).toMatchObject({
		roles: expect.arrayContaining([
			{ id: "maison-des-familles", external: true, label: { fr: "Maison des familles" } },
		]),
	});
	expect(editForm.safeParse({ ...form, known: "" }).success).toBe(false);
});

test("a group slips in on a way inside a track, and a track of it may carry on another phase", () => {
	const inTrack = { ...frame, act: "add-group", in: "safety", titleFr: "Côte à côte", titleEn: "" };
	const grouped = done(example, { ...inTrack, through: "first-contact/DONE" });
	const way = stepOf(grouped, "first-contact")?.outcomes.find(({ code }) => code === "DONE");
	expect(way?.to).toBe("cote-a-cote");

	const track = {
		...frame,
		act: "add-track",
		group: "cote-a-cote",
		titleFr: "Évaluer",
		titleEn: "",
	};
	const carried = done(grouped, { ...track, known: "", phase: "orientation" });
	expect(compiled(carried).places.tracks.get("evaluer")?.phase).toBe("orientation");
});

/** The protocol after a form; otherwise why it was not taken. */
function done(protocol: Protocol | string, sent: Record<string, unknown>): Protocol | string {
	const parsed = editForm.safeParse(sent);
	if (!parsed.success) return "refused by the form";
	const command = commandOf(parsed.data as ChangeForm);
	if (!command || typeof protocol === "string") return "no command";
	const edited = edit(protocol, command);
	return edited.ok ? edited.protocol : edited.refusal.code;
}

function compiled(protocol: Protocol | string) {
	if (typeof protocol === "string") throw new Error(protocol);
	return compileProtocol(protocol);
}

function stepOf(protocol: Protocol | string, id: string) {
	return compiled(protocol).places.steps.get(id)?.step;
}

function conditionOf(protocol: Protocol | string) {
	return stepOf(protocol, "close")?.outcomes.find(({ code }) => code === "CLOSED")?.when;
}

function shown(protocol: Protocol | string, id: string) {
	const part = presentPart(readingOfDraft(compiled(protocol), "fr"), { kind: "step", id });
	if (part?.kind !== "step") throw new Error("A step opens as a step.");
	return part;
}

function read(document: unknown): Protocol {
	const result = readProtocol(document);
	if (!result.ok) throw new Error("The example cannot be read.");
	return result.protocol;
}
