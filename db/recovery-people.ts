import { and, asc, eq, ne, or, type SQL } from "drizzle-orm";
import type { Db } from "./client.ts";
import { type duties, members, structures } from "./schema/structures.ts";
import { territories } from "./schema/territories.ts";

/** Somebody who may be helped back into their account. */
export type Helpable = {
	userId: string;
	memberId: string;
	label: string;
	structureId: string;
	structureName: string;
	timeZone: string;
};

/** Who helps, as far as it decides whom. */
export type Helper = {
	userId: string;
	structureId: string;
	territoryId: string;
	manager: boolean;
	duty: (typeof duties)[number];
	demonstration: boolean;
};

/**
 * Whom a member may help back in: who answers for a structure, its professionals; who coordinates
 * a territory, everybody of it but those who administer or audit; who administers, everybody.
 * Never themselves, and never across the border of what is made up.
 */
export function helpablePeople(db: Db, helper: Helper): Helpable[] {
	const reach = reachOf(helper);
	if (!reach) return [];
	return db
		.select({
			userId: members.userId,
			memberId: members.id,
			label: members.label,
			structureId: structures.id,
			structureName: structures.name,
			timeZone: territories.timeZone,
		})
		.from(members)
		.innerJoin(structures, eq(structures.id, members.structureId))
		.innerJoin(territories, eq(territories.id, structures.territoryId))
		.where(
			and(
				reach,
				eq(members.active, true),
				eq(structures.active, true),
				ne(members.userId, helper.userId),
				eq(territories.demonstration, helper.demonstration),
			),
		)
		.orderBy(asc(structures.name), asc(members.label), asc(members.id))
		.all();
}

function reachOf({ duty, manager, structureId, territoryId }: Helper): SQL | undefined {
	if (duty === "administrator") return ne(members.id, "");
	const own =
		manager && (duty === "professional" || duty === "coordinator")
			? and(eq(structures.id, structureId), eq(members.duty, "professional"))
			: undefined;
	const coordinated =
		duty === "coordinator"
			? and(
					eq(structures.territoryId, territoryId),
					ne(members.duty, "administrator"),
					ne(members.duty, "auditor"),
				)
			: undefined;
	return or(own, coordinated);
}
