import "#app/locales/needed/simulator.ts";
import { type ActionFunctionArgs, json, redirect } from "@remix-run/node";
import { languageOf } from "#app/i18n/languages.ts";
import { textKey } from "#app/i18n/text-key.ts";
import { paths } from "#app/paths.ts";
import { parseForm } from "#app/server/forms.server.ts";
import type { approachPlay } from "#app/server/plays.server.ts";
import { continuePlay, endPlay } from "#db/plays.ts";
import { saveScenario } from "#db/scenarios.ts";
import { questionsOf } from "#protocols/casework/answers.ts";
import type { Act } from "#protocols/catalogue/scenario.ts";
import { mostActs } from "#protocols/simulator/read-story.ts";
import { endOfStory } from "#protocols/simulator/run-scenarios.ts";
import { type Refused, type Story, simulate } from "#protocols/simulator/simulate.ts";
import { type Told, tellAct } from "#protocols/simulator/telling.ts";
import { waitForNext } from "#protocols/simulator/timers.ts";
import { whyInWords } from "#protocols/simulator/why-in-words.ts";
import { answersIn, playForm } from "./play-forms.schema.ts";

type Approach = Awaited<ReturnType<typeof approachPlay>>;
type Sent = Extract<Awaited<ReturnType<typeof parseForm<typeof playForm>>>, { ok: true }>["data"];
type Errors = Record<string, string[]>;

/** Carries out what a form of a play asks: an act more, one less, a scenario saved, the end. */
export async function answerPlay(args: ActionFunctionArgs, approach: Approach) {
	const form = await parseForm(args.request, playForm);
	if (!form.ok) return json({ errors: form.errors, values: form.values }, 422);

	const { db } = args.context.services;
	const { draft, play, player } = approach;
	const sent = form.data;
	if (sent.intent === "end") {
		endPlay(db, player, play.id);
		return redirect(paths.draftPlays(draft.id), 303);
	}
	const refused = (errors: Errors, status = 422) =>
		json({ errors, values: { ...sent } as Record<string, unknown> }, status);
	if (sent.seen !== play.story.acts.length) return refused(changedMeanwhile, 409);
	if (sent.intent === "save") {
		const errors = save(args, approach, sent);
		return errors ? refused(errors) : redirect(`${paths.draftPlays(draft.id)}?saved=saved`, 303);
	}
	const next = nextStory(approach, sent);
	if ("refused" in next) {
		const why = whyInWords(approach.compiled, next.refused.why, languageOf(args.request));
		return refused({ form: [why] });
	}
	if (next.acts.length > mostActs) return refused({ form: [textKey("simulator:play.full")] });
	const at = args.context.services.clock.now();
	const went = continuePlay(db, player, { id: play.id, story: next, seen: sent.seen, at });
	if (went === "changed-meanwhile") return refused(changedMeanwhile, 409);
	return redirect(paths.draftPlay(draft.id, play.id), 303);
}

const changedMeanwhile: Errors = { form: [textKey("simulator:play.changed")] };

type Moving = Exclude<Sent, { intent: "end" | "save" }>;

/** The story after what was asked, when the protocol accepts it. */
function nextStory(approach: Approach, sent: Moving): Story | { refused: Refused } {
	const { story } = approach.play;
	const played = simulate(approach.compiled, story);
	if (sent.intent === "back") return { ...story, acts: story.acts.slice(0, -1) };
	if (sent.intent === "cut") {
		return { ...story, acts: story.acts.slice(0, Math.max(played.played.length - 1, 0)) };
	}
	const { told, refused } = played;
	if (refused) return { refused };
	if (!told) throw new Error("A story that did not open was refused.");
	const act = actOf(approach, sent, told);
	if (!act) return story;
	const next = tellAct(told, act);
	if (!next.ok) return { refused: { act: story.acts.length + 1, why: next.why } };
	return { ...story, acts: [...story.acts, act] };
}

function actOf(
	{ compiled }: Approach,
	sent: Exclude<Moving, { intent: "back" | "cut" }>,
	told: Told,
): Act | undefined {
	switch (sent.intent) {
		case "act":
			return sent.act;
		case "wait":
			return { waits: { n: sent.n, unit: sent.unit } };
		case "next": {
			const waits = waitForNext(told.situation, told.now);
			return waits && { waits };
		}
		case "answer": {
			const step = compiled.places.steps.get(sent.step)?.step;
			const outcome = step?.outcomes.find(({ code }) => code === sent.outcome);
			// The form asks what any of its outcomes asks; an outcome takes its own questions only.
			const asked = new Set<string>(step ? questionsOf(step, outcome) : []);
			const given = Object.entries(answersIn(sent)).filter(([field]) => asked.has(field));
			const act = { by: step?.role ?? "", answers: sent.step, outcome: sent.outcome };
			return given.length > 0 ? { ...act, with: Object.fromEntries(given) } : act;
		}
	}
}

function save(
	args: ActionFunctionArgs,
	{ draft, play, compiled }: Approach,
	{ titleFr, titleEn, showsFr, showsEn }: Extract<Sent, { intent: "save" }>,
): Errors | undefined {
	const { told, refused } = simulate(compiled, play.story);
	if (!told || refused) return { form: [textKey("simulator:save.broken")] };
	const scenario = {
		...play.story,
		title: titleEn === undefined ? { fr: titleFr } : { fr: titleFr, en: titleEn },
		shows: showsEn === undefined ? { fr: showsFr } : { fr: showsFr, en: showsEn },
		ends: endOfStory(told),
	};
	const saved = args.context.services.db.transaction((tx) => saveScenario(tx, draft.id, scenario));
	if (saved.ok) return undefined;
	if (saved.suspects === "too-many") return { form: [textKey("simulator:save.tooMany")] };
	return Object.fromEntries(
		saved.suspects.map((field) => [field, [textKey("simulator:save.suspect")]]),
	);
}
