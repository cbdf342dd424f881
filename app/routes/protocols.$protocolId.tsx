import "#app/locales/needed/protocols.ts";
import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ProtocolLine } from "#app/features/line/protocol-line.tsx";
import { linkTo } from "#app/features/protocols/anchors.ts";
import { ProtocolPage } from "#app/features/protocols/protocol-page.tsx";
import { readingOf } from "#app/features/protocols/reading.ts";
import { languageOf } from "#app/i18n/languages.ts";
import { useT } from "#app/i18n/use-t.ts";
import { requireMember } from "#app/server/member.server.ts";
import { notFound } from "#app/server/not-found.server.ts";
import { requireMay } from "#app/server/policy.server.ts";
import { publishedProtocol } from "#db/protocol-versions.ts";

export async function loader(args: LoaderFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "read-protocol");

	const { db } = args.context.services;
	const published = publishedProtocol(db, member.territoryId, args.params.protocolId ?? "");
	if (!published) notFound();
	return json({ ...readingOf(published, languageOf(args.request)), ownRoles: member.roles });
}

export default function Protocol() {
	const t = useT("protocols");
	const reading = useLoaderData<typeof loader>();
	const labels = { course: t("line.course"), interruptions: t("line.interruptions") };
	return (
		<ProtocolPage
			{...reading}
			line={<ProtocolLine drawing={reading.drawing} labels={labels} hrefOf={linkTo} />}
		/>
	);
}
