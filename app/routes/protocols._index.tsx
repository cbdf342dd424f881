import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ConsultationsLink } from "#app/features/agreement/consultations-link.tsx";
import { ProtocolList } from "#app/features/protocols/protocol-list.tsx";
import { shortHash } from "#app/features/protocols/reading.ts";
import { languageOf } from "#app/i18n/languages.ts";
import { requireMember } from "#app/server/member.server.ts";
import { may, requireMay } from "#app/server/policy.server.ts";
import { publishedProtocols } from "#db/protocol-versions.ts";
import { say } from "#protocols/language/text.ts";

export async function loader(args: LoaderFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "read-protocol");

	const language = languageOf(args.request);
	const rows = publishedProtocols(args.context.services.db, member.territoryId);
	return json({
		protocols: rows.map(({ id, title, audience, hash, steps }) => ({
			id,
			title: say(title, language),
			...(audience ? { audience: say(audience, language) } : {}),
			steps,
			shortHash: shortHash(hash),
		})),
		consulted: may(member, "read-consultation"),
	});
}

export default function Protocols() {
	const { protocols, consulted } = useLoaderData<typeof loader>();
	return (
		<>
			<ProtocolList protocols={protocols} />
			{consulted ? <ConsultationsLink /> : null}
		</>
	);
}
