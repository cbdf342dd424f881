import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { answerPlays } from "#app/features/simulator/answer-plays.server.ts";
import { PlaysPage } from "#app/features/simulator/plays-page.tsx";
import { presentPlays } from "#app/features/simulator/present-plays.ts";
import { StudioTabs } from "#app/features/studio/studio-tabs.tsx";
import { languageOf } from "#app/i18n/languages.ts";
import { approachPlays } from "#app/server/plays.server.ts";
import { workingCalendarOf } from "#db/circumstances.ts";
import { playsOf } from "#db/plays.ts";
import { scenariosOf } from "#db/scenarios.ts";
import { compileProtocol } from "#protocols/compiler/compile.ts";

export async function loader(args: LoaderFunctionArgs) {
	const { draft, player } = await approachPlays(args);
	const { db, clock } = args.context.services;
	const saved = new URL(args.request.url).searchParams.get("saved");
	const view = presentPlays({
		draft,
		compiled: compileProtocol(draft.protocol),
		scenarios: scenariosOf(db, draft.id),
		plays: playsOf(db, player, clock.now()),
		language: languageOf(args.request),
		timeZone: workingCalendarOf(db, player.territoryId).timeZone,
	});
	return json({ view, saved: savedKinds.find((kind) => kind === saved) ?? null });
}

const savedKinds = ["saved", "removed"] as const;

export async function action(args: ActionFunctionArgs) {
	return answerPlays(args, await approachPlays(args));
}

export default function Plays() {
	const { view, saved } = useLoaderData<typeof loader>();
	return (
		<>
			<StudioTabs draftId={view.draftId} title={view.title} />
			<PlaysPage view={view} saved={saved} />
		</>
	);
}
