import "#app/locales/needed/changes.ts";
import "#app/locales/needed/agreement.ts";
import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DifferencePage } from "#app/features/agreement/difference-page.tsx";
import { markedDrawing, ringsOf } from "#app/features/agreement/marked-drawing.ts";
import { ProtocolLine } from "#app/features/line/protocol-line.tsx";
import { StudioTabs } from "#app/features/studio/studio-tabs.tsx";
import { languageOf } from "#app/i18n/languages.ts";
import { useT } from "#app/i18n/use-t.ts";
import { draftDifference } from "#app/server/draft-difference.server.ts";
import { requireDraft } from "#app/server/draft-door.server.ts";
import type { Drawing } from "#protocols/compiler/drawing.ts";
import type { Marks } from "#protocols/difference/marks.ts";
import { say } from "#protocols/language/text.ts";

export async function loader(args: LoaderFunctionArgs) {
	const door = await requireDraft(args, "design-protocol");
	const language = languageOf(args.request);
	const against = new URL(args.request.url).searchParams.get("against");
	const { id, title } = door.draft;
	return json({
		draft: { id, title: say(title, language) },
		...draftDifference(args.context.services.db, door, { against, language }),
	});
}

export default function Difference() {
	const { draft, drawing, drawingBefore, marks, ...view } = useLoaderData<typeof loader>();
	return (
		<DifferencePage
			{...view}
			tabs={<StudioTabs draftId={draft.id} title={draft.title} />}
			after={<MarkedLine drawing={drawing} marks={marks.after} />}
			before={drawingBefore ? <MarkedLine drawing={drawingBefore} marks={marks.before} /> : null}
		/>
	);
}

function MarkedLine({ drawing, marks }: { drawing: Drawing; marks: Marks }) {
	const t = useT("agreement");
	const said = useT("changes");
	const words = {
		added: said("change.added"),
		removed: said("change.removed"),
		moved: said("change.moved"),
		changed: said("change.changed"),
	};
	const labels = {
		course: t("difference.course"),
		interruptions: t("difference.interruptions"),
	};
	return (
		<ProtocolLine
			drawing={markedDrawing(drawing, marks, words)}
			states={ringsOf(marks)}
			labels={labels}
		/>
	);
}
