import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { UpkeepPage, upkeepSaved } from "#app/features/directory/upkeep-page.tsx";
import { PendingList } from "#app/features/invitations/pending-list.tsx";
import { lookedAfter } from "#app/server/invitations.server.ts";
import { requireMember } from "#app/server/member.server.ts";
import { requireMay } from "#app/server/policy.server.ts";
import { workingCalendarOf } from "#db/circumstances.ts";
import { keptStructures } from "#db/structure-upkeep.ts";

/** The directory for whoever keeps it: how many act in each structure, never who. */
export async function loader(args: LoaderFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "keep-directory");
	const { services } = args.context;
	const { territoryId } = member;
	const saved = new URL(args.request.url).searchParams.get("saved");
	return json({
		structures: keptStructures(services.db, territoryId).map(
			({ id, name, kind, sensitive, members, reception, manager, reviewedAt }) => ({
				...{ id, name, kind, sensitive, members, reception, manager, reviewedAt },
			}),
		),
		pending: lookedAfter(services, member, "keep-directory").map(
			({ id, label, structureName, expiresAt }) => ({ id, label, structureName, expiresAt }),
		),
		timeZone: workingCalendarOf(services.db, territoryId).timeZone,
		saved: upkeepSaved.find((kind) => kind === saved) ?? null,
	});
}

export default function Upkeep() {
	const { pending, ...page } = useLoaderData<typeof loader>();
	return (
		<UpkeepPage {...page} pending={<PendingList pending={pending} timeZone={page.timeZone} />} />
	);
}
