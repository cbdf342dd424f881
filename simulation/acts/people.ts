import type { Change } from "#app/server/colleagues.server.ts";
import { changeColleague } from "#app/server/colleagues.server.ts";
import { visitOf } from "#db/audit.ts";
import { invitationBehind, invite } from "#db/invitations.ts";
import { joinAsNewcomer } from "#db/joining.ts";
import { pick } from "#protocols/casework/random-choice.ts";
import { personOf } from "../people.ts";
import { perform } from "../perform.ts";
import type { Run } from "../run.ts";
import type { Place } from "../territories.ts";

/** A manager closes a place, opens it again, changes rights, or lets somebody in. */
export function changePeople(run: Run, place: Place): void {
	const structure = pick(run.chance, [...place.people.structures, place.coordination]);
	if (run.chance(3) === 0) letSomebodyIn(run, structure);
	else changePlace(run, place, structure);
}

function changePlace(run: Run, { territoryId }: Place, structureId: string): void {
	const { chance, store, services } = run;
	const manager = personOf(store.db, `${structureId}-member`);
	const whom = pick(chance, ["colleague", "second", "second", "gone", "member"]);
	const colleague = personOf(store.db, `${structureId}-${whom}`);
	const by = memberOf(manager, territoryId);
	const { id: memberId, userId } = colleague;
	perform(run, {
		kind: `a colleague's place: ${colleague.active ? "changed" : "opened again"}`,
		keyed: false,
		ask: () => {
			const change = colleague.active ? closeOrChange(run) : ({ act: "open" } as const);
			const why = changeColleague(services, by, { memberId, userId }, { structureId, change });
			return why === undefined ? { accepted: true } : { accepted: false, why };
		},
	});
}

function closeOrChange({ chance }: Run): Change {
	if (chance(2) === 0) return { act: "close" };
	return { act: "rights", rights: { reception: chance(2) === 0, manager: true } };
}

type Person = ReturnType<typeof personOf>;

/** A person as the door of the pages knows them. */
export function memberOf(person: Person, territoryId: string) {
	const { id: memberId, userId, structureId, label, reception, manager, duty } = person;
	return {
		...{ memberId, userId, structureId, territoryId, reception, manager, duty },
		...{ userName: label, memberLabel: label, structureName: structureId },
		...{ demonstration: false, roles: [], memberships: [], visit: visitOf(memberId) },
	};
}

/** Somebody is invited and comes; seldom with a link that was used already. */
function letSomebodyIn(run: Run, structureId: string): void {
	const { chance } = run;
	perform(run, {
		kind: "an invitation taken",
		keyed: false,
		ask: (db, moment) => {
			const label = `Personne ${chance(1_000_000)}`;
			const place = { structureId, label, reception: false, manager: false };
			const by = { inviter: "manager", invitedBy: `${structureId}-member` } as const;
			const { secret } = invite(db, { ...place, duty: "professional", ...by }, moment);
			const open = invitationBehind(db, secret, moment.now);
			if (!open) return { accepted: false, why: "over" };
			const newcomer = { email: `${label.replace(" ", "-")}@exemple.invalid`, name: label };
			const joined = joinAsNewcomer(db, open, newcomer, moment);
			if (chance(3) > 0) return { accepted: joined.ok };
			const again = joinAsNewcomer(db, open, { ...newcomer, email: `x-${newcomer.email}` }, moment);
			return { accepted: again.ok, why: "over" };
		},
	});
}
