import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ColleaguesPage } from "#app/features/colleagues/colleagues-page.tsx";
import { savedIn } from "#app/features/colleagues/saved.ts";
import { PendingList } from "#app/features/invitations/pending-list.tsx";
import { paths } from "#app/paths.ts";
import { noteReview } from "#app/server/colleagues.server.ts";
import { readForm } from "#app/server/forms.server.ts";
import { lookedAfter } from "#app/server/invitations.server.ts";
import { requireMember } from "#app/server/member.server.ts";
import { requireMay } from "#app/server/policy.server.ts";
import { workingCalendarOf } from "#db/circumstances.ts";
import { colleaguesOf } from "#db/colleagues.ts";
import { isReviewDue, lastReviewOf } from "#db/member-reviews.ts";

/** Who may act for the structure. Nobody's name, address or hour leaves the server. */
export async function loader(args: LoaderFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "manage-structure");
	const { services } = args.context;
	const { db } = services;
	const { structureId, structureName, territoryId } = member;
	const now = services.clock.now();
	return json({
		structureName,
		colleagues: colleaguesOf(db, structureId, now).map(({ userId, ...colleague }) => ({
			...colleague,
			own: userId === member.userId,
		})),
		pending: lookedAfter(services, member, "invite-colleague").map(({ id, label, expiresAt }) => ({
			...{ id, label, expiresAt },
			structureName: null,
		})),
		review: { last: lastReviewOf(db, structureId), due: isReviewDue(db, structureId, now) },
		timeZone: workingCalendarOf(db, territoryId).timeZone,
		saved: savedIn(args.request.url),
	});
}

/** The list was read, and it is right. */
export async function action(args: ActionFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "manage-structure");
	await readForm(args.request);
	noteReview(args.context.services, member);
	return redirect(`${paths.colleagues()}?saved=reviewed`, 303);
}

export default function Colleagues() {
	const { pending, ...page } = useLoaderData<typeof loader>();
	return (
		<ColleaguesPage
			{...page}
			pending={<PendingList pending={pending} timeZone={page.timeZone} />}
		/>
	);
}
