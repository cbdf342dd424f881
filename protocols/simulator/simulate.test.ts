import { expect, test } from "vitest";
import { openSteps } from "#protocols/casework/situation.ts";
import type { Act } from "#protocols/catalogue/scenario.ts";
import { changedExample, exampleAt } from "#protocols/language/changed-example.ts";
import { compiledCatalogue, compiledDocument, compiledModel } from "./models.for-tests.ts";
import { possibleActs } from "./possible-acts.ts";
import { runScenarios } from "./run-scenarios.ts";
import { sightsOf } from "./sights.ts";
import { simulate } from "./simulate.ts";
import { timersOf } from "./timers.ts";
import { whyInWords } from "./why-in-words.ts";
import { whyOpen } from "./why-open.ts";

const { compiled } = compiledModel("example");
const told = { concern_level: "L2_RISK", information_given: ["MINOR_YES", "HOLDERS_YES"] };
const risk: Act = { by: "spotter", answers: "receive-sign", outcome: "RISK", with: told };
const sends: Act = { by: "spotter", handsOff: "send-concern" };
const accepts: Act = { by: "crip", onHandoff: "send-concern", event: "ACCEPT" };

test.each(compiledCatalogue)(
	"every scenario of $id plays to its end",
	({ compiled, scenarios }) => {
		const runs = runScenarios(compiled, scenarios);

		expect(runs.map(({ scenario, broken }) => [scenario.id, broken])).toEqual(
			scenarios.map(({ id }) => [id, undefined]),
		);
	},
);

test("each act says when it was done, what it opened and left, and who holds from then on", () => {
	const { played } = simulate(compiled, { acts: [risk, sends, accepts] });

	expect(played.map(({ at }) => (at - (played[0]?.at ?? 0)) / 60_000)).toEqual([0, 15, 30, 45]);
	expect(played[1]?.changes).toEqual([
		{ kind: "left", step: "receive-sign" },
		{ kind: "opened", step: "send-concern" },
	]);
	expect(played[2]?.changes).toEqual([
		{ kind: "handoff", step: "send-concern", to: "crip", state: "sent" },
	]);
	expect(played[3]?.changes).toEqual([
		{ kind: "left", step: "send-concern" },
		{ kind: "opened", step: "first-analysis" },
		{ kind: "handoff", step: "send-concern", to: "crip", state: "accepted" },
		{ kind: "holds", part: "course", structure: "crip" },
	]);
});

test("a step is open because of an opening, an outcome and who gave it, or an interruption", () => {
	const begun = simulate(compiled, { acts: [] }).told;
	const answered = simulate(compiled, { acts: [risk] }).told;
	const passed = simulate(compiled, { acts: [risk, sends, accepts] }).told;
	const away = simulate(compiled, { acts: [{ by: "spotter", raises: "runaway" }] }).told;

	expect(begun && whyOpen(begun.events, "receive-sign")).toEqual({ by: "opening" });
	expect(answered && whyOpen(answered.events, "send-concern")).toEqual({
		by: "outcome",
		step: "receive-sign",
		outcome: "RISK",
		structure: "spotter",
	});
	expect(passed && whyOpen(passed.events, "first-analysis")).toMatchObject({
		step: "send-concern",
		structure: "system",
	});
	const [opened = ""] = openSteps(away?.situation ?? fail()).filter((id) => id !== "receive-sign");
	expect(away && whyOpen(away.events, opened)).toEqual({
		by: "interruption",
		interruption: "runaway",
		structure: "spotter",
	});
});

test("a structure that was only asked sees the handoff; once it has accepted, the situation", () => {
	const asked = simulate(compiled, { acts: [risk, sends] }).told ?? fail();
	const accepted = simulate(compiled, { acts: [risk, sends, accepts] }).told ?? fail();
	const sightOf = (story: typeof asked, structure: string) =>
		sightsOf(story).find((sight) => sight.structure === structure);

	expect(sightOf(asked, "crip")).toMatchObject({ sees: "handoff", steps: [], facts: {} });
	expect(sightOf(asked, "crip-2")).toBeUndefined();
	expect(sightOf(accepted, "crip")).toMatchObject({ sees: "situation", holds: true });
	expect(sightOf(accepted, "crip")?.steps).toEqual([
		{ step: "first-analysis", own: true, state: "underway" },
	]);
	expect(sightOf(accepted, "spotter")?.holds).toBe(false);
	expect(sightOf(accepted, "spotter")?.elsewhere).toEqual([
		{ structure: "crip", state: "underway" },
	]);
});

