import { maySteer } from "#protocols/casework/participation.ts";
import type { Refusal } from "#protocols/casework/refusal.ts";
import type { Situation } from "#protocols/casework/situation.ts";
import type { Text } from "#protocols/language/text.ts";
import type { OwnSituation } from "./access.ts";
import type { Db } from "./client.ts";
import { type StructureChoice, structureChoices } from "./handoff-choices.ts";
import { situationOf } from "./history.ts";
import { showAlias } from "./pseudonyms/alias.ts";
import type { Reading } from "./situation-page.ts";
import { peopleOf, type Who } from "./situation-people.ts";
import { partnersIn } from "./situation-standing.ts";

/** A structure that may be chosen. */
export type Candidate = StructureChoice & { own: boolean };

/** Choosing who plays a role, or who follows the whole. */
export type SteeringPage = {
	handle: string;
	alias: string;
	/** The role; null for the through-line. */
	role: Text | null;
	now: { structureId: string; who: Who } | null;
	candidates: Candidate[];
	refusal: Refusal | undefined;
	seen: number;
};

/** What one sees to choose who plays a role; undefined when the protocol has no such role inside. */
export function rolePage(
	db: Db,
	own: OwnSituation,
	{ scope, acting, moment }: Reading,
	roleId: string,
): SteeringPage | undefined {
	const situation = situationOf(db, own.situationPk);
	const role = situation.compiled.protocol.roles.find(({ id }) => id === roleId);
	if (!role || role.external) return undefined;

	const boundTo = situation.bindings[roleId];
	const people = peopleOf(db, scope, situation);
	const steers = maySteer(situation, acting) || boundTo === scope.structureId;
	const choices = structureChoices(db, scope, { roleId, except: [], now: moment.now });
	return {
		handle: own.handle,
		alias: showAlias(own.alias),
		role: role.label,
		now: boundTo === undefined ? null : { structureId: boundTo, who: people.who(boundTo, roleId) },
		candidates: choices.map((choice) => ({ ...choice, own: choice.id === scope.structureId })),
		refusal: refusalOf(situation, steers),
		seen: situation.latestAct,
	};
}

/** What one sees to choose who follows the whole: the structures that have a part in it. */
export function leadPage(db: Db, own: OwnSituation, { scope, acting }: Reading): SteeringPage {
	const situation = situationOf(db, own.situationPk);
	const people = peopleOf(db, scope, situation);
	const candidates = partnersIn(db, own.situationPk).map((id): Candidate => {
		const { name, phone, own: isOwn } = people.who(id);
		const closing = { closedOn: [], nextClosing: null, openToday: true, capacity: null };
		return { id, name, phone, zone: null, ...closing, own: isOwn };
	});
	const { lead } = situation;
	return {
		handle: own.handle,
		alias: showAlias(own.alias),
		role: null,
		now: lead === undefined ? null : { structureId: lead, who: people.who(lead) },
		candidates,
		refusal: refusalOf(situation, maySteer(situation, acting)),
		seen: situation.latestAct,
	};
}

function refusalOf(situation: Situation, steers: boolean): Refusal | undefined {
	if (situation.status === "closed") return { code: "situation-closed" };
	return steers ? undefined : { code: "not-holder" };
}
