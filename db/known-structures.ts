import { and, eq, ne, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Scope } from "./access.ts";
import type { Db } from "./client.ts";
import { preparedOnce } from "./prepared.ts";
import { participations } from "./schema/situations.ts";
import { structures } from "./schema/structures.ts";

/** A structure as another one may know it: no name nor zone where its name protects somebody. */
export type KnownStructure = {
	id: string;
	name: string | null;
	zone: string | null;
	phone: string | null;
};

/**
 * Every structure of a territory, by id, as one of them may know it. A sensitive one shows its name
 * to its own members and to those who take part in a situation with it.
 */
export function knownStructures(db: Db, scope: Scope): Map<string, KnownStructure> {
	const rows = allOf(db).all({ territoryId: scope.territoryId });
	// Looked up where it matters only: it grows with everything that one ever took part in.
	const acquainted = rows.some(({ sensitive }) => sensitive) && acquaintancesOf(db, scope);
	return new Map(
		rows.map(({ sensitive, ...row }) => [
			row.id,
			sensitive && acquainted && !acquainted.has(row.id) ? { ...row, name: null, zone: null } : row,
		]),
	);
}

const allOf = preparedOnce((db) =>
	db
		.select({
			id: structures.id,
			name: structures.name,
			zone: structures.zone,
			phone: structures.phone,
			sensitive: structures.sensitive,
		})
		.from(structures)
		.where(eq(structures.territoryId, sql.placeholder("territoryId")))
		.prepare(),
);

/**
 * Oneself, and the structures that take part in a situation of one's own. What came along with a
 * duplicate makes nobody known to anybody: each side knows of the other what a handoff shows.
 */
export function acquaintancesOf(db: Db, { structureId }: Scope): Set<string> {
	const own = alias(participations, "own");
	const others = db
		.selectDistinct({ id: participations.structureId })
		.from(own)
		.innerJoin(participations, eq(participations.situationPk, own.situationPk))
		.where(
			and(
				eq(own.structureId, structureId),
				eq(own.takesPart, true),
				eq(own.beside, false),
				eq(participations.takesPart, true),
				eq(participations.beside, false),
				ne(participations.structureId, structureId),
			),
		)
		.all();
	return new Set([structureId, ...others.map(({ id }) => id)]);
}
