import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { languageOf } from "#app/i18n/languages.ts";
import { requireDraft } from "#app/server/draft-door.server.ts";
import { runsOf } from "#app/server/scenario-runs.server.ts";

/** How the saved scenarios fare, for the page where the draft is written: it does not wait for them. */
export async function loader(args: LoaderFunctionArgs) {
	const { draft } = await requireDraft(args, "design-protocol");
	const { request, context } = args;
	const runs = await runsOf(context.services.db, draft, {
		language: languageOf(request),
		goesOn: () => !request.signal.aborted,
	});
	return json(runs);
}
