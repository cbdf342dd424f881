import { expect, test } from "vitest";
import { correctionPage } from "./correction-page.ts";
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

test("an outcome that follows from an answer says which, and one that cannot be chosen says why", () => {
	const story = beginStory();
	playToAnalysis(story);

	const analysis = step(story, "crip", "first-analysis");

	expect(analysis?.refusal).toBeUndefined();
	expect(analysis?.outcomes[0]).toMatchObject({
		code: "DANGER",
		needs: { field: "concern_level", codes: ["L3_DANGER", "L4_IMMINENT"] },
		blocked: null,
		leads: { at: "group" },
	});
	expect(step(story, "spotter", "first-analysis")).toBeUndefined();
	expect(step(story, "crip", "no-such-step")).toBeUndefined();
});

test("a closure waits for handoffs, is looked at twice, and asks why", () => {
	const story = beginStory();
	playToSupport(story);

	const close = step(story, "crip", "close");

	expect(close?.outcomes[0]).toMatchObject({
		leads: { at: "closed" },
		irreversible: true,
	});
	expect(close?.questions).toEqual(["closure_reason"]);
});

test("an entry is corrected by its own structure, its outcome only while nothing has followed", () => {
	const story = beginStory();
	play(story, {
		type: "answer-step",
		acting: actingFor("spotter"),
		step: "receive-sign",
		outcome: "WATCH",
		answers: { concern_level: "L1_WATCH", information_given: ["MINOR_YES"] },
	});

	const slip = correct(story, "spotter", 2);
	correctTo(story, "RISK");
	playToSupport(story);
	const later = correct(story, "spotter", 3);

	expect(slip).toMatchObject({ stepId: "receive-sign", outcome: "WATCH" });
	expect(slip?.outcomes.map(({ code }) => code)).toEqual(["WATCH", "RISK"]);
	expect(later).toMatchObject({ stepId: "receive-sign", outcome: null, outcomes: [] });
	expect(correct(story, "crip", 3)).toBeUndefined();
});

function step(story: SmallStory, structureId: string, stepId: string) {
	const reading = {
		scope: scopeOf(story, structureId),
		acting: actingFor(structureId),
		moment: momentAt(story.now),
	};
	return stepPage(story.db, ownSituation(story, structureId), reading, stepId);
}

function correct(story: SmallStory, structureId: string, position: number) {
	const scope = scopeOf(story, structureId);
	return correctionPage(story.db, ownSituation(story, structureId), scope, position);
}

function correctTo(story: SmallStory, outcome: string): void {
	play(story, {
		type: "correct-entry",
		acting: actingFor("spotter"),
		of: 2,
		outcome,
		answers: { concern_level: "L2_RISK", information_given: ["MINOR_YES"] },
	});
}
