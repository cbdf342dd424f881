import { describe, expect, test } from "vitest";
import { changedExample, exampleAt } from "#protocols/language/changed-example.ts";
import { compiledFrom } from "./edited.for-tests.ts";
import { brokenPromises } from "./invariants.ts";
import { proposeMap } from "./move-map.ts";
import {
	careAccepted,
	concernAccepted,
	concernSent,
	opened,
	readyToSend,
	supporting,
} from "./rehearsed-example.ts";
import { example, from, mapOf, move, renamed, retitled, to } from "./rehearsed-move.ts";
import { openSteps, placed } from "./situation.ts";
import { act, answer, correct, handOff, raise } from "./wishes.ts";

const { askCare, care, firstAnalysis, receiveSign } = exampleAt;

describe("the map that is proposed", () => {
	test("keeps what has the same id, whatever its title", () => {
		const next = example({ at: [...receiveSign, "title", "fr"], becomes: "Tout autre chose" });

		expect(proposeMap(example(), next).steps["receive-sign"]).toBe("receive-sign");
	});

	test("finds what was renamed by its words, kind and role, and leaves the rest to a person", () => {
		const renamed = JSON.parse(
			JSON.stringify(changedExample()).replaceAll('"first-analysis"', '"analyse"'),
		);
		const title = { at: [...firstAnalysis, "title", "fr"], becomes: "Porter plainte" };
		const other = JSON.parse(
			JSON.stringify(changedExample(title)).replaceAll('"first-analysis"', '"analyse"'),
		);

		expect(proposeMap(example(), compiledFrom(renamed)).steps["first-analysis"]).toBe("analyse");
		expect(proposeMap(example(), compiledFrom(other)).steps).not.toHaveProperty("first-analysis");
	});
});

describe("a move keeps", () => {
	test("the open step, its holder, its age and its clock, and answers go on from there", () => {
		const told = concernAccepted();
		const before = told.situation;
		const clock = before.clocks["step:first-analysis"];

		const [event] = told.does(move(retitled));

		expect(event).toMatchObject({ type: "situation-moved", by: "coordination", from, to });
		const { situation } = told;
		expect(openSteps(situation)).toEqual(["first-analysis"]);
		expect(situation.holders.course).toEqual(before.holders.course);
		expect(situation.clocks["step:first-analysis"]).toEqual(clock);
		expect(situation.entered).toEqual(before.entered);
		expect(situation.bindings).toEqual(before.bindings);
		told.does(answer("first-analysis", "DANGER"));
		expect(brokenPromises(told.situation)).toEqual([]);
	});

	test("an open handoff with its sender, recipient, state and clock, and it answers its step there", () => {
		const told = concernSent();
		const clock = told.situation.clocks["handoff:h1"];

		told.does(move(retitled));

		expect(told.situation.clocks["handoff:h1"]).toEqual(clock);
		told.does(act("ACCEPT"));
		expect(openSteps(told.situation)).toEqual(["first-analysis"]);
		expect(told.situation.holders.course?.structure).toBe("crip");
	});

	test("a running interruption, and the pause that it causes", () => {
		const told = supporting();
		told.does(raise("runaway"));

		told.does(move(retitled));

		expect(openSteps(told.situation)).toContain("keep-bond");
		expect(told.situation.holders["interruption:runaway"]?.structure).toBeDefined();
		expect(brokenPromises(told.situation)).toEqual([]);
	});

	test("what was said before, though its step is gone: it can still be corrected", () => {
		const told = opened();
		told.does(answer("receive-sign", "RISK"));
		const entry = told.situation.entries.at(-1);
		const next = compiledFrom(
			JSON.parse(JSON.stringify(changedExample()).replaceAll('"receive-sign"', '"signe-recu"')),
		);

		told.does(move(next));
		told.does(correct(entry?.position ?? 0, entry?.answers ?? {}, { by: "spotter" }));

		expect(told.situation.entries.at(-1)?.step).toBe("receive-sign");
		expect(placed(told.situation, "receive-sign").step.title.fr).toBe(
			told.compiled.places.steps.get("receive-sign")?.step.title.fr,
		);
		expect(brokenPromises(told.situation)).toEqual([]);
	});

	test("the last answer: what it leads to cannot be taken back across versions", () => {
		const told = readyToSend();
		told.does(move(retitled));
		const position = told.situation.entries.at(-1)?.position ?? 0;

		const wish = correct(position, {}, { outcome: "WATCH", by: "spotter" });

		expect(told.refuses(wish).code).toBe("too-late-to-change-outcome");
	});
});

describe("under other names", () => {
	test("a handoff follows its step, and its end answers it there", () => {
		const told = careAccepted();
		told.does(move(renamed("ask-care")));

		const handoff = Object.values(told.situation.handoffs).at(-1);
		expect(handoff?.step).toBe("ask-care-anew");
		told.does(act("CONTACT"));
		told.does(act("COMPLETE"));
		expect(openSteps(told.situation)).toEqual(["first-contact"]);
	});

	test("a part keeps its holder, whatever its track is called", () => {
		const told = careAccepted();
		const track = { at: [...care, "id"], becomes: "healing" };
		const title = { at: [...care, "title"], becomes: { fr: "Soins", en: "Care" } };
		const before = told.situation.holders["track:care"];

		told.does(move(example(track, title)));

		expect(before?.structure).toBe("care");
		expect(told.situation.holders["track:healing"]).toEqual(before);
		expect(told.situation.holders["track:care"]).toBeUndefined();
	});

	test("no round is given back", () => {
		const rounds = { at: [...exampleAt.watch, "rounds"], becomes: { most: 2, beyond: "RISK" } };
		const told = opened({}, rounds);
		told.does(answer("receive-sign", "WATCH"));
		told.does(answer("watch", "WATCH"));
		const next = JSON.parse(
			JSON.stringify(changedExample(rounds)).replaceAll('"watch"', '"watch-anew"'),
		);

		told.does(move(compiledFrom(next)));

		const { answers } = told.situation.entries.at(-1) ?? {};
		expect(
			told.refuses(answer("watch-anew", "WATCH", { by: "spotter", answers: answers ?? {} })),
		).toMatchObject({
			code: "outcome-not-allowed",
			because: "rounds",
		});
	});
});

test("a track that ended stays ended, and the group completes with the rest", () => {
	const told = supporting();
	told.does(answer("first-contact", "DONE"));
	told.does(answer("review", "READY_TO_CLOSE"));

	told.does(move(retitled));

	expect(openSteps(told.situation)).toEqual(["ask-care"]);
	told.does(handOff("ask-care"));
	told.does(act("ACCEPT"));
	told.does(act("CONTACT"));
	told.does(act("COMPLETE"));
	expect(openSteps(told.situation)).toEqual(["close"]);
});

test("a handoff that is attached again to its step is not left without one", () => {
	const told = careAccepted();
	told.does(raise("runaway"));
	told.does(answer("keep-bond", "RETURNED"));
	told.does(answer("welcome", "REPLAN"));
	const without = example(
		{ at: [...care, "start"], becomes: "care-later" },
		{ at: [...exampleAt.careLater, "outcomes", 0] },
		{ at: askCare },
	);

	expect(openSteps(told.situation)).toContain("ask-care");
	expect(told.refuses(move(without))).toEqual(cannot({ code: "step-unplaced", step: "ask-care" }));
	const map = mapOf({ "ask-care": "care-later" });
	expect(told.refuses(move(without, { map }))).toMatchObject({
		because: { code: "handoff-differs", what: "kind" },
	});
});

function cannot(because: object) {
	return { code: "cannot-move", because };
}
