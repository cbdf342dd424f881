import { publicKeyOf } from "#db/checkpoints.ts";
import type { Db } from "#db/client.ts";
import { keylessSituations } from "#db/integrity.ts";
import { checkRows } from "#db/rebuild.ts";
import { verifyChains } from "#db/verify-chains.ts";

/** What speaks against a store by itself, whatever it should hold: a sentence each; empty when nothing. */
export function faultsOf(db: Db, now: number): string[] {
	const { whole, chains } = verifyChains(db.$client, { publicKey: publicKeyOf(db), now });
	const rows = checkRows(db).map((difference) => `A row is torn: ${JSON.stringify(difference)}.`);
	const keyless = keylessSituations(db);
	return [
		...(whole ? [] : [`The chain breaks at ${chains.journal.brokenAt ?? "a checkpoint"}.`]),
		...rows,
		...(keyless === 0 ? [] : [`${keyless} situations have lost their key.`]),
		...asking(db, "PRAGMA foreign_key_check", "Rows refer to nothing"),
		...asking(db, unwatched, "Handoffs were sent and no timer watches them"),
		...asking(db, silent, "Handoffs wait under a timer that has run out"),
	];
}

/** Written out here, and not with the projection that wrote the rows: sent ⇒ exactly one timer. */
const unwatched = `
	SELECT handoffs.id FROM handoffs
	WHERE handoffs.state = 'sent' AND 1 <> (
		SELECT count(*) FROM timers
		WHERE timers.situation_pk = handoffs.situation_pk AND timers.clock = 'handoff:' || handoffs.id
	)`;

/** A clock without a next strike has called everybody that it can: the handoff shows that it did. */
const silent = `
	SELECT handoffs.id FROM handoffs
	JOIN timers ON timers.clock = 'handoff:' || handoffs.id
		AND timers.situation_pk = handoffs.situation_pk
	WHERE handoffs.state = 'sent' AND timers.fire_at IS NULL AND handoffs.delay <> 'escalated'`;

function asking({ $client }: Db, query: string, complaint: string): string[] {
	const found = $client.prepare(query).all();
	return found.length === 0 ? [] : [`${complaint}: ${JSON.stringify(found.slice(0, 3))}.`];
}
