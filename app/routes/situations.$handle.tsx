import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { presentSituation } from "#app/features/situations/present-situation.ts";
import { savedIn } from "#app/features/situations/saved-in.ts";
import { SituationPage } from "#app/features/situations/situation-page.tsx";
import { approachSituation, wordingOf } from "#app/server/situations.server.ts";
import { situationPage } from "#db/situation-page.ts";

export async function loader(args: LoaderFunctionArgs) {
	const approach = await approachSituation(args, "read-situation");
	const page = situationPage(args.context.services.db, approach.own, approach.reading);
	return json({
		view: presentSituation(page, wordingOf(args, approach)),
		saved: savedIn(args.request.url),
	});
}

export default function Situation() {
	return <SituationPage {...useLoaderData<typeof loader>()} />;
}
