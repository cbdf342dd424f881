import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { presentOpen, presentRole } from "#app/features/directory/present-directory.ts";
import { StructurePage } from "#app/features/directory/structure-page.tsx";
import { languageOf } from "#app/i18n/languages.ts";
import { requireMember } from "#app/server/member.server.ts";
import { notFound } from "#app/server/not-found.server.ts";
import { may, requireMay } from "#app/server/policy.server.ts";
import { roleInProtocols, roleLabels } from "#db/coverage.ts";
import { directoryEntry } from "#db/directory.ts";
import { isWaiting } from "#db/presentations.ts";

export async function loader(args: LoaderFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "read-directory");

	const { db, clock } = args.context.services;
	const id = args.params.structureId ?? "";
	const entry = directoryEntry(db, member, id, clock.now()) ?? notFound();
	const language = languageOf(args.request);
	const labels = roleLabels(db, member.territoryId);
	const roles = entry.roles.map((roleId) =>
		presentRole(roleId, roleInProtocols(db, member.territoryId, roleId), labels, language),
	);
	return json({
		structure: presentOpen(entry, language),
		presentation: entry.presentation,
		textLinks: {
			write: entry.own && may(member, "manage-structure"),
			read: entry.own && may(member, "read-second") && isWaiting(db, id),
		},
		roles,
	});
}

export default function Structure() {
	return <StructurePage {...useLoaderData<typeof loader>()} />;
}
