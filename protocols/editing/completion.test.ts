import { expect, test } from "vitest";
import { placesOf } from "#protocols/language/places.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import type { Step, StepKind } from "#protocols/language/step.ts";
import type { EditCommand } from "./commands.ts";
import { edit } from "./edit.ts";
import { exampleProtocol } from "./example.for-tests.ts";
import { isUnwritten } from "./new-step.ts";

const newKinds: [StepKind, string[]][] = [
	["action", ["DONE:@end"]],
	["decision", ["YES:@end", "NO:@end"]],
	["handoff", ["ACCEPTED:@end", "REFUSED:nouvelle", "NO_ACK:nouvelle"]],
	["review", ["CONTINUE:nouvelle", "READY:@end"]],
];

test.each(newKinds)(
	"a new step of kind %s can be left and answered from the start",
	(kind, ways) => {
		const title = { fr: "Nouvelle" };
		const step = after({ type: "add-step", in: "safety", title, kind, role: "lead" }, "nouvelle");

		expect(waysOf(step)).toEqual(ways);
		expect(isUnwritten(step)).toBe(true);
		expect(step.delay.basis).toBe("proposal");
	},
);

test("a new handoff goes to another role, in the mode that fits it", () => {
	const add = (role: string, to?: string) =>
		after(
			{
				...{ type: "add-step", in: "safety", title: { fr: "Nouvelle" }, kind: "handoff", role },
				...(to ? { handoff: { to, goesOn: "outcome" } } : {}),
			} as EditCommand,
			"nouvelle",
		);

	expect(add("lead").handoff).toMatchObject({ to: "spotter", mode: "app", goesOn: "acceptance" });
	expect(add("spotter").handoff).toMatchObject({ to: "crip" });
	const outside = add("lead", "prosecutor");
	expect(outside.handoff).toMatchObject({ to: "prosecutor", mode: "external" });
	expect(waysOf(outside)).toEqual([
		...["COMPLETED:@end", "REFUSED:nouvelle", "NO_ACK:nouvelle", "FAILED:nouvelle"],
	]);
});

test("a new step leads on to the next phase, and from the last one to the closure", () => {
	const add = (place: string) => {
		const title = { fr: "Nouvelle" };
		return after({ type: "add-step", in: place, title, kind: "action", role: "lead" }, "nouvelle");
	};

	expect(waysOf(add("identification"))).toEqual(["DONE:send-concern"]);
	expect(waysOf(add("orientation"))).toEqual(["DONE:support"]);
	expect(waysOf(add("accompaniment"))).toEqual(["DONE:close"]);
	expect(waysOf(add("runaway"))).toEqual(["DONE:@over"]);
});

test("a new closure closes, or goes back to where its phase begins", () => {
	const title = { fr: "Fin" };
	const step = after(
		{ type: "add-step", in: "accompaniment", title, kind: "closure", role: "lead" },
		"fin",
	);

	expect(waysOf(step)).toEqual(["CLOSED:@closed", "CONTINUE:support"]);
	expect(step.questions).toEqual(["closure_reason"]);
});

test("a step slipped in takes over where the outcome led", () => {
	const protocol = done({
		...{ type: "add-step", in: "identification", title: { fr: "Parler" }, kind: "action" },
		...{ role: "spotter", through: { step: "watch", outcome: "RISK" } },
	});

	expect(waysOf(stepIn(protocol, "parler"))).toEqual(["DONE:send-concern"]);
	expect(waysOf(stepIn(protocol, "watch"))).toContain("RISK:parler");
	expect(protocol.phases[0].steps.map(({ id }) => id)).toEqual(["receive-sign", "watch", "parler"]);
});

test("a step that becomes a handoff gets terms, and outcomes for what two structures do", () => {
	const step = kindChanged("receive-sign", "handoff");

	expect(step.handoff).toMatchObject({ to: "crip", mode: "app" });
	expect(waysOf(step)).toEqual([
		...["ACCEPTED:watch", "REFUSED:receive-sign", "NO_ACK:receive-sign"],
	]);
});

test("a handoff that becomes something else keeps its outcomes, and no terms", () => {
	const step = kindChanged("send-concern", "decision");

	expect(step.handoff).toBeUndefined();
	expect(waysOf(step)).toEqual(["ACCEPTED:first-analysis", "REFUSED:close"]);
	expect(step.outcomes.some(({ on }) => on)).toBe(false);
});

