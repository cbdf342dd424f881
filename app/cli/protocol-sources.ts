import { existsSync } from "node:fs";
import { join } from "node:path";
import { readEnvironment } from "#app/server/environment.server.ts";
import { findingsOf } from "#db/checks.ts";
import { type Db, openDb } from "#db/client.ts";
import { publishedProtocol, publishedProtocols } from "#db/protocol-versions.ts";
import { territories } from "#db/schema/territories.ts";
import { catalogue, modelOf } from "#protocols/catalogue/catalogue.ts";
import { checkProtocol } from "#protocols/checker/check-protocol.ts";
import type { Finding } from "#protocols/checker/finding.ts";
import { compileProtocol } from "#protocols/compiler/compile.ts";
import { placesOf } from "#protocols/language/places.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";

/** A protocol in a list: of the catalogue, or published in a territory. */
export type ListedProtocol = {
	id: string;
	/** `catalogue`, or the id of the territory. */
	from: string;
	title: string;
	steps: number;
	/** Of a published version. */
	hash?: string;
};

/** The models of the catalogue, then what the territories of the store have published. */
export function listProtocols(): ListedProtocol[] {
	const models = catalogue.flatMap(({ id, document }) => {
		const read = readProtocol(document);
		if (!read.ok) return [];
		const { title } = read.protocol;
		return [{ id, from: "catalogue", title: title.fr, steps: placesOf(read.protocol).steps.size }];
	});
	return [...models, ...(withStore(listPublished) ?? [])];
}

/** The document of a model, or else of a protocol that a territory has published. */
export function findProtocol(id: string): unknown {
	return modelOf(id)?.document ?? withStore((db) => findPublished(db, id));
}

/**
 * What the studio finds in a protocol: with the structures of a territory where one is named.
 *
 * @returns undefined where the store has no such territory
 */
export function checkInTerritory(
	protocol: Protocol,
	territoryId: string | undefined,
): Finding[] | undefined {
	if (territoryId === undefined) return checkProtocol(compileProtocol(protocol));
	return withStore((db) =>
		territoryIds(db).includes(territoryId) ? findingsOf(db, territoryId, protocol) : undefined,
	);
}

function listPublished(db: Db): ListedProtocol[] {
	return territoryIds(db).flatMap((territoryId) =>
		publishedProtocols(db, territoryId).map(({ id, title, steps, hash }) => ({
			id,
			from: territoryId,
			title: title.fr,
			steps,
			hash,
		})),
	);
}

function findPublished(db: Db, id: string): unknown {
	for (const territoryId of territoryIds(db)) {
		const published = publishedProtocol(db, territoryId, id);
		if (published) return published.protocol;
	}
	return undefined;
}

function territoryIds(db: Db): string[] {
	return db
		.select({ id: territories.id })
		.from(territories)
		.orderBy(territories.id)
		.all()
		.map(({ id }) => id);
}

/** Reads the store of the data directory; undefined where there is none yet: reading makes none. */
function withStore<Found>(read: (db: Db) => Found): Found | undefined {
	const environment = readEnvironment(process.env);
	if (!environment.ok) return undefined;
	const file = join(environment.environment.dataDirectory, "relais.db");
	if (!existsSync(file)) return undefined;
	const db = openDb(file);
	try {
		return read(db);
	} finally {
		db.$client.close();
	}
}
