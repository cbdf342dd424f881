import { expect, test } from "vitest";
import { exampleAt } from "#protocols/language/changed-example.ts";
import { placesOf } from "#protocols/language/places.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import type { EditCommand } from "./commands.ts";
import { edit } from "./edit.ts";
import { exampleProtocol } from "./example.for-tests.ts";
import { spellPart } from "./part-ref.ts";
import { referencesTo } from "./references.ts";
import type { EditRefusal, Reference } from "./refusal.ts";

test("whoever points to a part is named with the part to open", () => {
	const protocol = exampleProtocol();
	const pointing = (kind: "step" | "group" | "track" | "interruption" | "role", id: string) =>
		referencesTo(protocol, { kind, id }).map(told);

	expect(pointing("step", "watch")).toEqual([
		"outcome-leads-to step:receive-sign WATCH",
		"outcome-leads-to step:watch WATCH",
	]);
	expect(pointing("step", "review")).toEqual([
		"outcome-leads-to step:first-contact DONE",
		"outcome-leads-to step:review CONTINUE",
		"waits-for step:care-later NOT_NOW",
	]);
	expect(pointing("group", "support")).toEqual([
		"starts-with phase:accompaniment",
		"outcome-leads-to step:first-analysis DANGER",
		"outcome-leads-to step:first-analysis RISK",
		"outcome-leads-to step:close CONTINUE",
		"interruption-leads-to step:welcome REPLAN",
	]);
	expect(pointing("track", "safety")).toEqual(["waits-for step:care-later NOT_NOW"]);
	expect(pointing("interruption", "runaway")).toEqual(["raises step:call RUNAWAY"]);
	expect(pointing("role", "care")).toEqual(["with step:review", "handed-to step:ask-care"]);
});

test("a reference is a sentence in both languages", () => {
	const [start, danger] = referencesTo(exampleProtocol(), { kind: "group", id: "support" });

	expect(start?.sentence).toEqual({
		fr: "« Accompagnement » commence ici.",
		en: '"Support" begins here.',
	});
	expect(danger?.sentence).toEqual({
		fr: "L'issue « Danger » de l'étape « Première analyse » mène ici.",
		en: 'The outcome "Danger" of the step "First analysis" leads here.',
	});
});

test("a step that others point to stays, and they are listed; its own loop does not count", () => {
	const refusal = refusalOf({ type: "delete-step", step: "watch" });

	expect(refusal.code === "still-referred-to" && refusal.by.map(told)).toEqual([
		"outcome-leads-to step:receive-sign WATCH",
	]);
	expect(refusal.sentence.fr).toBe(
		"L'issue « Rester attentif » de l'étape « Accueillir le signe » mène ici.",
	);
});

test("with a new way, all that pointed to the step takes it", () => {
	const protocol = done({ type: "delete-step", step: "send-concern", redirect: "first-analysis" });

	expect(protocol.phases[1].start).toBe("first-analysis");
	expect(JSON.stringify(protocol)).not.toContain("send-concern");
});

test("where the new way suits some only, the others are listed and nothing changes", () => {
	// A condition waits for the review: the end of the track is nothing that it could wait for.
	const refusal = refusalOf({ type: "delete-step", step: "review", redirect: "@end" });

	expect(refusal.code === "still-referred-to" && refusal.by.map(told)).toEqual([
		"waits-for step:care-later NOT_NOW",
	]);
});

test("a condition waits for the step that replaces another, in its own track", () => {
	const protocol = done({ type: "delete-step", step: "review", redirect: "first-contact" });
	const [, notNow] = stepIn(protocol, "care-later").outcomes;

	expect(notNow?.when).toEqual({ track: "safety", reached: "first-contact" });
});

test("what may point nowhere is let go; what must lead somewhere is listed", () => {
	const raised = done({ type: "delete-interruption", interruption: "runaway", redirect: null });
	expect(JSON.stringify(raised)).not.toContain('"raises"');

	const refusal = refusalOf({ type: "delete-group", group: "support", redirect: null });
	expect(refusal.code === "still-referred-to" && refusal.by.map(told)).toEqual([
		"outcome-leads-to step:first-analysis DANGER",
		"outcome-leads-to step:first-analysis RISK",
		"outcome-leads-to step:close CONTINUE",
	]);
});

test("a group goes with everything in it, also what waited inside", () => {
	const protocol = done({ type: "delete-group", group: "support", redirect: "close" });

	expect([...placesOf(protocol).steps.keys()]).toEqual([
		...["receive-sign", "watch", "send-concern", "first-analysis", "close"],
		...["call", "report", "keep-bond", "welcome"],
	]);
	expect(protocol.phases[2].start).toBe("close");
});

