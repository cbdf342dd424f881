import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SettledNotice } from "#app/features/agreement/settled-notice.tsx";
import { WaitingNotice } from "#app/features/agreement/waiting-notice.tsx";
import { ReviewReminder } from "#app/features/colleagues/review-reminder.tsx";
import { EmptiesNotice } from "#app/features/directory/empties-notice.tsx";
import { GlassAskedNotice } from "#app/features/glass/glass-asked-notice.tsx";
import { LateNotice } from "#app/features/late/late-notice.tsx";
import { listAsked } from "#app/features/my-day/list-asked.ts";
import { MyDayPage } from "#app/features/my-day/my-day-page.tsx";
import { readMyDay } from "#app/features/my-day/read-my-day.ts";
import { FindForm } from "#app/features/situations/find-form.tsx";
import { languageOf } from "#app/i18n/languages.ts";
import { requireMember } from "#app/server/member.server.ts";
import { peopleReminders } from "#app/server/people-reminders.server.ts";
import { requireMay } from "#app/server/policy.server.ts";
import { keepReading } from "#app/server/readings.server.ts";
import { lateCount } from "#db/late-rows.ts";

export async function loader(args: LoaderFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "read-my-day");

	const { services } = args.context;
	keepReading(services, member, { screen: "my-day" });
	const { db, clock } = services;
	const asked = listAsked(args.request.url);
	const whole = member.duty === "coordinator";
	return json({
		...readMyDay(db, member, { ...asked, language: languageOf(args.request), now: clock.now() }),
		reminders: peopleReminders(services, member, languageOf(args.request)),
		late: { whole, ...lateCount(db, { ...member, whole }) },
	});
}

export default function MyDay() {
	const { reminders, late, ...day } = useLoaderData<typeof loader>();
	const first = (
		<>
			{late.late > 0 ? <LateNotice {...late} /> : null}
			<Reminders {...reminders} />
		</>
	);
	return <MyDayPage day={day} find={<FindForm />} reminders={first} />;
}

function Reminders({
	glassAsked,
	consultations,
	settled,
	review,
	empties,
}: ReturnType<typeof peopleReminders>) {
	if (!review && glassAsked + consultations + settled.length + empties.length === 0) return null;
	return (
		<div className="mb-10 space-y-4">
			<GlassAskedNotice count={glassAsked} />
			<WaitingNotice count={consultations} />
			<SettledNotice settled={settled} />
			{empties.length > 0 ? <EmptiesNotice empties={empties} /> : null}
			{review ? <ReviewReminder /> : null}
		</div>
	);
}
