import "#app/locales/needed/agreement.ts";
import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ConsultationsPage } from "#app/features/agreement/consultations-page.tsx";
import { languageOf } from "#app/i18n/languages.ts";
import { consultationRows } from "#app/server/consultations.server.ts";
import { requireMember } from "#app/server/member.server.ts";
import { requireMay } from "#app/server/policy.server.ts";
import { workingCalendarOf } from "#db/circumstances.ts";

export async function loader(args: LoaderFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "read-consultation");

	const { db } = args.context.services;
	return json({
		rows: consultationRows(db, member, languageOf(args.request)),
		timeZone: workingCalendarOf(db, member.territoryId).timeZone,
	});
}

export default function Consultations() {
	return <ConsultationsPage {...useLoaderData<typeof loader>()} />;
}
