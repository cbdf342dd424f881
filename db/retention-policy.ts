import { eq } from "drizzle-orm";
import {
	checkRetention,
	defaultRetention,
	type RetentionPolicy,
	type RetentionRefusal,
} from "#protocols/retention/policy.ts";
import { recordAudit } from "./audit.ts";
import type { Db, Tx } from "./client.ts";
import type { Moment } from "./journal.ts";
import { retentionPolicies } from "./schema/retention.ts";

/** What a territory keeps for how long, and since when it says so; 0 for the defaults. */
export type SetRetention = { policy: RetentionPolicy; since: number };

/** The retention of a territory: its own choice, or the defaults. */
export function retentionOf(db: Db | Tx, territoryId: string): SetRetention {
	const row = db
		.select()
		.from(retentionPolicies)
		.where(eq(retentionPolicies.territoryId, territoryId))
		.get();
	if (!row) return { policy: defaultRetention, since: 0 };
	const { territoryId: _, since, ...policy } = row;
	return { policy, since };
}

/** Who changes the retention of which territory. */
export type RetentionChange = {
	territoryId: string;
	actor: string;
	structureId: string;
	policy: RetentionPolicy;
};

/**
 * Changes the retention of a territory, and says so in the trail.
 *
 * @returns what is wrong with it, and then nothing was changed; empty when it is set
 */
export function changeRetention(
	db: Db,
	moment: Moment,
	{ territoryId, actor, structureId, policy }: RetentionChange,
): RetentionRefusal[] {
	const refusals = checkRetention(policy);
	if (refusals.length > 0) return refusals;

	db.transaction(
		(tx) => {
			if (isSame(retentionOf(tx, territoryId).policy, policy)) return;
			const row = { ...policy, since: moment.now };
			tx.insert(retentionPolicies)
				.values({ territoryId, ...row })
				.onConflictDoUpdate({ target: retentionPolicies.territoryId, set: row })
				.run();
			recordAudit(tx, moment, { actor, structureId, act: "RETENTION_CHANGED" });
		},
		{ behavior: "immediate" },
	);
	return [];
}

function isSame(one: RetentionPolicy, other: RetentionPolicy): boolean {
	const fields = Object.keys(one) as (keyof RetentionPolicy)[];
	return fields.every((field) => one[field] === other[field]);
}
