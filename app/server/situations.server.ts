import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { languageOf } from "#app/i18n/languages.ts";
import { type OwnSituation, situationByHandle } from "#db/access.ts";
import type { AuditScreen } from "#db/audit.ts";
import { workingCalendarOf } from "#db/circumstances.ts";
import type { Reading } from "#db/situation-page.ts";
import { actingOf, momentOf } from "./casework.server.ts";
import { type Member, requireMember } from "./member.server.ts";
import { notFound } from "./not-found.server.ts";
import { type Act, requireMay } from "./policy.server.ts";
import { keepReadingTogether } from "./readings.server.ts";

/** A situation that the member's own structure has a part in, and how they may read it. */
export type Approach = {
	member: Member;
	own: OwnSituation;
	reading: Reading;
};

/**
 * The one door to a situation: who asks, whether they may, whether it is theirs; what they are
 * about to read is kept in the trail before anything of it is shown.
 *
 * @param screen the kind of screen that shows it
 * @throws ReadingNotKept when the trail cannot be written
 * @throws Response 303 to the sign-in page; 404, the same for what is foreign and what is absent
 */
export async function approachSituation(
	args: LoaderFunctionArgs | ActionFunctionArgs,
	act: Act,
	screen: AuditScreen,
): Promise<Approach> {
	const member = await requireMember(args);
	requireMay(member, act);
	const { services } = args.context;
	const own = situationByHandle(services.db, member, args.params.handle ?? "") ?? notFound();
	await keepReadingTogether(services, member, { screen, situationPk: own.situationPk });
	const scope = { territoryId: member.territoryId, structureId: member.structureId };
	return {
		member,
		own,
		reading: { scope, acting: actingOf(member), moment: momentOf(services) },
	};
}

/** For whom a situation is worded: their language, the territory's calendar, the present. */
export function wordingOf(
	{ request, context }: LoaderFunctionArgs | ActionFunctionArgs,
	{ member }: Approach,
) {
	const { db, clock } = context.services;
	return {
		language: languageOf(request),
		calendar: workingCalendarOf(db, member.territoryId),
		now: clock.now(),
	};
}
