import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { languageOf } from "#app/i18n/languages.ts";
import { actingOf } from "#app/server/casework.server.ts";
import { requireMember } from "#app/server/member.server.ts";
import { notFound } from "#app/server/not-found.server.ts";
import { may, requireMay } from "#app/server/policy.server.ts";
import { handoffByHandle, situationByHandle } from "#db/access.ts";
import { workingCalendarOf } from "#db/circumstances.ts";

type Arguments = LoaderFunctionArgs | ActionFunctionArgs;

/**
 * Who asks for which handoff, and on which side they are.
 *
 * @throws Response 404 when it is not theirs, or is not at all
 */
export async function openHandoff(args: Arguments) {
	const asking = await askingMember(args);
	const { scope, services, coordinator } = asking;
	const handle = args.params.handle ?? "";
	const own = handoffByHandle(services.db, scope, handle, coordinator) ?? notFound();
	return { ...asking, own };
}

/**
 * Who asks to hand off from which situation.
 *
 * @throws Response 404 when it is not theirs, or is not at all
 */
export async function openSituationToHandOff(args: Arguments) {
	const asking = await askingMember(args);
	const { scope, services, member } = asking;
	requireMay(member, "act-on-situation");
	const own = situationByHandle(services.db, scope, args.params.handle ?? "") ?? notFound();
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
		acting: actingOf(member),
		language: languageOf(args.request),
		calendar,
		timeZone: calendar.timeZone,
		now: services.clock.now(),
		secret: services.secret,
	};
}
