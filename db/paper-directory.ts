import { and, asc, eq } from "drizzle-orm";
import type { Db } from "./client.ts";
import { structureRoles, structures } from "./schema/structures.ts";

/** A structure that a sheet of paper may name, with the roles that it holds. */
export type PaperStructure = { name: string; phone: string | null; roles: string[] };

/**
 * The active structures of a territory whose name protects nobody, by name. Paper is left on
 * tables: even whoever knows a masked structure does not find it there.
 */
export function structuresOnPaper(db: Db, territoryId: string): PaperStructure[] {
	const rows = db
		.select({
			id: structures.id,
			name: structures.name,
			phone: structures.phone,
			role: structureRoles.roleId,
		})
		.from(structures)
		.innerJoin(structureRoles, eq(structureRoles.structureId, structures.id))
		.where(
			and(
				eq(structures.territoryId, territoryId),
				eq(structures.active, true),
				eq(structures.sensitive, false),
			),
		)
		.orderBy(asc(structures.name), asc(structures.id), asc(structureRoles.roleId))
		.all();
	const found = new Map<string, PaperStructure>();
	for (const { id, name, phone, role } of rows) {
		const structure = found.get(id) ?? { name, phone, roles: [] };
		found.set(id, { ...structure, roles: [...structure.roles, role] });
	}
	return [...found.values()];
}
