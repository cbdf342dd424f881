import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AdministrationPage } from "#app/features/administration/administration-page.tsx";
import { savedIn } from "#app/features/administration/saved.ts";
import { PendingList } from "#app/features/invitations/pending-list.tsx";
import { requireAdministered } from "#app/server/duties.server.ts";
import { lookedAfter } from "#app/server/invitations.server.ts";
import { workingCalendarOf } from "#db/circumstances.ts";

/** The territories of the instance, and who serves them. */
export async function loader(args: LoaderFunctionArgs) {
	const { member, territories } = await requireAdministered(args);
	const { services } = args.context;
	return json({
		territories: territories.map(({ id, name, structures, holders }) => ({
			...{ id, name, structures },
			holders: holders.map(({ memberId, label, duty, seen, suspended, structureName }) => ({
				...{ memberId, label, duty, seen, suspended, structureName },
			})),
		})),
		pending: lookedAfter(services, member, "administer-instance").map(
			({ id, label, structureName, expiresAt }) => ({ id, label, structureName, expiresAt }),
		),
		timeZone: workingCalendarOf(services.db, member.territoryId).timeZone,
		saved: savedIn(args.request.url),
	});
}

export default function Administration() {
	const { pending, timeZone, ...page } = useLoaderData<typeof loader>();
	return (
		<AdministrationPage {...page} pending={<PendingList pending={pending} timeZone={timeZone} />} />
	);
}
