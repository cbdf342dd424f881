import { believedNow, dayMs } from "#protocols/retention/due-act.ts";
import { fixedRetention } from "#protocols/retention/policy.ts";
import { cleanAudit, recordAudit } from "./audit.ts";
import type { Db } from "./client.ts";
import type { Moment } from "./journal.ts";
import { livedDaysOf } from "./lived-days.ts";

/**
 * Forgets the entries of the trail that are older than twelve months, and says so in it. A clock
 * that leapt forward is not believed: nothing in the trail could be put back.
 *
 * @returns how many entries were forgotten
 */
export function cleanTrail(db: Db, moment: Moment): number {
	const believed = believedNow({ now: moment.now, livedDays: livedDaysOf(db) });
	if (!Number.isFinite(believed)) return 0;
	return db.transaction(
		(tx) => {
			const forgotten = cleanAudit(tx, believed - fixedRetention.trailDays * dayMs);
			if (forgotten > 0) recordAudit(tx, moment, { actor: "system", act: "TRAIL_CLEANED" });
			return forgotten;
		},
		{ behavior: "immediate" },
	);
}
