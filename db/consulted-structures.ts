import { and, asc, eq, inArray } from "drizzle-orm";
import type { Protocol } from "#protocols/language/protocol.ts";
import type { Db, Tx } from "./client.ts";
import { structureRoles, structures } from "./schema/structures.ts";
import type { SignatureRule } from "./signature-rule.ts";

/** A structure to ask about a version, and whether publication waits for its signature. */
export type Consulted = { structureId: string; name: string; mustSign: boolean };

/**
 * Whom a version concerns: the active structures that hold a role of it or of the version before
 * (who loses a role is asked too), and those that the territory's rule names.
 */
export function structuresToConsult(
	db: Db | Tx,
	territoryId: string,
	{ versions, rule }: { versions: readonly Protocol[]; rule: SignatureRule },
): Consulted[] {
	const roles = versions.flatMap((version) =>
		version.roles.filter(({ external }) => !external).map(({ id }) => id),
	);
	const held = holdersOf(db, territoryId, [...new Set([...roles, ...rule.roles])]);
	return activeStructures(db, territoryId)
		.filter(({ id }) => held.has(id) || rule.structures.includes(id))
		.map(({ id, name }) => ({ structureId: id, name, mustSign: mustSign(id, held, rule) }));
}

function mustSign(
	id: string,
	held: ReadonlyMap<string, string[]>,
	{ scope, roles, structures }: SignatureRule,
): boolean {
	if (scope === "everyone") return true;
	return structures.includes(id) || (held.get(id) ?? []).some((role) => roles.includes(role));
}

function holdersOf(db: Db | Tx, territoryId: string, roles: string[]): Map<string, string[]> {
	const rows = db
		.select({ structureId: structureRoles.structureId, roleId: structureRoles.roleId })
		.from(structureRoles)
		.innerJoin(structures, eq(structures.id, structureRoles.structureId))
		.where(and(eq(structures.territoryId, territoryId), inArray(structureRoles.roleId, roles)))
		.all();
	const held = new Map<string, string[]>();
	for (const { structureId, roleId } of rows) {
		held.set(structureId, [...(held.get(structureId) ?? []), roleId]);
	}
	return held;
}

/** The structures of a territory that act today, by name. */
export function activeStructures(db: Db | Tx, territoryId: string): { id: string; name: string }[] {
	return db
		.select({ id: structures.id, name: structures.name })
		.from(structures)
		.where(and(eq(structures.territoryId, territoryId), eq(structures.active, true)))
		.orderBy(asc(structures.name), asc(structures.id))
		.all();
}
