import { expect, test } from "vitest";
import { catalogue } from "#protocols/catalogue/catalogue.ts";
import { checkProtocol } from "#protocols/checker/check-protocol.ts";
import { compileProtocol } from "#protocols/compiler/compile.ts";
import { edit } from "#protocols/editing/edit.ts";
import { spellPart } from "#protocols/editing/part-ref.ts";
import { emptySkeleton } from "#protocols/editing/skeleton.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";
import { allParts } from "./all-parts.for-tests.ts";
import { presentEditor } from "./present-editor.ts";
import type { OutlineEntry } from "./present-outline.ts";

const models = catalogue.map(({ id, document }) => ({ id, protocol: read(document) }));
const known = new Map<Protocol, ReturnType<typeof lookAt>>();
const blank = emptySkeleton({ id: "essai", title: { fr: "Essai", en: "Trial" } });

test.each(models)("every part of $id is in the outline once, and opens", ({ protocol }) => {
	const parts = allParts(protocol).map(spellPart);
	const { outline } = show(protocol, "protocol");
	const listed = [...outline.phases, ...outline.interruptions, ...outline.roles].flatMap(spelled);

	expect(listed.toSorted()).toEqual(parts.toSorted());
	for (const part of parts) expect(show(protocol, part).part.part).toBe(part);
});

test("an address that names nothing of the draft opens the protocol itself", () => {
	for (const asked of [null, "", "step:nowhere", "x", "protocol"]) {
		expect(show(blank, asked).part.kind).toBe("protocol");
	}
});

test("what each outcome may lead to are places that the protocol takes", () => {
	const [step] = blank.phases[1].steps;
	const { part } = show(blank, `step:${step?.id}`);
	if (part.kind !== "step") throw new Error("A step opens as a step.");
	const [outcome] = part.outcomes;

	expect(part.targets.length).toBeGreaterThan(2);
	for (const { value } of part.targets) {
		const wish = { type: "set-outcome", step: part.id, outcome: outcome?.code ?? "" } as const;
		expect(edit(blank, { ...wish, to: value }).ok, value).toBe(true);
	}
});

test("a text without its translation is counted where it stands", () => {
	const [step] = blank.phases[0].steps;
	const done = edit(blank, { type: "set-step", step: step?.id ?? "", title: { fr: "Seul" } });
	if (!done.ok) throw new Error(done.refusal.sentence.en);
	const [before, after] = [blank, done.protocol].map((protocol) => {
		return show(protocol, "protocol").outline.phases[0]?.inside?.[0]?.missing ?? 0;
	});

	expect(after).toBe((before ?? 0) + 1);
});

test("what points to a part is said before it is deleted, each with where to change it", () => {
	const [step] = blank.phases[1].steps;
	const { acts } = show(blank, `step:${step?.id}`).part;
	const [first] = blank.phases[0].steps;

	expect(acts.references.map(({ part }) => part)).toContain(`step:${first?.id}`);
	expect(acts.redirects.map(({ value }) => value)).not.toContain(step?.id);
});

test("the findings of the open part come first", () => {
	const [step] = blank.phases[1].steps;
	const { findings } = show(blank, `step:${step?.id}`);

	expect(findings.errors + findings.warnings).toBeGreaterThan(1);
	expect(findings.shown[0]?.part).toBe(`step:${step?.id}`);
});

function show(protocol: Protocol, asked: string | null) {
	const looked = known.get(protocol) ?? lookAt(protocol);
	known.set(protocol, looked);
	return presentEditor({
		...{ draftId: "draft", revision: 0, asked, ...looked },
		...{ language: "fr", wide: false },
		status: {
			...{ savedAt: 0, savedToday: false, timeZone: "Europe/Paris" },
			...{ canUndo: false, canRedo: false, others: [] },
		},
	});
}

function lookAt(protocol: Protocol) {
	const compiled = compileProtocol(protocol);
	return { compiled, found: checkProtocol(compiled) };
}

function spelled({ part, inside = [] }: OutlineEntry): string[] {
	return [part, ...inside.flatMap(spelled)];
}

function read(document: unknown): Protocol {
	const result = readProtocol(document);
	if (!result.ok) throw new Error("A model of the catalogue cannot be read.");
	return result.protocol;
}
