import { insertAccount } from "./accounts.ts";
import { type duties, members, structures } from "./schema/structures.ts";
import { monday, type SmallTerritory } from "./small-territory.ts";

type Settled = { id?: string; duty?: (typeof duties)[number]; active?: boolean };

/** Adds somebody to the small territory who coordinates it, in a structure of their own. */
export function settleCoordinator(
	{ db, territoryId }: SmallTerritory,
	{ id = "coordination", duty = "coordinator", active = true }: Settled = {},
): void {
	db.insert(structures).values({ id, territoryId, name: id, kind: "coordination" }).run();
	const userId = `${id}-user`;
	insertAccount(db, { id: userId, email: `${id}@exemple.invalid`, name: id, at: monday });
	const place = { id: `${id}-member`, userId, structureId: id, label: id, duty };
	db.insert(members)
		.values({ ...place, active, suspended: active ? null : "disabled" })
		.run();
}
