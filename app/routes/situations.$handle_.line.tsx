import "#app/locales/needed/situations.ts";
import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ProtocolLine } from "#app/features/line/protocol-line.tsx";
import { stationStates } from "#app/features/line/situation-line.ts";
import { LinePage } from "#app/features/situations/line-page.tsx";
import { languageOf } from "#app/i18n/languages.ts";
import { useT } from "#app/i18n/use-t.ts";
import { approachSituation } from "#app/server/situations.server.ts";
import { situationPage } from "#db/situation-page.ts";
import { drawingOf } from "#protocols/compiler/drawing.ts";

export async function loader(args: LoaderFunctionArgs) {
	const { own, reading } = await approachSituation(args, "read-situation", "line");
	const { handle, alias, place, compiled } = situationPage(args.context.services.db, own, reading);
	return json({
		handle,
		alias,
		drawing: drawingOf(compiled, languageOf(args.request)),
		states: stationStates(place),
	});
}

export default function SituationLine() {
	const t = useT("situations");
	const { handle, alias, drawing, states } = useLoaderData<typeof loader>();
	const labels = { course: t("path.course"), interruptions: t("path.interruptions") };
	return (
		<LinePage {...{ handle, alias }} drawing={<ProtocolLine {...{ drawing, labels, states }} />} />
	);
}
