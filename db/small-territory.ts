import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Protocol } from "#protocols/language/protocol.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";
import { insertAccount } from "./accounts.ts";
import { type Db, migrate, openDb } from "./client.ts";
import type { Moment } from "./journal.ts";
import { publishVersion } from "./protocol-versions.ts";
import { members, structureRoles, structures } from "./schema/structures.ts";
import { territories } from "./schema/territories.ts";
import { openStores, placesIn } from "./stores.ts";

/** A store with one territory, three structures for each role of a protocol, and its version. */
export type SmallTerritory = {
	db: Db;
	territoryId: string;
	versionHash: string;
	protocol: Protocol;
};

export const monday = Date.UTC(2026, 8, 7, 8);

/** The smallest territory in which a protocol runs, by default the short example, for tests of the store. */
export function smallTerritory(
	file = ":memory:",
	protocol: Protocol = exampleProtocol(),
): SmallTerritory {
	const db = file === ":memory:" ? openDb(file) : openStores(placesIn(dirname(file)));
	migrate(db);
	return settleSmallTerritory(db, protocol);
}

/** The same in a store that is there already, beside whatever it holds. */
export function settleSmallTerritory(
	db: Db,
	protocol: Protocol = exampleProtocol(),
): SmallTerritory {
	const territoryId = "small";
	db.insert(territories).values({ id: territoryId, name: "Petit territoire" }).run();
	for (const { id, external } of protocol.roles) {
		if (external) continue;
		for (const structureId of [id, `${id}-2`, `${id}-3`]) {
			db.insert(structures)
				.values({ id: structureId, territoryId, name: structureId, kind: "other" })
				.run();
			db.insert(structureRoles).values({ structureId, roleId: id }).run();
			insertAccount(db, {
				id: `${structureId}-user`,
				email: `${structureId}@exemple.invalid`,
				name: structureId,
				at: monday,
			});
			db.insert(members)
				.values({
					id: `${structureId}-member`,
					userId: `${structureId}-user`,
					structureId,
					label: structureId,
					reception: true,
				})
				.run();
		}
	}
	const versionHash = publishVersion(db, { territoryId, protocol, at: monday });
	return { db, territoryId, versionHash, protocol };
}

/** The short example of the catalogue. */
export function exampleProtocol(): Protocol {
	const file = new URL("../protocols/catalogue/example/protocol.json", import.meta.url);
	const read = readProtocol(JSON.parse(readFileSync(file, "utf8")));
	if (!read.ok) throw new Error(JSON.stringify(read.issues));
	return read.protocol;
}

/** A moment with chance that repeats itself. */
export function momentAt(now: number, seed = 1): Moment {
	let state = seed;
	return {
		now,
		random: {
			bytes: (count) =>
				Uint8Array.from({ length: count }, () => {
					state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
					return (state >> 16) & 255;
				}),
		},
	};
}
