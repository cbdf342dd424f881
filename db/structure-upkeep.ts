import { and, asc, eq, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Db, Tx } from "./client.ts";
import { lastReviewOf } from "./member-reviews.ts";
import type { Random } from "./pseudonyms/code.ts";
import { drawHandle } from "./pseudonyms/handle.ts";
import { members, structureRoles, structures } from "./schema/structures.ts";

/** What the directory says of a structure, as its keeper writes it. */
export type StructureSheet = Pick<
	typeof structures.$inferInsert,
	"name" | "kind" | "zone" | "phone"
> & { sensitive: boolean; roles: string[] };

/** A structure as the keeper of the directory sees it: its sheet, and whether somebody is there. */
export type KeptStructure = StructureSheet & {
	id: string;
	/** People who may act there. */
	members: number;
	/** Whether somebody receives what is handed to it. */
	reception: boolean;
	/** Whether somebody answers for it. */
	manager: boolean;
	/** When its manager last read the list of its members; null when never. */
	reviewedAt: number | null;
};

/**
 * The structures of a territory, by name, for whoever keeps its directory. Protected ones show
 * their name here: a keeper who could not read what they wrote could not keep it true.
 */
export function keptStructures(db: Db | Tx, territoryId: string): KeptStructure[] {
	const right = (column: SQLiteColumn) =>
		sql<number>`coalesce(max(${column} and ${members.active}), 0)`;
	return db
		.select({
			id: structures.id,
			name: structures.name,
			kind: structures.kind,
			zone: structures.zone,
			phone: structures.phone,
			sensitive: structures.sensitive,
			members: sql<number>`coalesce(sum(${members.active}), 0)`,
			reception: right(members.reception),
			manager: right(members.manager),
		})
		.from(structures)
		.leftJoin(members, eq(members.structureId, structures.id))
		.where(and(eq(structures.territoryId, territoryId), eq(structures.active, true)))
		.groupBy(structures.id)
		.orderBy(asc(structures.id))
		.all()
		.map(({ reception, manager, ...row }) => ({
			...row,
			reception: reception === 1,
			manager: manager === 1,
			roles: rolesOf(db, row.id),
			reviewedAt: lastReviewOf(db, row.id),
		}))
		.sort((one, other) => one.name.localeCompare(other.name, "fr"));
}

/** One of them; undefined when the territory has no such structure. */
export function keptStructure(
	db: Db | Tx,
	territoryId: string,
	structureId: string,
): KeptStructure | undefined {
	return keptStructures(db, territoryId).find(({ id }) => id === structureId);
}

/** Adds a structure to the directory. @returns its id, which says nothing of it */
export function addStructure(
	tx: Tx,
	territoryId: string,
	{ roles, ...sheet }: StructureSheet,
	random: Random,
): string {
	const id = drawHandle(random);
	tx.insert(structures)
		.values({ id, territoryId, ...sheet })
		.run();
	writeRoles(tx, id, roles);
	return id;
}

/**
 * Writes the sheet of a structure anew. What it plays already in a situation it goes on playing:
 * roles are asked for when somebody is chosen, never afterwards.
 */
export function rewriteStructure(
	tx: Tx,
	structureId: string,
	{ roles, ...sheet }: StructureSheet,
): void {
	tx.update(structures).set(sheet).where(eq(structures.id, structureId)).run();
	tx.delete(structureRoles).where(eq(structureRoles.structureId, structureId)).run();
	writeRoles(tx, structureId, roles);
}

/** Whether another structure of the territory is called so, however it is written. */
export function isNameTaken(
	db: Db | Tx,
	{ territoryId, name }: { territoryId: string; name: string },
	but = "",
): boolean {
	return db
		.select({ id: structures.id, name: structures.name })
		.from(structures)
		.where(eq(structures.territoryId, territoryId))
		.all()
		.filter(({ id }) => id !== but)
		.some((one) => one.name.localeCompare(name, "fr", { sensitivity: "base" }) === 0);
}

function writeRoles(tx: Tx, structureId: string, roles: string[]): void {
	for (const roleId of roles) tx.insert(structureRoles).values({ structureId, roleId }).run();
}

function rolesOf(db: Db | Tx, structureId: string): string[] {
	return db
		.select({ roleId: structureRoles.roleId })
		.from(structureRoles)
		.where(eq(structureRoles.structureId, structureId))
		.orderBy(asc(structureRoles.roleId))
		.all()
		.map(({ roleId }) => roleId);
}
