import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listAsked } from "#app/features/my-day/list-asked.ts";
import { MyDayPage } from "#app/features/my-day/my-day-page.tsx";
import { readMyDay } from "#app/features/my-day/read-my-day.ts";
import { FindForm } from "#app/features/situations/find-form.tsx";
import { languageOf } from "#app/i18n/languages.ts";
import { requireMember } from "#app/server/member.server.ts";
import { requireMay } from "#app/server/policy.server.ts";

export async function loader(args: LoaderFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "read-my-day");

	const { db, clock } = args.context.services;
	const asked = listAsked(args.request.url);
	return json(
		readMyDay(db, member, { ...asked, language: languageOf(args.request), now: clock.now() }),
	);
}

export default function MyDay() {
	return <MyDayPage day={useLoaderData<typeof loader>()} find={<FindForm />} />;
}
