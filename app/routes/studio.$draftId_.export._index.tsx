import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ExportPage } from "#app/features/exchange/export-page.tsx";
import { StudioTabs } from "#app/features/studio/studio-tabs.tsx";
import { languageOf } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import { exportView } from "#app/server/export-views.server.ts";
import { openDraft } from "#app/server/readable-protocols.server.ts";

export async function loader(args: LoaderFunctionArgs) {
	const { readable } = await openDraft(args);
	return json({ id: readable.id, view: exportView(readable, languageOf(args.request)) });
}

export default function DraftExports() {
	const { id, view } = useLoaderData<typeof loader>();
	return (
		<>
			<StudioTabs draftId={id} title={view.title} />
			<ExportPage
				{...view}
				draft
				to={{
					booklet: paths.draftPrint(id),
					card: (roleId) => paths.draftCard(id, roleId),
					file: (format) => paths.draftExport(id, format),
				}}
			/>
		</>
	);
}
