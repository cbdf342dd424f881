import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { feedForm } from "#app/features/messages/feed-form.schema.ts";
import { FeedPage } from "#app/features/messages/feed-page.tsx";
import { paths } from "#app/paths.ts";
import { momentOf } from "#app/server/casework.server.ts";
import { parseForm } from "#app/server/forms.server.ts";
import { requireMember } from "#app/server/member.server.ts";
import { requireMay } from "#app/server/policy.server.ts";
import { workingCalendarOf } from "#db/circumstances.ts";
import { feedOf, makeFeed, withdrawFeed } from "#db/due-feeds.ts";

export async function loader(args: LoaderFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "read-my-day");
	const { db } = args.context.services;
	return json({
		feed: feedOf(db, member.userId) ?? null,
		timeZone: workingCalendarOf(db, member.territoryId).timeZone,
	});
}

/** Makes the address of one's due dates, and shows it once; or withdraws it. */
export async function action(args: ActionFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "read-my-day");
	const form = await parseForm(args.request, feedForm);
	if (!form.ok) throw new Response(null, { status: 400 });

	const { services } = args.context;
	const moment = momentOf(services);
	if (form.data.change === "withdraw") {
		withdrawFeed(services.db, moment, member);
		return redirect(paths.accountFeed(), 303);
	}
	const secret = makeFeed(services.db, moment, member);
	return json({ address: `${services.environment.origins[0]}${paths.dueFeed(secret)}` });
}

export default function OwnFeed() {
	return <FeedPage {...useLoaderData<typeof loader>()} made={useActionData<typeof action>()} />;
}
