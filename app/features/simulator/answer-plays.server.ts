import { type ActionFunctionArgs, json, redirect } from "@remix-run/node";
import { paths } from "#app/paths.ts";
import { parseForm } from "#app/server/forms.server.ts";
import { notFound } from "#app/server/not-found.server.ts";
import { type Stage, versionBehind } from "#app/server/plays.server.ts";
import { startPlay } from "#db/plays.ts";
import { drawHandle } from "#db/pseudonyms/handle.ts";
import { deleteScenario, scenariosOf } from "#db/scenarios.ts";
import type { Story } from "#protocols/simulator/simulate.ts";
import { playsForm } from "./play-forms.schema.ts";

/** Begins a play, from nothing, from a finding's story or from a scenario; or deletes a scenario. */
export async function answerPlays(args: ActionFunctionArgs, { draft, player }: Stage) {
	const form = await parseForm(args.request, playsForm);
	if (!form.ok) return json({ errors: form.errors, values: form.values }, 422);

	const { db, random, clock } = args.context.services;
	const sent = form.data;
	if (sent.intent === "delete") {
		if (!deleteScenario(db, draft.id, sent.name)) notFound();
		return redirect(`${paths.draftPlays(draft.id)}?saved=removed`, 303);
	}
	const play = { id: drawHandle(random), story: storyOf(), at: clock.now() };
	const under = "under" in sent && sent.under === "version" ? versionBehind(draft) : undefined;
	startPlay(db, player, under === undefined ? play : { ...play, versionHash: under });
	return redirect(paths.draftPlay(draft.id, play.id), 303);

	function storyOf(): Story {
		if (sent.intent === "story") return sent.story;
		if (sent.intent === "start") {
			return sent.opens.length > 0 ? { opensWith: sent.opens, acts: [] } : { acts: [] };
		}
		const found = scenariosOf(db, draft.id).find(({ id }) => id === sent.name) ?? notFound();
		return found.opensWith
			? { opensWith: found.opensWith, acts: found.acts }
			: { acts: found.acts };
	}
}
