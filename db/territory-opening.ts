import { eq } from "drizzle-orm";
import type { Protocol } from "#protocols/language/protocol.ts";
import type { Db } from "./client.ts";
import { publishModel } from "./model-versions.ts";
import type { Random } from "./pseudonyms/code.ts";
import { drawHandle } from "./pseudonyms/handle.ts";
import { structures } from "./schema/structures.ts";
import { type holidayRegions, territories } from "./schema/territories.ts";

/** A real territory, as the operator opens it. */
export type NewTerritory = {
	/** In addresses of nothing and nobody: a short word of its own, such as `d01`. */
	id: string;
	name: string;
	timeZone: string;
	holidays: (typeof holidayRegions)[number];
	/** What the structure is called in which those who serve the territory have their place. */
	coordination: string;
	/** The protocols that are published with it. */
	protocols: Protocol[];
};

/**
 * Opens a territory: its calendar, its structure of coordination, the protocols it begins with.
 * There is nobody in it yet.
 *
 * @returns false when there is a territory of this name already
 */
export function openTerritory(
	db: Db,
	{ id, name, timeZone, holidays, coordination, protocols }: NewTerritory,
	{ now, random }: { now: number; random: Random },
): boolean {
	return db.transaction(
		(tx) => {
			const known = tx.select().from(territories).where(eq(territories.id, id)).get();
			if (known) return false;
			tx.insert(territories).values({ id, name, timeZone, holidayRegion: holidays }).run();
			tx.insert(structures)
				.values({
					id: drawHandle(random),
					territoryId: id,
					name: coordination,
					kind: "coordination",
				})
				.run();
			for (const protocol of protocols) {
				publishModel(db, { territoryId: id, protocol, at: now });
			}
			return true;
		},
		{ behavior: "immediate" },
	);
}
