import { expect, test } from "vitest";
import { preparationOf } from "./handoff-preparation.ts";
import { situationOf } from "./history.ts";
import { type Reading, situationPage } from "./situation-page.ts";
import {
	actingFor,
	beginStory,
	ownSituation,
	play,
	playToAnalysis,
	playToSupport,
	type SmallStory,
	scopeOf,
} from "./small-story.ts";
import { momentAt } from "./small-territory.ts";
import { stepPage } from "./step-page.ts";

test("of a partner's step one knows that it goes on, and at whose: neither which nor until when", () => {
	const story = beginStory();
	playToAnalysis(story);

	const { steps, partners } = page(story, "spotter");

	expect(steps).toEqual([]);
	expect(partners).toMatchObject([{ who: { name: "crip" }, state: "underway" }]);
	expect(Object.keys(partners[0] ?? {})).toEqual(["who", "state"]);
});

test("no word of a partner's step reaches a structure, wherever the page speaks of steps", () => {
	const story = beginStory();
	playToSupport(story);
	const { compiled, ...shown } = page(story, "spotter");
	const sent = JSON.stringify(shown);
	const titleOf = (id: string) => compiled.places.steps.get(id)?.step.title.fr ?? "";

	expect(sent).toContain(titleOf("receive-sign"));
	for (const id of ["first-analysis", "first-contact", "ask-care"]) {
		expect(titleOf(id)).not.toBe("");
		expect(sent, id).not.toContain(titleOf(id));
		expect(sent, id).not.toContain(`"${id}"`);
	}
});

test("a step that a partner crossed is told as crossed, by whom and when", () => {
	const story = beginStory();
	playToSupport(story);

	const passed = page(story, "spotter").history.filter(({ kind }) => kind === "passed");

	expect(passed).toMatchObject([{ by: { name: "crip" }, about: null, outcome: null, answers: {} }]);
});

test("who holds a part sees its steps by name, also those that nobody carries yet", () => {
	const story = beginStory();
	playToSupport(story);

	const { steps, partners } = page(story, "crip");

	expect(steps.map(({ id }) => id)).toContain("first-contact");
	expect(partners).toEqual([]);
});

test("who follows the whole, or coordinates, sees every step and no answer of others", () => {
	const story = beginStory();
	playToSupport(story);
	play(story, { type: "name-lead", acting: actingFor("crip"), structure: "spotter" });

	for (const seen of [page(story, "spotter"), page(story, "spotter", true)]) {
		expect(seen.steps.map(({ id }) => id)).toContain("first-contact");
		expect(seen.partners).toEqual([]);
		const crossed = seen.history.find(({ kind }) => kind === "crossed");
		expect(crossed).toMatchObject({
			about: { fr: expect.any(String) },
			outcome: null,
			answers: {},
		});
	}
});

test("both ends of a handoff see its step; a draft shows it to nobody but its author", () => {
	const story = beginStory();
	playToAnalysis(story);

	expect(page(story, "crip").handoffs).toMatchObject([{ own: true, stepId: "send-concern" }]);
	expect(
		stepPage(story.db, ownSituation(story, "crip"), reading(story, "crip"), "send-concern"),
	).toBeDefined();
});

test("the page of a partner's step, or of its handoff, is no page", () => {
	const story = beginStory();
	playToSupport(story);
	const own = ownSituation(story, "spotter");
	const { scope, acting, moment } = reading(story, "spotter");

	for (const stepId of ["first-analysis", "first-contact", "no-such-step"]) {
		expect(stepPage(story.db, own, { scope, acting, moment }, stepId), stepId).toBeUndefined();
	}
	for (const stepId of ["ask-care", "no-such-step"]) {
		const asked = { own, acting, moment, stepId };
		expect(preparationOf(story.db, scope, asked), stepId).toBeUndefined();
	}
	expect(stepPage(story.db, own, { scope, acting, moment }, "receive-sign")).toBeDefined();
});

test("the line marks the steps that one follows, and the phase for all", () => {
	const story = beginStory();
	playToSupport(story);

	const { place } = page(story, "spotter");

	expect(place.phases.current).toBe("accompaniment");
	expect(place.open).toEqual([]);
	expect(place.visited).not.toContain("first-analysis");
	expect(situationOf(story.db, 1).status).toBe("open");
});

function reading(story: SmallStory, structureId: string, coordinator = false): Reading {
	const acting = actingFor(structureId, coordinator);
	return { scope: scopeOf(story, structureId), acting, moment: momentAt(story.now) };
}

function page(story: SmallStory, structureId: string, coordinator = false) {
	return situationPage(
		story.db,
		ownSituation(story, structureId),
		reading(story, structureId, coordinator),
	);
}
