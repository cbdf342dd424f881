import { describe, expect, test } from "vitest";
import {
	changedExample,
	type DocumentChange,
	exampleAt,
} from "#protocols/language/changed-example.ts";
import { compiledFrom } from "./edited.for-tests.ts";
import { memberOf } from "./rehearsal.ts";
import {
	careAsked,
	concernAccepted,
	concernSent,
	opened,
	supporting,
} from "./rehearsed-example.ts";
import { example, from, mapOf, move, retitled, to } from "./rehearsed-move.ts";
import { openSteps } from "./situation.ts";
import { answer, raise } from "./wishes.ts";

const { askCare, firstAnalysis, runaway, support } = exampleAt;

describe("refused is a move", () => {
	test("of anybody but a coordinator, of an outdated page, of a closed situation", () => {
		const told = concernSent();

		expect(told.refuses(move(retitled, { acting: memberOf("spotter") }))).toEqual(
			cannot({ code: "not-coordinator" }),
		);
		expect(told.refuses(move(retitled, { seen: 1 }))).toEqual({ code: "moved-on" });
		const closed = opened();
		closed.does(answer("receive-sign", "WATCH"));
		closed.does(answer("watch", "NO_CONCERN"));
		closed.does(answer("close", "CLOSED"));
		expect(closed.refuses(move(retitled))).toEqual({ code: "situation-closed" });
	});

	test("to the version that it follows, or from one that it does not follow any more", () => {
		const told = concernSent();
		expect(told.refuses(move(retitled, { to: from }))).toEqual(cannot({ code: "other-version" }));

		told.does(move(retitled));

		expect(told.refuses(move(retitled))).toEqual(cannot({ code: "other-version" }));
		told.does(move(example(), { from: to, to: "c".repeat(64) }));
		expect(told.situation.earlier).toHaveLength(2);
	});

	test("that leaves an open step without a counterpart, or with one that does not exist", () => {
		const told = concernAccepted();

		expect(told.refuses(move(example(), { map: mapOf({ "first-analysis": undefined }) }))).toEqual(
			cannot({ code: "step-unplaced", step: "first-analysis" }),
		);
		expect(told.refuses(move(example(), { map: mapOf({ "first-analysis": "nowhere" }) }))).toEqual(
			cannot({ code: "step-unknown", step: "nowhere" }),
		);
		const inherited = { steps: Object.create({ "first-analysis": "first-analysis" }), tracks: {} };
		expect(told.refuses(move(example(), { map: inherited }))).toEqual(
			cannot({ code: "step-unplaced", step: "first-analysis" }),
		);
	});

	test("that makes one of two, or puts side by side what follows each other", () => {
		const told = supporting();

		expect(told.refuses(move(example(), { map: mapOf({ "ask-care": "first-contact" }) }))).toEqual(
			cannot({ code: "doubled", step: "first-contact", steps: ["first-contact", "ask-care"] }),
		);
		expect(told.refuses(move(example(), { map: mapOf({ "ask-care": "review" }) }))).toEqual(
			cannot({ code: "not-side-by-side", steps: ["first-contact", "review"] }),
		);
	});

	test("that has another answer, while nobody handed anything off", () => {
		const told = concernAccepted();

		expect(
			told.refuses(move(example({ at: [...firstAnalysis, "role"], becomes: "lead" }))),
		).toEqual(
			cannot({
				code: "changes-hands",
				step: "first-analysis",
				to: "first-analysis",
				role: "crip",
				toRole: "lead",
			}),
		);
	});

	test("that takes an interruption for a part of the course, or lets it go", () => {
		const told = supporting();
		told.does(raise("runaway"));

		const map = mapOf({ "keep-bond": "review" });
		expect(told.refuses(move(example(), { map }))).toEqual(
			cannot({ code: "interruption-changes", step: "keep-bond", to: "review" }),
		);
		const without = example({ at: runaway }, { at: [...exampleAt.call, "outcomes", 1] });
		expect(told.refuses(move(without))).toEqual(
			cannot({ code: "step-unplaced", step: "keep-bond" }),
		);
	});

	test("that leaves an open handoff with a step that asks for something else", () => {
		const told = careAsked();
		const differing: [DocumentChange, string][] = [
			[{ at: [...askCare, "handoff", "to"], becomes: "crip" }, "role"],
			[{ at: [...askCare, "outcomes", 2] }, "ends"],
		];

		for (const [change, what] of differing) {
			expect(told.refuses(move(example(change)))).toEqual(
				cannot({ code: "handoff-differs", step: "ask-care", to: "ask-care", what }),
			);
		}
		const map = mapOf({ "ask-care": "care-later" });
		expect(told.refuses(move(example(), { map }))).toEqual(
			cannot({ code: "handoff-differs", step: "ask-care", to: "care-later", what: "kind" }),
		);
	});

	test("that leaves a handoff whose acceptance goes on in an open part without a step", () => {
		const told = concernAccepted();

		expect(told.refuses(move(example(), { map: mapOf({ "send-concern": undefined }) }))).toEqual(
			cannot({ code: "handoff-unplaced", step: "send-concern" }),
		);
	});

	test("that takes from a structure the role that it plays", () => {
		const told = concernAccepted();
		const without = JSON.parse(
			JSON.stringify(changedExample()).replaceAll('"spotter"', '"finder"'),
		);

		expect(told.refuses(move(compiledFrom(without)))).toMatchObject(
			cannot({ code: "role-gone", role: "spotter", structure: "spotter" }),
		);
	});

	test("that says nothing of a track that is new in a running group", () => {
		const told = supporting();
		const next = example({ at: [...support, "tracks", 2], becomes: school });

		expect(told.refuses(move(next))).toEqual(
			cannot({ code: "track-unplaced", track: "schooling" }),
		);

		const begins = { ...mapOf({}), tracks: { schooling: "begins" as const } };
		told.does(move(next, { map: begins }));
		expect(openSteps(told.situation)).toEqual(["first-contact", "ask-care", "see-school"]);
		expect(told.situation.holders["track:schooling"]?.structure).toBe("crip");
		expect(told.situation.clocks["step:see-school"]?.startedAt).toBe(told.now);
	});
});

const school = {
	id: "schooling",
	start: "see-school",
	steps: [
		{
			id: "see-school",
			kind: "action",
			title: { fr: "Voir l'établissement", en: "See the school" },
			role: "lead",
			participants: [],
			delay: { n: 5, unit: "working-days", basis: "proposal" },
			guidance: { fr: "Prenez rendez-vous.", en: "Make an appointment." },
			questions: [],
			outcomes: [{ code: "DONE", label: { fr: "Fait", en: "Done" }, to: "@end" }],
		},
	],
};

function cannot(because: object) {
	return { code: "cannot-move", because };
}
