import {
	type IncidentResolution,
	resolveIncident,
	type Stuck,
	stuckIn,
	takeIncident,
} from "#db/incidents.ts";
import { tryLettersAgain } from "#db/letter-upkeep.ts";
import { rewriteRowsOf } from "#db/rebuild.ts";
import type { Services } from "./services.server.ts";

type Kept = Pick<Services, "db" | "clock" | "random">;

/** Whoever ends an incident; absent for the operator's own commands. */
type By = { memberId: string } | undefined;

/** Gives an incident to somebody. @returns false when it is closed already */
export function take({ db }: Pick<Services, "db">, id: number, { memberId }: { memberId: string }) {
	return takeIncident(db, id, memberId);
}

/**
 * Ends an incident and has its work tried again: a letter is queued anew, the rows of a situation
 * whose clock was out of date are written anew. A clock and a worker come back by themselves.
 *
 * @returns false when it is closed already
 */
export function resolve(
	{ db, clock, random }: Kept,
	id: number,
	{ resolution, by }: { resolution: IncidentResolution; by: By },
): boolean {
	const at = clock.now();
	return db.transaction(
		(tx) => {
			const stuck = stuckIn(tx, id);
			if (!stuck) return false;
			if (by) takeIncident(tx, id, by.memberId);
			if (stuck.source === "outbox") tryLettersAgain(tx, stuck.key, at);
			if (stuck.reason === "clock-refused") rewriteRowsOf(tx, situationOf(stuck), random);
			return resolveIncident(tx, { id }, { resolution, at });
		},
		{ behavior: "immediate" },
	);
}

function situationOf({ key }: Stuck): number {
	return Number(key.split(":")[1]);
}
