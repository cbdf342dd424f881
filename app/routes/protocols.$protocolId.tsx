import "#app/locales/needed/protocols.ts";
import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ProtocolNews } from "#app/features/agreement/protocol-news.tsx";
import { ProtocolLine } from "#app/features/line/protocol-line.tsx";
import { MoveLink } from "#app/features/moving/move-link.tsx";
import { linkTo } from "#app/features/protocols/anchors.ts";
import { ProtocolPage } from "#app/features/protocols/protocol-page.tsx";
import { readingOf } from "#app/features/protocols/reading.ts";
import { languageOf } from "#app/i18n/languages.ts";
import { useT } from "#app/i18n/use-t.ts";
import { requireMember } from "#app/server/member.server.ts";
import { notFound } from "#app/server/not-found.server.ts";
import { may, requireMay } from "#app/server/policy.server.ts";
import { newsOf } from "#app/server/protocol-news.server.ts";
import { runningOlder } from "#db/moving.ts";
import { publishedProtocol } from "#db/protocol-versions.ts";

export async function loader(args: LoaderFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "read-protocol");

	const { db } = args.context.services;
	const published = publishedProtocol(db, member.territoryId, args.params.protocolId ?? "");
	if (!published) notFound();
	const language = languageOf(args.request);
	return json({
		...readingOf(published, language),
		ownRoles: member.roles,
		news: newsOf(db, member.territoryId, published, language),
		mayRetire: may(member, "publish-protocol"),
		// Whoever moves situations reads how many wait for it; for others there is nothing to do.
		older: may(member, "publish-protocol") ? runningOlder(db, member.territoryId, published) : 0,
	});
}

export default function Protocol() {
	const t = useT("protocols");
	const { news, mayRetire, older, ...reading } = useLoaderData<typeof loader>();
	const { id: protocolId } = reading.outline;
	const labels = { course: t("line.course"), interruptions: t("line.interruptions") };
	return (
		<ProtocolPage
			{...reading}
			news={
				<>
					<ProtocolNews {...{ protocolId, news, mayRetire }} />
					<MoveLink protocolId={protocolId} running={older} />
				</>
			}
			line={<ProtocolLine drawing={reading.drawing} labels={labels} hrefOf={linkTo} />}
		/>
	);
}
