import { mkdirSync } from "node:fs";
import { insertAccount } from "#db/accounts.ts";
import type { Db } from "#db/client.ts";
import { migrate } from "#db/client.ts";
import { members, structures } from "#db/schema/structures.ts";
import {
	exampleProtocol,
	monday,
	type SmallTerritory,
	settleSmallTerritory,
} from "#db/small-territory.ts";
import { closeStores, openStores, placesIn } from "#db/stores.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import type { World } from "./acts.ts";

/** Makes the store that a campaign begins with, and closes it. @returns where its acts take place */
export function settle(directory: string): Omit<World, "seed"> {
	mkdirSync(directory, { recursive: true });
	const db = openStores(placesIn(directory));
	try {
		migrate(db);
		const territory = settleSmallTerritory(db, askingThree());
		addCoordination(db, territory);
		return { territoryId: territory.territoryId, versionHash: territory.versionHash };
	} finally {
		closeStores(db);
	}
}

/** The short example, in which three structures may be asked at once. */
function askingThree(): Protocol {
	const protocol = exampleProtocol();
	const tracks = protocol.phases.flatMap(({ groups }) => groups).flatMap((group) => group.tracks);
	for (const { steps } of [...protocol.phases, ...tracks]) {
		for (const { handoff } of steps) if (handoff) handoff.recipients = 3;
	}
	return protocol;
}

/** Whom chance lets act beside those who should: a coordinator, and a colleague without rights. */
function addCoordination(db: Db, { territoryId }: SmallTerritory): void {
	db.insert(structures)
		.values({ id: "coordination", territoryId, name: "Coordination", kind: "other" })
		.run();
	for (const id of ["coordination-member", "colleague"]) {
		insertAccount(db, { id: `${id}-user`, email: `${id}@exemple.invalid`, name: id, at: monday });
		db.insert(members)
			.values({ id, userId: `${id}-user`, structureId: "coordination", label: id })
			.run();
	}
}
