import { and, asc, eq } from "drizzle-orm";
import type { Db } from "./client.ts";
import { type duties, members, structureRoles, structures } from "./schema/structures.ts";
import { territories } from "./schema/territories.ts";

/** A made-up person whom a visitor may be for a while. */
export type DemonstrationMember = {
	memberId: string;
	label: string;
	structureName: string;
	duty: (typeof duties)[number];
	reception: boolean;
	manager: boolean;
	/** The roles of the protocol that their structure holds. */
	roles: string[];
};

/** Everyone of the fictitious territory who may be entered without a password; nobody of a real one. */
export function demonstrationMembers(db: Db): DemonstrationMember[] {
	const rolesOf = rolesByStructure(db);
	return db
		.select({
			memberId: members.id,
			label: members.label,
			structureId: structures.id,
			structureName: structures.name,
			duty: members.duty,
			reception: members.reception,
			manager: members.manager,
		})
		.from(members)
		.innerJoin(structures, eq(structures.id, members.structureId))
		.innerJoin(territories, eq(territories.id, structures.territoryId))
		.where(
			and(
				eq(territories.demonstration, true),
				eq(structures.active, true),
				eq(members.active, true),
			),
		)
		.orderBy(asc(structures.name), asc(members.label), asc(members.id))
		.all()
		.map(({ structureId, ...member }) => ({ ...member, roles: rolesOf.get(structureId) ?? [] }));
}

function rolesByStructure(db: Db): Map<string, string[]> {
	const held = db
		.select({ structureId: structureRoles.structureId, roleId: structureRoles.roleId })
		.from(structureRoles)
		.orderBy(asc(structureRoles.roleId))
		.all();
	const roles = new Map<string, string[]>();
	for (const { structureId, roleId } of held) {
		roles.set(structureId, [...(roles.get(structureId) ?? []), roleId]);
	}
	return roles;
}
