import { expect, test } from "vitest";
import { participationOf, situationByHandle } from "./access.ts";
import { situationOf } from "./history.ts";
import { situationPage } from "./situation-page.ts";
import {
	actingFor,
	beginStory,
	ownSituation,
	play,
	playToAnalysis,
	playToHandoff,
	playToSupport,
	type SmallStory,
	scopeOf,
} from "./small-story.ts";
import { momentAt } from "./small-territory.ts";

test("an address is nothing to a structure that has no part, and to one that was only asked", () => {
	const story = beginStory();
	playToHandoff(story);
	const spotters = participationOf(story.db, 1, "spotter")?.handle ?? "";
	const asked = participationOf(story.db, 1, "crip")?.handle ?? "";

	expect(situationByHandle(story.db, scopeOf(story, "spotter"), spotters)).toBeDefined();
	expect(situationByHandle(story.db, scopeOf(story, "crip"), spotters)).toBeUndefined();
	expect(situationByHandle(story.db, scopeOf(story, "crip"), asked)).toBeUndefined();
	expect(
		situationByHandle(story.db, { territoryId: "other", structureId: "spotter" }, spotters),
	).toBeUndefined();
});

test("the answers of another structure are never told with its entries", () => {
	const story = beginStory();
	playToSupport(story);

	const history = page(story, "spotter").history;
	const ofOthers = history.filter(({ by }) => by && !by.own);

	expect(ofOthers.map(({ kind }) => kind)).toContain("passed");
	for (const told of ofOthers) expect([told.answers, told.outcome]).toEqual([{}, null]);
});

test("one's own entries are told in full, with the colleague who made them", () => {
	const story = beginStory();
	playToSupport(story);

	const own = page(story, "crip").history.filter(({ by }) => by?.own);

	expect(own.find(({ kind }) => kind === "answered")).toMatchObject({
		answers: { concern_level: "L3_DANGER" },
		colleague: "crip",
	});
});

test("what can reveal health or sexual life is read only by those whose step asks it", () => {
	const story = beginStory();
	playToAnalysis(story);

	const facts = Object.keys(page(story, "crip").facts);

	expect(facts).toEqual(expect.arrayContaining(["age_band", "concern_level", "formal_route"]));
	expect(facts).not.toContain("situation_stage");
});

test("who coordinates reads only what coordination needs", () => {
	const story = beginStory();
	playToSupport(story);
	bindLead(story);
	play(story, {
		type: "answer-step",
		acting: actingFor("lead"),
		step: "first-contact",
		outcome: "DONE",
		answers: { adhesion: "AMBIVALENT" },
	});

	const professional = page(story, "lead");
	const coordinator = page(story, "lead", true);

	expect(professional.facts).toHaveProperty("adhesion");
	expect(coordinator.facts).not.toHaveProperty("adhesion");
	expect(JSON.stringify(coordinator.history)).not.toContain("AMBIVALENT");
});

test("guidance and reasons go with one's own steps, never with those of others", () => {
	const story = beginStory();
	playToAnalysis(story);

	const [own] = page(story, "crip").steps;
	const [other] = page(story, "spotter", true).steps;

	expect(own).toMatchObject({ id: "first-analysis", own: true, help: { why: { by: "step" } } });
	expect(other).toMatchObject({ id: "first-analysis", own: false, help: null });
	expect(other?.who).toMatchObject({ own: false, name: "crip" });
});

test("a handoff between others is a state and nothing else; a draft is its author's alone", () => {
	const story = beginStory();
	playToSupport(story);
	bindLead(story);
	prepareCare(story, false);

	expect(page(story, "crip").handoffs.filter(({ own }) => !own)).toEqual([]);
	prepareCare(story, true);
	expect(page(story, "crip").handoffs.filter(({ own }) => !own)).toEqual([
		{ own: false, stage: "sent", followed: null },
	]);
});

test("what a handoff waits for is the task of who accepted it, not of who sent it", () => {
	const story = beginStory();
	playToSupport(story);
	bindLead(story);
	prepareCare(story, true);
	acceptCare(story);

	const own = (structure: string) =>
		page(story, structure)
			.handoffs.flatMap((one) => (one.own ? [one] : []))
			.at(-1);

	expect(own("care")).toMatchObject({ stepId: "ask-care", state: "accepted", awaited: true });
	expect(own("lead")).toMatchObject({ stepId: "ask-care", state: "accepted", awaited: false });
});

test("the key of a row, the ids of accounts and the words of the protocol's machine stay inside", () => {
	const story = beginStory();
	playToSupport(story);

	const { compiled: _, ...shown } = page(story, "spotter");
	const sent = JSON.stringify(shown);

	expect(sent).not.toMatch(/situationPk|snapshot|"actor"|-member|handoff:/);
});

function page(story: SmallStory, structureId: string, coordinator = false) {
	return situationPage(story.db, ownSituation(story, structureId), {
		scope: scopeOf(story, structureId),
		acting: actingFor(structureId, coordinator),
		moment: momentAt(story.now),
	});
}

function bindLead(story: SmallStory): void {
	const acting = actingFor("crip");
	play(story, { type: "bind-role", acting, role: "lead", structure: "lead" });
}

function acceptCare(story: SmallStory): void {
	play(story, {
		type: "act-on-handoff",
		acting: actingFor("care"),
		handoff: Object.keys(situationOf(story.db, 1).handoffs).at(-1) ?? "",
		act: "ACCEPT",
		matched: true,
		codes: { identityBy: "PHONE" },
		referent: "care-member",
		until: story.now + 86_400_000,
	});
}

function prepareCare(story: SmallStory, send: boolean): void {
	play(story, {
		type: "prepare-handoff",
		acting: actingFor("lead"),
		step: "ask-care",
		to: ["care"],
		answers: {},
		information: "GIVEN",
		send,
	});
}
