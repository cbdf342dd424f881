import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { situationLine } from "#app/features/line/situation-line.ts";
import { SmallLine } from "#app/features/line/small-line.tsx";
import { answerPlay } from "#app/features/simulator/answer-play.server.ts";
import { PlayPage } from "#app/features/simulator/play-page.tsx";
import { presentPlay } from "#app/features/simulator/present-play.ts";
import { StudioTabs } from "#app/features/studio/studio-tabs.tsx";
import { languageOf } from "#app/i18n/languages.ts";
import { approachPlay } from "#app/server/plays.server.ts";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { placeInProtocol } from "#db/situation-standing.ts";
import { drawingOf } from "#protocols/compiler/drawing.ts";
import { simulate } from "#protocols/simulator/simulate.ts";
import { ordinarySetting } from "#protocols/simulator/world.ts";

export async function loader(args: LoaderFunctionArgs) {
	const { draft, play, compiled } = await approachPlay(args);
	const language = languageOf(args.request);
	const simulation = simulate(compiled, play.story);
	const { told } = simulation;
	const place = told && placeInProtocol(told.situation, told.events, () => true);
	return json({
		draftId: draft.id,
		view: presentPlay(play, simulation, {
			compiled,
			language,
			calendar: ordinarySetting.calendar,
		}),
		line: place ? situationLine(drawingOf(compiled, language), place) : null,
	});
}

export async function action(args: ActionFunctionArgs) {
	return answerPlay(args, await approachPlay(args));
}

export default function Play() {
	const { draftId, view, line } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>() as FormAnswer | undefined;
	return (
		<>
			<StudioTabs draftId={draftId} title={view.title} />
			<PlayPage
				view={view}
				draftId={draftId}
				answer={answer}
				line={line ? <SmallLine line={line} /> : null}
			/>
		</>
	);
}
