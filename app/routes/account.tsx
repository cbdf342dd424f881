import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AccountPage } from "#app/features/accounts/account-page.tsx";
import { PeopleLinks } from "#app/features/accounts/people-links.tsx";
import { CalendarLinks } from "#app/features/calendar/calendar-links.tsx";
import { MessageLinks } from "#app/features/messages/message-links.tsx";
import { TrailLinks } from "#app/features/readings/trail-links.tsx";
import { LanguageChoice } from "#app/features/shell/language-choice.tsx";
import { factorsOf } from "#app/server/factors.server.ts";
import { requireStage } from "#app/server/member.server.ts";
import { ownSessions } from "#app/server/own-sessions.server.ts";
import { may, requireMay } from "#app/server/policy.server.ts";

export async function loader(args: LoaderFunctionArgs) {
	const { session, member } = await requireStage(args, "open");
	requireMay(member, "read-account");

	const { userName: name, memberLabel: label, memberId, structureName } = member;
	const { duty, reception, manager, memberships } = member;
	const { services } = args.context;
	return json({
		helps: may(member, "help-back-in"),
		sessions: ownSessions(services, session),
		factors: factorsOf(services, session.userId),
		person: { name, label, memberId, structureName, duty, reception, manager },
		memberships,
		people: {
			manages: may(member, "manage-structure"),
			keeps: may(member, "keep-directory"),
			administers: may(member, "administer-instance"),
			provider: member.demonstration ? null : (services.provider?.label ?? null),
		},
		calendar: {
			keeps: may(member, "keep-calendar"),
			manages: may(member, "manage-structure"),
		},
		letters: {
			reads: may(member, "read-my-day"),
			administers: may(member, "administer-instance"),
		},
		trail: {
			own: may(member, "read-own-readings"),
			structure: may(member, "read-structure-audit"),
			trail: may(member, "read-audit"),
		},
	});
}

export default function Account() {
	const { trail, people, letters, calendar, ...account } = useLoaderData<typeof loader>();
	return (
		<>
			<AccountPage {...account} languageChoice={<LanguageChoice />} />
			<MessageLinks {...letters} />
			<PeopleLinks {...people} />
			<div className="mt-12 max-w-measure">
				<CalendarLinks {...calendar} />
			</div>
			<TrailLinks {...trail} />
		</>
	);
}
