import { desc, max } from "drizzle-orm";
import type { Db } from "./client.ts";
import { audit } from "./schema/audit.ts";
import { checkpoints } from "./schema/checkpoints.ts";
import { situations } from "./schema/situations.ts";

/**
 * The newest instant that the store knows: of its trail, its checkpoints, its situations. A clock
 * that shows an earlier one is wrong, or was when that was written. Undefined in an empty store.
 */
export function newestInstant(db: Db): number | undefined {
	const [inTrail, witnessed] = [
		db.select({ at: audit.at }).from(audit).orderBy(desc(audit.sequence)).limit(1).get(),
		db
			.select({ at: checkpoints.at })
			.from(checkpoints)
			.orderBy(desc(checkpoints.sequence))
			.limit(1)
			.get(),
	];
	const changed = db
		.select({ at: max(situations.changedAt) })
		.from(situations)
		.get();
	const known = [inTrail?.at, witnessed?.at, changed?.at ?? undefined];
	const instants = known.filter((at) => at !== undefined);
	return instants.length > 0 ? Math.max(...instants) : undefined;
}
