import { and, asc, count, eq, ne } from "drizzle-orm";
import type { Db, Tx } from "./client.ts";
import { type Colleague, colleagueOf } from "./colleagues.ts";
import { members, structures } from "./schema/structures.ts";
import { territories } from "./schema/territories.ts";

/** Somebody who serves a whole territory, as the administrator of the instance sees them. */
export type DutyHolder = Colleague & {
	structureId: string;
	structureName: string;
	territoryId: string;
};

/** A territory of the instance, with those who serve it. */
export type ServedTerritory = {
	id: string;
	name: string;
	/** How many structures its directory holds. */
	structures: number;
	/** Where those who serve it have their place; undefined when it has no coordination. */
	coordinationId: string | undefined;
	holders: DutyHolder[];
};

/** The territories of the instance, made up or not: whoever administers the ones sees no other. */
export function servedTerritories(
	db: Db | Tx,
	{ demonstration, now }: { demonstration: boolean; now: number },
): ServedTerritory[] {
	return db
		.select({ id: territories.id, name: territories.name })
		.from(territories)
		.where(eq(territories.demonstration, demonstration))
		.orderBy(asc(territories.name), asc(territories.id))
		.all()
		.map(({ id, name }) => ({
			id,
			name,
			structures: structuresIn(db, id),
			coordinationId: coordinationOf(db, id),
			holders: holdersIn(db, id, now),
		}));
}

/** The structure that coordinates a territory: its first one of that kind. */
export function coordinationOf(db: Db | Tx, territoryId: string): string | undefined {
	return db
		.select({ id: structures.id })
		.from(structures)
		.where(
			and(
				eq(structures.territoryId, territoryId),
				eq(structures.kind, "coordination"),
				eq(structures.active, true),
			),
		)
		.orderBy(asc(structures.name), asc(structures.id))
		.get()?.id;
}

/** What stands in the way of closing a place: somebody has to be left to do that duty. */
export type DutyRefusal = "last-administrator" | "last-coordinator";

/** Whether nobody else would administer the instance, or coordinate the territory. */
export function dutyRefusalOf(
	holder: DutyHolder,
	all: readonly ServedTerritory[],
): DutyRefusal | undefined {
	const others = (among: readonly DutyHolder[]) =>
		among.some(
			({ memberId, duty, suspended }) =>
				memberId !== holder.memberId && duty === holder.duty && suspended === null,
		);
	if (holder.suspended !== null) return undefined;
	if (holder.duty === "administrator") {
		return others(all.flatMap(({ holders }) => holders)) ? undefined : "last-administrator";
	}
	if (holder.duty !== "coordinator") return undefined;
	const own = all.find(({ id }) => id === holder.territoryId)?.holders ?? [];
	return others(own) ? undefined : "last-coordinator";
}

function holdersIn(db: Db | Tx, territoryId: string, now: number): DutyHolder[] {
	return db
		.select({
			memberId: members.id,
			structureId: structures.id,
			structureName: structures.name,
		})
		.from(members)
		.innerJoin(structures, eq(structures.id, members.structureId))
		.where(and(eq(structures.territoryId, territoryId), ne(members.duty, "professional")))
		.orderBy(asc(members.label), asc(members.id))
		.all()
		.flatMap(({ structureName, ...key }) => {
			const colleague = colleagueOf(db, key, now);
			const { structureId } = key;
			return colleague ? [{ ...colleague, structureId, structureName, territoryId }] : [];
		});
}

function structuresIn(db: Db | Tx, territoryId: string): number {
	return (
		db
			.select({ count: count() })
			.from(structures)
			.where(and(eq(structures.territoryId, territoryId), eq(structures.active, true)))
			.get()?.count ?? 0
	);
}
