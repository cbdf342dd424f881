import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { WaitingNotice } from "#app/features/agreement/waiting-notice.tsx";
import { ReviewReminder } from "#app/features/colleagues/review-reminder.tsx";
import { EmptiesNotice } from "#app/features/directory/empties-notice.tsx";
import { GlassAskedNotice } from "#app/features/glass/glass-asked-notice.tsx";
import { listAsked } from "#app/features/my-day/list-asked.ts";
import { MyDayPage } from "#app/features/my-day/my-day-page.tsx";
import { readMyDay } from "#app/features/my-day/read-my-day.ts";
import { FindForm } from "#app/features/situations/find-form.tsx";
import { languageOf } from "#app/i18n/languages.ts";
import { requireMember } from "#app/server/member.server.ts";
import { peopleReminders } from "#app/server/people-reminders.server.ts";
import { requireMay } from "#app/server/policy.server.ts";
import { keepReading } from "#app/server/readings.server.ts";

export async function loader(args: LoaderFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "read-my-day");

	const { services } = args.context;
	keepReading(services, member, { screen: "my-day" });
	const { db, clock } = services;
	const asked = listAsked(args.request.url);
	return json({
		...readMyDay(db, member, { ...asked, language: languageOf(args.request), now: clock.now() }),
		reminders: peopleReminders(services, member),
	});
}

export default function MyDay() {
	const { reminders, ...day } = useLoaderData<typeof loader>();
	return <MyDayPage day={day} find={<FindForm />} reminders={<Reminders {...reminders} />} />;
}

function Reminders({
	glassAsked,
	consultations,
	review,
	empties,
}: ReturnType<typeof peopleReminders>) {
	if (!review && glassAsked + consultations + empties.length === 0) return null;
	return (
		<div className="mb-10 space-y-4">
			<GlassAskedNotice count={glassAsked} />
			<WaitingNotice count={consultations} />
			{empties.length > 0 ? <EmptiesNotice empties={empties} /> : null}
			{review ? <ReviewReminder /> : null}
		</div>
	);
}
