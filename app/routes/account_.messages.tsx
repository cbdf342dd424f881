import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { chosenNotices } from "#app/features/messages/choices.ts";
import { wishesForm } from "#app/features/messages/wishes-form.schema.ts";
import { WishesPage } from "#app/features/messages/wishes-page.tsx";
import { paths } from "#app/paths.ts";
import { parseForm } from "#app/server/forms.server.ts";
import { requireMember } from "#app/server/member.server.ts";
import { may, requireMay } from "#app/server/policy.server.ts";
import { feedOf } from "#db/due-feeds.ts";
import { keepWishes, wishesOf } from "#db/letter-wishes.ts";

export async function loader(args: LoaderFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "read-my-day");
	const { services } = args.context;
	const wishes = wishesOf(services.db, member.userId);
	return json({
		notices: chosenNotices.filter((notice) => wishes[notice]),
		language: wishes.language,
		relay: services.mail.relay && !member.demonstration,
		manages: may(member, "manage-structure"),
		feed: feedOf(services.db, member.userId) !== undefined,
		saved: new URL(args.request.url).searchParams.has("saved"),
	});
}

/** Keeps which notices a person wants. */
export async function action(args: ActionFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "read-my-day");
	const form = await parseForm(args.request, wishesForm);
	if (!form.ok) return json({ errors: form.errors, values: form.values }, 422);

	const { notices, language } = form.data;
	keepWishes(args.context.services.db, member.userId, {
		language,
		morning: notices.includes("morning"),
		afternoon: notices.includes("afternoon"),
		weekly: notices.includes("weekly"),
	});
	return redirect(`${paths.accountMessages()}?saved`, 303);
}

export default function OwnMessages() {
	return <WishesPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
