import type { InactivityStage } from "#protocols/casework/events.ts";
import { acceptedClosureRefusal, followUpRefusal } from "#protocols/casework/inactivity.ts";
import { maySteer } from "#protocols/casework/participation.ts";
import type { Refusal } from "#protocols/casework/refusal.ts";
import { factsOf, type Situation } from "#protocols/casework/situation.ts";
import type { Facts } from "#protocols/language/vocabulary/answers.ts";
import { closureDueAt, purgeDueAt } from "#protocols/retention/due-act.ts";
import type { OwnSituation } from "./access.ts";
import type { Db } from "./client.ts";
import { situationOf } from "./history.ts";
import { showAlias } from "./pseudonyms/alias.ts";
import { retentionOf } from "./retention-policy.ts";
import type { Reading } from "./situation-page.ts";

/** That nobody acts in a situation, as one of its structures may know it. */
export type Inactive = {
	stage: InactivityStage;
	activeAt: number;
	/** When the system closes it at the earliest; null while that was not proposed, or may not be. */
	closesAt: number | null;
	/** Holds, leads or coordinates: may say that it goes on, or close it. */
	mayAnswer: boolean;
};

/** That nobody acts, where it was noted. */
export function inactivityOf(
	db: Db,
	situation: Situation,
	{ scope, acting, moment }: Reading,
): Inactive | null {
	const { inactivity, activeAt } = situation;
	if (!inactivity || situation.status === "closed") return null;
	const { policy, since } = retentionOf(db, scope.territoryId);
	const facts = { activeAt, noted: inactivity };
	const time = { now: moment.now, policySince: since };
	return {
		stage: inactivity.stage,
		activeAt,
		closesAt: inactivity.stage === "proposal" ? closureDueAt(facts, policy, time) : null,
		mayAnswer: maySteer(situation, acting),
	};
}

/** How a situation ended, and when it is forgotten. */
export type Ending = { reason: string; bySystem: boolean; purgeAt: number };

/** How a situation ended; null while it is open. */
export function endingOf(db: Db, { closure }: Situation, { scope }: Reading): Ending | null {
	if (!closure) return null;
	const { policy, since } = retentionOf(db, scope.territoryId);
	const purgeAt = purgeDueAt(closure.at, policy, since);
	return { reason: closure.reason, bySystem: closure.by === "system", purgeAt };
}

/** What one sees before one says that a situation goes on, or closes it where it stands. */
export type FollowUpPage = {
	handle: string;
	alias: string;
	ageBand: Facts["age_band"];
	inactive: Inactive | null;
	/** What stands in the way of saying that it goes on, and of closing it. */
	refusals: { goesOn: Refusal | undefined; closing: Refusal | undefined };
	seen: number;
};

export function followUpPage(db: Db, own: OwnSituation, reading: Reading): FollowUpPage {
	const situation = situationOf(db, own.situationPk);
	const asked = { acting: reading.acting, seen: situation.latestAct };
	return {
		handle: own.handle,
		alias: showAlias(own.alias),
		ageBand: factsOf(situation).age_band,
		inactive: inactivityOf(db, situation, reading),
		refusals: {
			goesOn: followUpRefusal(situation, asked),
			closing: acceptedClosureRefusal(situation, asked),
		},
		seen: situation.latestAct,
	};
}