test("a new way that does not exist, or that goes as well, is none", () => {
	expect(refusalOf({ type: "delete-step", step: "watch", redirect: "nowhere" }).code).toBe(
		"absent",
	);
	const into = refusalOf({ type: "delete-group", group: "support", redirect: "review" });
	expect(into.code).toBe("still-referred-to");
});

test("a role is replaced wherever it was, in the mode that fits, and named once", () => {
	const protocol = exampleProtocol({
		at: [...exampleAt.review, "participants"],
		becomes: ["care", "crip"],
	});
	const replaced = done({ type: "delete-role", role: "care", redirect: "crip" }, protocol);
	expect(stepIn(replaced, "review").participants).toEqual(["crip"]);

	const outside = done({ type: "delete-role", role: "care", redirect: "prosecutor" });
	expect(stepIn(outside, "ask-care").handoff).toMatchObject({ to: "prosecutor", mode: "external" });
});

test("a role outside cannot take over the steps of another: those are listed", () => {
	const refusal = refusalOf({ type: "delete-role", role: "crip", redirect: "prosecutor" });
	expect(refusal.code === "still-referred-to" && refusal.by.map(told)).toEqual([
		"carried-by step:first-analysis",
	]);

	const left = refusalOf({ type: "set-role", role: "crip", external: true });
	expect(left.code === "still-referred-to" && left.by.map(told)).toEqual([
		"carried-by step:first-analysis",
	]);
});

test("without a new way, a role leaves those who may do without it", () => {
	const protocol = exampleProtocol(
		{ at: [...exampleAt.runaway, "raisedBy"], becomes: ["care", "lead"] },
		{ at: [...exampleAt.askCare, "handoff", "to"], becomes: "crip" },
	);

	const without = done({ type: "delete-role", role: "care", redirect: null }, protocol);

	expect(without.interruptions[1]?.raisedBy).toEqual(["lead"]);
	expect(stepIn(without, "review").participants).toEqual([]);
	const alone = exampleProtocol({ at: [...exampleAt.runaway, "raisedBy"], becomes: ["care"] });
	const refusal = refusalOf({ type: "delete-role", role: "care", redirect: null }, alone);
	expect(refusal.code === "still-referred-to" && refusal.by.map(told)).toEqual([
		"handed-to step:ask-care",
		"raised-by interruption:runaway",
	]);
});

test("a step that moves goes on from its new place; who cannot follow it is listed", () => {
	// Inside a track, only the track itself reaches a step.
	const command = { type: "move-step", step: "first-analysis", in: "care" } as const;
	const refusal = refusalOf(command);
	expect(refusal.code === "still-referred-to" && refusal.by.map(told)).toEqual([
		"outcome-leads-to step:send-concern ACCEPTED",
	]);

	const moved = done({ ...command, redirect: "support" });
	expect(stepIn(moved, "send-concern").outcomes[0]?.to).toBe("support");
	expect(placesOf(moved).steps.get("first-analysis")?.container.id).toBe("care");
});

test("a step that leaves its track no longer ends it, and a condition follows it", () => {
	const group = done({
		...{ type: "add-step", in: "care", title: { fr: "Autre" }, kind: "action", role: "lead" },
	});
	const moved = done({ type: "move-step", step: "review", in: "care", redirect: "@end" }, group);
	const [, notNow] = stepIn(moved, "care-later").outcomes;
	expect(notNow?.when).toEqual({ track: "care", reached: "review" });

	const out = done({ type: "move-step", step: "autre", in: "accompaniment" }, group);
	expect(stepIn(out, "autre").outcomes[0]?.to).toBe("close");
});

function told({ kind, from, outcome = "" }: Reference): string {
	return `${kind} ${spellPart(from)} ${outcome}`.trim();
}

function done(command: EditCommand, protocol = exampleProtocol()): Protocol {
	const edited = edit(protocol, command);
	if (!edited.ok) throw new Error(JSON.stringify(edited.refusal));
	return edited.protocol;
}

function refusalOf(command: EditCommand, protocol = exampleProtocol()): EditRefusal {
	const edited = edit(protocol, command);
	if (edited.ok) throw new Error("It was not refused.");
	return edited.refusal;
}

function stepIn(protocol: Protocol, id: string) {
	const step = placesOf(protocol).steps.get(id)?.step;
	if (!step) throw new Error(`No step ${id}.`);
	return step;
}
