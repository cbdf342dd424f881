import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { WeekPage } from "#app/features/messages/week-page.tsx";
import { requireMember } from "#app/server/member.server.ts";
import { requireMay } from "#app/server/policy.server.ts";
import { workLists, workOf } from "#db/own-work.ts";

/** What waits for one's structure, in figures: what the letter of the week does not say. */
export async function loader(args: LoaderFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "read-my-day");
	const { db, clock } = args.context.services;
	const work = workOf(db, member);
	const now = clock.now();
	const counts = workLists.map((list) => {
		const own = work.filter((one) => one.list === list);
		const late = own.filter(({ dueAt }) => dueAt !== null && dueAt < now);
		return { list, waiting: own.length, late: late.length };
	});
	return json({ structure: member.structureName, counts, now });
}

export default function Week() {
	return <WeekPage {...useLoaderData<typeof loader>()} />;
}
