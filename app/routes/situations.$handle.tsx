import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { situationLine } from "#app/features/line/situation-line.ts";
import { SmallLine } from "#app/features/line/small-line.tsx";
import { placeInSmall } from "#app/features/situations/place-in-small.ts";
import { presentSituation } from "#app/features/situations/present-situation.ts";
import { savedIn } from "#app/features/situations/saved-in.ts";
import { SituationPage } from "#app/features/situations/situation-page.tsx";
import { approachSituation, wordingOf } from "#app/server/situations.server.ts";
import { situationPage } from "#db/situation-page.ts";
import { drawingOf } from "#protocols/compiler/drawing.ts";

export async function loader(args: LoaderFunctionArgs) {
	const approach = await approachSituation(args, "read-situation", "situation");
	const page = situationPage(args.context.services.db, approach.own, approach.reading);
	const wording = wordingOf(args, approach);
	return json({
		view: presentSituation(page, wording),
		line: situationLine(drawingOf(page.compiled, wording.language), placeInSmall(page)),
		saved: savedIn(args.request.url),
	});
}

export default function Situation() {
	const { line, ...page } = useLoaderData<typeof loader>();
	return <SituationPage {...page} line={<SmallLine line={line} />} />;
}
