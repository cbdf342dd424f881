import { and, eq, sql } from "drizzle-orm";
import type { CountedDimension } from "#protocols/retention/bands.ts";
import { type Counted, countedOf } from "#protocols/retention/counted.ts";
import type { Db, Tx } from "./client.ts";
import { situationOf } from "./history.ts";
import { yearlyCounts } from "./schema/retention.ts";
import { situations } from "./schema/situations.ts";

/**
 * Adds a closed situation to the counters of its year, and marks it in the same transaction: once,
 * whoever else forgets it at the same time.
 */
export function countOnce(
	db: Db,
	{ territoryId, situationPk }: { territoryId: string; situationPk: number },
): void {
	db.transaction(
		(tx) => {
			const marked = tx
				.update(situations)
				.set({ counted: true })
				.where(and(eq(situations.pk, situationPk), eq(situations.counted, false)))
				.run();
			if (marked.changes === 0) return;
			const counted = countedOf(situationOf(tx, situationPk));
			if (counted) addToYear(tx, territoryId, counted);
		},
		{ behavior: "immediate" },
	);
}

function addToYear(tx: Tx, territoryId: string, { year, codes }: Counted): void {
	for (const [name, code] of Object.entries(codes)) {
		const dimension = name as CountedDimension;
		tx.insert(yearlyCounts)
			.values({ territoryId, year, dimension, code, count: 1 })
			.onConflictDoUpdate({
				target: [
					yearlyCounts.territoryId,
					yearlyCounts.year,
					yearlyCounts.dimension,
					yearlyCounts.code,
				],
				set: { count: sql`${yearlyCounts.count} + 1` },
			})
			.run();
	}
}