test("a draft of a handoff is its author's alone, also here", () => {
	const draft: Act = { by: "spotter", handsOff: "send-concern", draft: true };
	const story = simulate(compiled, { acts: [risk, draft] }).told ?? fail();

	const seen = sightsOf(story).map(({ structure, handoffs }) => [structure, handoffs.length]);

	expect(seen).toEqual([["spotter", 1]]);
});

test("timers say whom they wait for and stand still while an interruption pauses them", () => {
	const sent = simulate(compiled, { acts: [risk, sends] }).told ?? fail();
	const away = simulate(compiled, { acts: [risk, { by: "spotter", raises: "runaway" }] });

	const [first] = timersOf(sent.situation).filter(({ clock }) => clock.startsWith("handoff:"));
	expect(first).toMatchObject({ step: "send-concern", awaited: "crip", next: { stage: "soon" } });
	const paused = timersOf(away.told?.situation ?? fail()).filter((timer) => timer.paused);
	expect(paused.map(({ step }) => step)).toEqual(["send-concern"]);
});

test("an outcome that depends on an answer is offered with an answer that opens it", () => {
	const analysing = simulate(compiled, { acts: [risk, sends, accepts] }).told ?? fail();

	const offered = possibleActs(analysing).filter((act) => "answers" in act);

	expect(offered).toEqual(
		Object.entries({ DANGER: "L3_DANGER", RISK: "L1_WATCH", NO_CONCERN: "L0_NONE" }).map(
			([outcome, concern_level]) => ({
				by: "crip",
				answers: "first-analysis",
				outcome,
				with: { concern_level },
			}),
		),
	);
});

const refusedStories: [string, Act[], number, RegExp][] = [
	["a step that is not there", [{ by: "crip", answers: "no-step", outcome: "X" }], 1, /no-step/],
	["a role that is not there", [{ by: "nobody", raises: "runaway" }], 1, /rôle nommé nobody/],
	["another role's step", [{ ...risk, by: "crip" } as Act], 1, /revient au rôle/],
	["a step that is not open", [risk, risk], 2, /n'est pas ouverte à ce moment/],
	["answers left out", [{ by: "spotter", answers: "receive-sign", outcome: "RISK" }], 1, /réponse/],
	["an outcome that is not there", [{ ...risk, outcome: "OTHER" } as Act], 1, /issue OTHER/],
	["an act before its handoff", [risk, accepts], 2, /Rien n'a encore été transmis/],
	["an act that is none", [risk, sends, { ...accepts, event: "DANCE" } as Act], 3, /DANCE/],
	["an act of the clock", [risk, sends, { ...accepts, event: "NO_ANSWER" } as Act], 3, /côté/],
	["an interruption that is not there", [{ by: "spotter", raises: "rain" }], 1, /rain/],
];

test.each(refusedStories)("%s stops the story in words, and never throws", (_, acts, act, why) => {
	const { refused, played } = simulate(compiled, { acts });

	expect(refused?.act).toBe(act);
	expect(played).toHaveLength(act);
	const words = refused ? whyInWords(compiled, refused.why, "fr") : "";
	expect(words).toMatch(why);
	expect(refused && whyInWords(compiled, refused.why, "en")).not.toBe(words);
});

test("a story that cannot open says so as act 0", () => {
	const { refused, told: story } = simulate(compiled, { opensWith: ["rain"], acts: [risk] });

	expect(story).toBeUndefined();
	expect(refused).toMatchObject({ act: 0, why: { refusal: { code: "interruption-unknown" } } });
});

test("a scenario breaks at the act whose outcome a draft takes away", () => {
	const { scenarios } = compiledModel("example");
	const renamed = compiledDocument(
		changedExample({ at: [...exampleAt.firstAnalysis, "outcomes", 0, "code"], becomes: "RENAMED" }),
	);

	const runs = runScenarios(renamed, scenarios);

	expect(runs.map(({ scenario, broken }) => [scenario.id, broken?.act])).toEqual([
		["straight", 5],
		["runaway-across-handoff", 7],
		["silence", undefined],
	]);
});

test("a scenario breaks when it ends elsewhere than it says", () => {
	const [straight = fail()] = compiledModel("example").scenarios;
	const early = { ...straight, acts: straight.acts.slice(0, -1) };

	const [run] = runScenarios(compiled, [early]);

	expect(run?.broken).toEqual({
		act: early.acts.length,
		why: { code: "ends-elsewhere", closed: false, open: ["close"] },
	});
});

function fail(): never {
	throw new Error("The example has changed.");
}
