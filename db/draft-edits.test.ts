import { expect, test } from "vitest";
import { canonicalJson } from "#protocols/language/canonical.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";
import { editDraft } from "./draft-edits.ts";
import { keptRevisions, logOf } from "./draft-log.ts";
import { draftStage, retitle, writers } from "./draft-stage.for-tests.ts";
import type { Draft } from "./drafts.ts";
import { draftEdits, drafts } from "./schema/drafts.ts";
import { monday } from "./small-territory.ts";

test("an edit makes the next revision, and says who made it", () => {
	const { write, draft } = draftStage();

	const edited = write(retitle("watch", "Veiller"), { by: writers.second });

	expect(edited).toEqual({ ok: true, revision: 1, selected: { kind: "step", id: "watch" } });
	expect(draft()).toMatchObject({
		revision: 1,
		updatedBy: { memberId: "crip-member", label: "crip" },
		undoes: { command: "set-step", part: "step:watch", by: "crip-member" },
		canUndo: true,
		canRedo: false,
	});
	expect(titleOf(draft(), "watch")).toBe("Veiller");
});

test("an edit that changes nothing makes no revision", () => {
	const { write, draft } = draftStage();
	write(retitle("watch", "Veiller"));

	expect(write(retitle("watch", "Veiller"))).toMatchObject({ ok: true, revision: 1 });
	expect(draft().revision).toBe(1);
});

test("a refused edit leaves the draft as it was", () => {
	const { db, write, draft } = draftStage();

	const edited = write({ type: "delete-step", step: "watch" });

	expect(edited).toMatchObject({ ok: false, refusal: { code: "still-referred-to" } });
	expect(draft().revision).toBe(0);
	expect(db.select().from(draftEdits).all()).toEqual([]);
});

test("what was done is undone and done again, to the letter", () => {
	const { write, undo, redo, draft } = draftStage();
	const texts = [text(draft())];
	for (const command of [
		retitle("watch", "Veiller"),
		{ type: "delete-step", step: "watch", redirect: "send-concern" } as const,
		{ type: "duplicate-group", group: "support" } as const,
		{ type: "delete-interruption", interruption: "runaway", redirect: null } as const,
	]) {
		expect(write(command).ok).toBe(true);
		texts.push(text(draft()));
	}

	for (const expected of texts.slice(0, -1).reverse()) {
		expect(undo().ok).toBe(true);
		expect(text(draft())).toBe(expected);
	}
	expect(undo()).toMatchObject({ ok: false, refusal: { code: "nothing-to-undo" } });
	for (const expected of texts.slice(1)) {
		expect(redo().ok).toBe(true);
		expect(text(draft())).toBe(expected);
	}
	expect(redo()).toMatchObject({ ok: false, refusal: { code: "nothing-to-redo" } });
	expect(draft().revision).toBe(12);
});

test("a new edit ends what could be done again", () => {
	const { write, undo, redo, draft } = draftStage();
	write(retitle("watch", "Un"));
	write(retitle("close", "Deux"));
	undo();
	expect(draft()).toMatchObject({ canUndo: true, canRedo: true });

	write(retitle("review", "Trois"));

	expect(draft()).toMatchObject({ canUndo: true, canRedo: false });
	expect(redo()).toMatchObject({ ok: false, refusal: { code: "nothing-to-redo" } });
	undo();
	undo();
	expect(text(draft())).toBe(text(draftStage().draft()));
	expect(draft().canUndo).toBe(false);
});

test("undoing is in the log, with who did it", () => {
	const { db, draftId, write, undo, redo } = draftStage();
	write(retitle("watch", "Un"));
	undo(writers.second);
	redo();

	const told = logOf(db, draftId).map(({ revision, act, by, part }) => ({
		revision,
		act,
		by,
		part,
	}));
	expect(told).toEqual([
		{ revision: 1, act: "edit", by: "lead-member", part: "step:watch" },
		{ revision: 2, act: "undo", by: "crip-member", part: "step:watch" },
		{ revision: 3, act: "redo", by: "lead-member", part: "step:watch" },
	]);
});

test("two people who change different parts, or different words of one part, lose nothing", () => {
	const { write, draft } = draftStage();
	write(retitle("watch", "Veiller"), { seen: 0 });

	const elsewhere = write(retitle("close", "Fermer"), { seen: 0, by: writers.second });
	const beside = write(
		{ type: "set-step", step: "watch", guidance: { fr: "Autre consigne." } },
		{ seen: 0, by: writers.second },
	);

	expect([elsewhere.ok, beside.ok]).toEqual([true, true]);
	expect(titleOf(draft(), "watch")).toBe("Veiller");
	expect(titleOf(draft(), "close")).toBe("Fermer");
	expect(draft().revision).toBe(3);
});

test("a text that one writes and another translates keeps both", () => {
	const { write, draft } = draftStage();
	const title = draft().protocol.title;
	write({ type: "set-protocol", title: { ...title, fr: "Ensemble" } }, { seen: 0 });

	const translated = write(
		{ type: "set-protocol", title: { ...title, en: "Together" } },
		{ seen: 0, by: writers.second },
	);

	expect(translated.ok).toBe(true);
	expect(draft().protocol.title).toEqual({ fr: "Ensemble", en: "Together" });
});

