import "#app/locales/needed/exchange.ts";
import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ExportPage } from "#app/features/exchange/export-page.tsx";
import { sharingForm } from "#app/features/exchange/sharing-form.schema.ts";
import { SharingSection } from "#app/features/exchange/sharing-section.tsx";
import { languageOf } from "#app/i18n/languages.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { momentOf } from "#app/server/casework.server.ts";
import { exportView } from "#app/server/export-views.server.ts";
import { parseForm } from "#app/server/forms.server.ts";
import { notFound } from "#app/server/not-found.server.ts";
import { may, requireMay } from "#app/server/policy.server.ts";
import { openPublished } from "#app/server/readable-protocols.server.ts";
import { isShared, shareVersion, unshareVersion } from "#db/shared-protocols.ts";

export async function loader(args: LoaderFunctionArgs) {
	const { member, readable } = await openPublished(args);
	const { db } = args.context.services;
	const { id, hash } = readable;
	const { territoryId } = member;
	const sharing = may(member, "publish-protocol")
		? { version: hash, shared: isShared(db, { territoryId, hash }) }
		: null;
	return json({ id, view: exportView(readable, languageOf(args.request)), sharing });
}

/** Shares the version that the page showed, or takes it back. */
export async function action(args: ActionFunctionArgs) {
	const { member, readable } = await openPublished(args);
	requireMay(member, "publish-protocol");

	const form = await parseForm(args.request, sharingForm);
	if (!form.ok) throw new Response(null, { status: 400 });

	const { services } = args.context;
	const { territoryId, memberId, structureId } = member;
	const sharing = { territoryId, memberId, structureId, hash: form.data.version };
	if (form.data.share === "no") unshareVersion(services.db, momentOf(services), sharing);
	else if (!shareVersion(services.db, momentOf(services), sharing)) notFound();
	return redirect(paths.protocolExports(readable.id), 303);
}

export default function ProtocolExports() {
	const t = useT("exchange");
	const { id, view, sharing } = useLoaderData<typeof loader>();
	return (
		<ExportPage
			{...view}
			draft={false}
			back={{ to: paths.protocol(id), label: t("page.backToProtocol") }}
			to={{
				booklet: paths.protocolPrint(id),
				card: (roleId) => paths.protocolCard(id, roleId),
				file: (format) => paths.protocolExport(id, format),
			}}
		>
			{sharing ? <SharingSection {...sharing} /> : null}
		</ExportPage>
	);
}
