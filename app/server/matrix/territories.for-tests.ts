import { eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { drawAlias } from "#db/pseudonyms/alias.ts";
import { drawCode, type Random } from "#db/pseudonyms/code.ts";
import { drawHandle } from "#db/pseudonyms/handle.ts";
import { participations, situations } from "#db/schema/situations.ts";
import { structures } from "#db/schema/structures.ts";
import { territories } from "#db/schema/territories.ts";
import { demonstrationId, seedDemonstration } from "#db/seed/demonstration.ts";
import { accompanied, sentToCrip, tellInStore } from "#db/small-casework.ts";
import { settleSmallTerritory } from "#db/small-territory.ts";

/** The second territory. */
export const elsewhereId = "small";

/**
 * Fills a store with the demonstration territory, and with a second one where situations run too.
 * The structure of the coordinator, the animator, the administrator and the auditor takes part in
 * a situation, as if by an oversight: their duty alone has to keep three of them out.
 */
export function settleTwoTerritories(db: Db, now: number, random: Random): void {
	seedDemonstration(db, { now });
	const second = settleSmallTerritory(db);
	tellInStore(second, sentToCrip, { seed: 7, startsAt: now - 86_400_000 });
	tellInStore(second, accompanied, { seed: 8, startsAt: now - 2 * 86_400_000 });
	db.update(territories).set({ demonstration: true }).where(eq(territories.id, elsewhereId)).run();
	letTakePart(db, "coordination", random);
}

/** Writes a structure among those that take part in the oldest situation of its territory. */
function letTakePart(db: Db, structureId: string, random: Random): void {
	const oldest = db
		.select({ pk: situations.pk })
		.from(situations)
		.where(eq(situations.territoryId, demonstrationId))
		.orderBy(situations.pk)
		.limit(1)
		.get();
	const known = db.select().from(structures).where(eq(structures.id, structureId)).get();
	if (!oldest || !known) throw new Error("The demonstration has a situation and a coordination.");
	db.insert(participations)
		.values({
			situationPk: oldest.pk,
			structureId,
			handle: drawHandle(random),
			code: drawCode(random),
			alias: drawAlias(random),
			takesPart: true,
		})
		.onConflictDoUpdate({
			target: [participations.situationPk, participations.structureId],
			set: { takesPart: true },
		})
		.run();
}
