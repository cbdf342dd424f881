import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { languageOf } from "#app/i18n/languages.ts";
import { actingOf } from "#app/server/casework.server.ts";
import { requireMember } from "#app/server/member.server.ts";
import { notFound } from "#app/server/not-found.server.ts";
import { may, requireMay } from "#app/server/policy.server.ts";
import { keepReadingTogether } from "#app/server/readings.server.ts";
import { handoffByHandle, type OwnHandoff, situationByHandle } from "#db/access.ts";
import type { AuditScreen } from "#db/audit.ts";
import { workingCalendarOf } from "#db/circumstances.ts";
import { openGlass } from "#db/glass.ts";

type Arguments = LoaderFunctionArgs | ActionFunctionArgs;

/**
 * Who asks for which handoff, and on which side they are; the reading is kept in the trail first.
 *
 * @param opens to whom the page opens, among the sides
 * @throws ReadingNotKept when the trail cannot be written
 * @throws Response 404 when it is not theirs, or is not at all
 */
export async function openHandoff(
	args: Arguments,
	screen: AuditScreen,
	opens: (own: OwnHandoff) => boolean = () => true,
) {
	const asking = await askingMember(args);
	const { scope, services, coordinator, member } = asking;
	const handle = args.params.handle ?? "";
	const own = handoffByHandle(services.db, scope, handle, coordinator) ?? notFound();
	if (!opens(own)) notFound();
	const { situationPk, handoffId } = own;
	await keepReadingTogether(services, member, { screen, situationPk, handoffId });
	return { ...asking, own };
}

/**
 * Who asks to hand off from which situation; the reading is kept in the trail first.
 *
 * @throws ReadingNotKept when the trail cannot be written
 * @throws Response 404 when it is not theirs, or is not at all
 */
export async function openSituationToHandOff(args: Arguments) {
	const asking = await askingMember(args);
	const { scope, services, member } = asking;
	requireMay(member, "act-on-situation");
	const own = situationByHandle(services.db, scope, args.params.handle ?? "") ?? notFound();
	await keepReadingTogether(services, member, {
		screen: "handing-off",
		situationPk: own.situationPk,
	});
	return { ...asking, own };
}

async function askingMember(args: Arguments) {
	const member = await requireMember(args);
	requireMay(member, "act-on-handoff");
	const { services } = args.context;
	const { territoryId, structureId } = member;
	const calendar = workingCalendarOf(services.db, territoryId);
	return {
		member,
		scope: { territoryId, structureId },
		services,
		coordinator: may(member, "arbitrate-handoff"),
		acting: { ...actingOf(member), glass: openGlass(services.db, member, services.clock.now()) },
		language: languageOf(args.request),
		calendar,
		timeZone: calendar.timeZone,
		now: services.clock.now(),
		secret: services.secret,
	};
}
