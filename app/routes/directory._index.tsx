import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DirectoryPage } from "#app/features/directory/directory-page.tsx";
import { directoryQuery } from "#app/features/directory/directory-query.ts";
import {
	presentCoverage,
	presentEntry,
	roleChoices,
	zoneChoices,
} from "#app/features/directory/present-directory.ts";
import { languageOf } from "#app/i18n/languages.ts";
import { requireMember } from "#app/server/member.server.ts";
import { may, requireMay } from "#app/server/policy.server.ts";
import { roleLabels, thinRoles } from "#db/coverage.ts";
import { directoryOf, fits } from "#db/directory.ts";

export async function loader(args: LoaderFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "read-directory");

	const { db, clock } = args.context.services;
	const language = languageOf(args.request);
	const filter = directoryQuery(args.request.url);
	const labels = roleLabels(db, member.territoryId);
	const all = directoryOf(db, member, clock.now());
	return json({
		entries: all
			.filter((entry) => fits(entry, filter))
			.map((entry) => presentEntry(entry, labels, language)),
		filter,
		roles: roleChoices(all, labels, language),
		zones: zoneChoices(all),
		keeps: may(member, "keep-directory"),
		coverage: presentCoverage(thinRoles(db, member.territoryId), language),
	});
}

export default function Directory() {
	return <DirectoryPage {...useLoaderData<typeof loader>()} />;
}
