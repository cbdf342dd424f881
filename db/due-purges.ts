import { and, eq, inArray } from "drizzle-orm";
import { dueRetentionAct, retentionFactsOf } from "#protocols/retention/due-act.ts";
import type { Db } from "./client.ts";
import { situationOf } from "./history.ts";
import type { Moment } from "./journal.ts";
import { livedDaysOf } from "./lived-days.ts";
import { unfinishedPurges } from "./purge.ts";
import { retentionOf } from "./retention-policy.ts";
import {
	applyRetention,
	type Candidate,
	type Met,
	retentionCandidates,
} from "./retention-sweep.ts";
import { situations } from "./schema/situations.ts";

/** What is to be forgotten now. */
export type DuePurges = {
	/** Closed long enough ago, by the policy of their territory. */
	due: Candidate[];
	/** Forgotten already, and not to the last byte: cut off by a crash, or back with a backup. */
	unfinished: number;
	/** Closed situations of which nobody can say, because their history cannot be told. */
	untold: number;
};

/** Looks at what retention would forget now, and changes nothing. */
export function duePurges(db: Db, { now }: Pick<Moment, "now">): DuePurges {
	const livedDays = livedDaysOf(db);
	const found: DuePurges = { due: [], unfinished: unfinishedPurges(db).length, untold: 0 };
	for (const candidate of closedOf(db, retentionCandidates(db, now))) {
		const { policy, since } = retentionOf(db, candidate.territoryId);
		const time = { now, policySince: since, livedDays };
		try {
			const facts = retentionFactsOf(situationOf(db, candidate.situationPk));
			if (dueRetentionAct(facts, policy, time) === "purge") found.due.push(candidate);
		} catch {
			found.untold += 1;
		}
	}
	return found;
}

/** Forgets what is due now, and nothing else of retention: it neither reminds nor closes. */
export function* runDuePurges(db: Db, moment: Moment): Generator<Met> {
	for (const candidate of duePurges(db, moment).due) {
		try {
			yield { applied: applyRetention(db, moment, candidate) };
		} catch (fault) {
			yield { fault };
		}
	}
}

function closedOf(db: Db, candidates: Candidate[]): Candidate[] {
	const pks = candidates.map(({ situationPk }) => situationPk);
	const rows = db
		.select({ pk: situations.pk })
		.from(situations)
		.where(and(inArray(situations.pk, pks), eq(situations.status, "closed")))
		.all();
	const closed = new Set(rows.map(({ pk }) => pk));
	return candidates.filter(({ situationPk }) => closed.has(situationPk));
}
