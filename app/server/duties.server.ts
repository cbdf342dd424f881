import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { ColleagueRefusal } from "#db/colleagues.ts";
import {
	type DutyHolder,
	type DutyRefusal,
	dutyRefusalOf,
	type ServedTerritory,
	servedTerritories,
} from "#db/duties.ts";
import { changeColleague } from "./colleagues.server.ts";
import { type Member, requireMember } from "./member.server.ts";
import { notFound } from "./not-found.server.ts";
import { requireMay } from "./policy.server.ts";
import type { Services } from "./services.server.ts";

/** The territories that an administrator looks after; of a demonstration, only what is made up. */
export async function requireAdministered(
	args: LoaderFunctionArgs | ActionFunctionArgs,
): Promise<{ member: Member; territories: ServedTerritory[] }> {
	const member = await requireMember(args);
	requireMay(member, "administer-instance");
	return { member, territories: administered(args.context.services, member) };
}

/** Somebody who has a duty in one of them, by the address. */
export async function requireDutyHolder(
	args: LoaderFunctionArgs | ActionFunctionArgs,
): Promise<{ member: Member; holder: DutyHolder; territory: ServedTerritory }> {
	const { member, territories } = await requireAdministered(args);
	for (const territory of territories) {
		const holder = territory.holders.find(({ memberId }) => memberId === args.params.memberId);
		if (holder) return { member, holder, territory };
	}
	return notFound();
}

/** Closes the access of somebody who has a duty, or opens it again. */
export function changeDutyHolder(
	services: Services,
	by: Member,
	holder: DutyHolder,
	act: "close" | "open",
): ColleagueRefusal | DutyRefusal | undefined {
	return services.db.transaction(
		() => {
			const refusal =
				act === "close" ? dutyRefusalOf(holder, administered(services, by)) : undefined;
			const where = { structureId: holder.structureId, change: { act } };
			return refusal ?? changeColleague(services, by, holder, where);
		},
		{ behavior: "immediate" },
	);
}

function administered({ db, clock }: Services, { demonstration }: Member): ServedTerritory[] {
	return servedTerritories(db, { demonstration, now: clock.now() });
}
