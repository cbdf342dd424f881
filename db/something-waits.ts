import type { Db } from "./client.ts";
import { endedSituations, inactiveSituations } from "./inactivity-lists.ts";
import type { Place } from "./letter-readers.ts";
import { lockAlerts } from "./lock-alerts.ts";
import { mergedSituations } from "./merged-list.ts";
import { hasWork } from "./own-work.ts";
import { recalledLines } from "./recalls.ts";

const one = { limit: 1 };

/**
 * Whether somebody's day shows anything: nobody is told that something waits where nothing does.
 * What waits for a coordinator is spread over more pages than this looks at: for them, always.
 */
export function somethingWaits(db: Db, place: Place, now: number): boolean {
	return (
		place.duty === "coordinator" ||
		hasWork(db, place) ||
		recalledLines(db, place, now).length > 0 ||
		inactiveSituations(db, place, one).rows.length > 0 ||
		endedSituations(db, place, one).rows.length > 0 ||
		mergedSituations(db, place, now, one).rows.length > 0 ||
		lockAlerts(db, place, now).length > 0
	);
}