test("a handoff that became something else becomes the same handoff again", () => {
	const decision = done({ type: "set-step", step: "send-concern", kind: "decision" });
	const again = done({ type: "set-step", step: "send-concern", kind: "handoff" }, decision);

	expect(waysOf(stepIn(again, "send-concern"))).toEqual([
		"ACCEPTED:first-analysis",
		"REFUSED:close",
	]);
});

test("a step that becomes a closure gets an outcome that closes, beside its own", () => {
	const step = kindChanged("watch", "closure");

	expect(waysOf(step)).toEqual([
		...["CLOSED:@closed", "WATCH:watch", "RISK:send-concern", "NO_CONCERN:close"],
	]);
	expect(step.questions).toEqual(["concern_level", "closure_reason"]);
});

test("a closure that becomes something else closes no more", () => {
	const label = { fr: "Terminé" };
	const written = done({ type: "set-outcome", step: "close", outcome: "CLOSED", label });
	const review = done({ type: "set-step", step: "close", kind: "review" }, written);

	expect(waysOf(stepIn(review, "close"))).toEqual(["CLOSED:support", "CONTINUE:support"]);
});

test("outcomes that nobody has touched become those of the new kind", () => {
	const added = done({
		...{ type: "add-step", in: "safety", title: { fr: "Nouvelle" }, kind: "action", role: "lead" },
	});
	const review = done({ type: "set-step", step: "nouvelle", kind: "review" }, added);

	expect(waysOf(stepIn(review, "nouvelle"))).toEqual(["CONTINUE:nouvelle", "READY:@end"]);
});

test("a limit on rounds goes with the outcome that it names", () => {
	expect(kindChanged("watch", "decision").rounds).toEqual({ most: 2, beyond: "RISK" });
	expect(kindChanged("watch", "handoff").rounds).toBeUndefined();
});

test("a new group in a phase goes on inside it, and each of its tracks can begin", () => {
	const protocol = done({ type: "add-group", in: "orientation", title: { fr: "De front" } });
	const group = placesOf(protocol).groups.get("de-front")?.group;

	expect(group?.to).toBe("first-analysis");
	expect(group?.tracks.map(({ id, start }) => [id, start])).toEqual([
		["premier-axe", "premiere-etape-premier-axe"],
		["second-axe", "premiere-etape-second-axe"],
	]);
});

test("a known track keeps its name and needs no title; a second one gets both", () => {
	const protocol = done({ type: "add-track", group: "support", id: "justice" });
	const twice = done({ type: "add-track", group: "support", id: "justice" }, protocol);
	const tracks = placesOf(twice).groups.get("support")?.group.tracks ?? [];

	expect(tracks.slice(2).map(({ id, title }) => [id, title?.fr])).toEqual([
		["justice", undefined],
		["justice-2", "Justice et droits"],
	]);
});

test("a copied group is a whole of its own: nothing in the copy leads into the original", () => {
	const protocol = done({ type: "duplicate-group", group: "support" });
	const copy = placesOf(protocol).groups.get("support-2")?.group;
	const ways = copy?.tracks.flatMap(({ steps }) => steps.flatMap(waysOf));

	expect(copy?.title.fr).toBe("Accompagner (copie)");
	expect(copy?.tracks.map(({ id, title }) => [id, title?.fr])).toEqual([
		["safety-2", "Sécurité et lieu de vie"],
		["care-2", "Soin"],
	]);
	expect(ways).toEqual([
		...["DONE:review-2", "CONTINUE:review-2", "READY_TO_CLOSE:@end"],
		...["COMPLETED:@end", "REFUSED:care-later-2", "FAILED:care-later-2"],
		...["AGAIN:ask-care-2", "NOT_NOW:@end"],
	]);
	expect(JSON.stringify(copy)).toContain('{"track":"safety-2","reached":"review-2"}');
});

function kindChanged(step: string, kind: StepKind): Step {
	return after({ type: "set-step", step, kind }, step);
}

function after(command: EditCommand, step: string): Step {
	return stepIn(done(command), step);
}

function done(command: EditCommand, protocol = exampleProtocol()): Protocol {
	const edited = edit(protocol, command);
	if (!edited.ok) throw new Error(JSON.stringify(edited.refusal));
	return edited.protocol;
}

function stepIn(protocol: Protocol, id: string): Step {
	const step = placesOf(protocol).steps.get(id)?.step;
	if (!step) throw new Error(`No step ${id}.`);
	return step;
}

function waysOf({ outcomes }: Step): string[] {
	return outcomes.map(({ code, to }) => `${code}:${to}`);
}