test("a wish about words that somebody changed since is refused with what stands now", () => {
	const { write, draft } = draftStage();
	write(retitle("watch", "Veiller"), { by: writers.first });
	write(retitle("close", "Fermer"), { by: writers.second });

	const edited = write(retitle("watch", "Guetter"), { seen: 0, by: writers.second });

	expect(edited).toMatchObject({
		ok: false,
		refusal: {
			code: "changed-meanwhile",
			by: { memberId: "lead-member", label: "lead" },
			theirs: { title: { fr: "Veiller" } },
			sentence: { fr: "lead a changé cette partie depuis que vous l'avez ouverte." },
		},
	});
	expect(titleOf(draft(), "watch")).toBe("Veiller");
	expect(draft().revision).toBe(2);
});

test("nobody deletes a part that somebody changed, or pointed to, since they looked", () => {
	const { write } = draftStage();
	write(retitle("care-later", "Plus tard"));
	const changed = write(
		{ type: "delete-step", step: "care-later", redirect: "@end" },
		{ seen: 0, by: writers.second },
	);
	expect(changed).toMatchObject({ ok: false, refusal: { code: "changed-meanwhile" } });

	write({ type: "set-outcome", step: "review", outcome: "CONTINUE", to: "first-contact" });
	const pointed = write(
		{ type: "delete-step", step: "first-contact", redirect: "review" },
		{ seen: 1, by: writers.second },
	);
	expect(pointed).toMatchObject({ ok: false, refusal: { code: "changed-meanwhile" } });
});

test("undoing asks for the page that shows what is undone", () => {
	const { write, undo, draft } = draftStage();
	write(retitle("watch", "Un"));
	write(retitle("close", "Deux"), { by: writers.second });

	expect(undo(writers.first, 1)).toMatchObject({
		ok: false,
		refusal: { code: "changed-meanwhile", by: { memberId: "crip-member" } },
	});
	expect(draft().revision).toBe(2);
});

test("a page of the future, or older than what is kept, counts as outdated", () => {
	const { db, write, draft } = draftStage();
	for (let turn = 0; turn <= keptRevisions; turn += 1) write(retitle("watch", `Veille ${turn}`));
	const { revision } = draft();

	expect(db.select().from(draftEdits).all()).toHaveLength(keptRevisions);
	const close = retitle("close", "Fermer");
	for (const seen of [0, revision + 1]) {
		expect(write(close, { seen })).toMatchObject({
			ok: false,
			refusal: { code: "changed-meanwhile", theirs: { title: { fr: /^Clore/ } } },
		});
	}
	expect(write(close, { seen: 1 })).toMatchObject({ ok: true });
});

test("going back stops at what is kept", () => {
	const { write, undo, draft } = draftStage();
	for (let turn = 0; turn <= keptRevisions; turn += 1) write(retitle("watch", `Veille ${turn}`));

	let undone = 0;
	while (undo().ok) undone += 1;

	// Each step back is itself a change that is kept, and pushes the oldest one out.
	expect(undone).toBe(keptRevisions / 2);
	expect(readProtocol(draft().protocol).ok).toBe(true);
});

test("a title that may name somebody leaves no trace in the name of its part", () => {
	const { write, draft } = draftStage();
	const add = (fr: string) =>
		write({ type: "add-step", in: "orientation", title: { fr }, kind: "action", role: "lead" });

	expect(add("Appeler Mme Delaunay")).toMatchObject({ selected: { kind: "step", id: "etape" } });
	expect(add("Appeler la permanence")).toMatchObject({
		selected: { kind: "step", id: "appeler-la-permanence" },
	});
	const label = { fr: "Vu par Mme Delaunay" };
	write({ type: "add-outcome", step: "watch", label });
	write({ type: "add-role", label: { fr: "Mme Delaunay" }, external: false });

	const corrected = text(draft()).replaceAll(/"(fr|en)":"[^"]*"/g, "");
	expect(corrected).not.toMatch(/delaunay/i);
});

test("a draft of another territory is not there", () => {
	const { db, draftId } = draftStage();

	const edited = editDraft(db, {
		...{ territoryId: "elsewhere", draftId, seen: 0, by: writers.first, at: monday },
		command: retitle("watch", "Veiller"),
	});

	expect(edited).toMatchObject({ ok: false, refusal: { code: "no-draft" } });
});

test("the store refuses a draft that names a version and a model at once", () => {
	const { db } = draftStage();

	expect(() =>
		db
			.update(drafts)
			.set({ baseHash: "0f".repeat(32) })
			.run(),
	).toThrow(/CHECK/);
	expect(() => db.update(drafts).set({ modelId: null }).run()).toThrow(/CHECK/);
	expect(() => db.update(drafts).set({ revision: -1 }).run()).toThrow(/CHECK/);
});

function text({ protocol }: Draft): string {
	return canonicalJson(protocol);
}

function titleOf({ protocol }: Draft, id: string): string | undefined {
	const steps = protocol.phases.flatMap((phase) => phase.steps);
	return steps.find((step) => step.id === id)?.title.fr;
}
