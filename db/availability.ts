import { and, asc, eq } from "drizzle-orm";
import { recordAudit } from "./audit.ts";
import type { Db } from "./client.ts";
import type { Moment } from "./journal.ts";
import { type capacities, members, structures } from "./schema/structures.ts";

/** What a structure declares of its room for new situations. */
export type Capacity = (typeof capacities)[number];

/** What a structure has declared, and whom it named to be told second. */
export type Availability = {
	capacity: Capacity | null;
	declaredAt: number | null;
	second: string | null;
	/** Who may be told second: its active members, by the label that they chose. */
	people: { id: string; label: string }[];
};

/** What a structure declares of its room, and when it did. */
export type Declaration = { capacity: Capacity; at: number };

/** What the structures of a territory declare, by their ids; those that said nothing are left out. */
export function declarationsIn(db: Db, territoryId: string): Map<string, Declaration> {
	const rows = db
		.select({ id: structures.id, capacity: structures.capacity, at: structures.capacityAt })
		.from(structures)
		.where(eq(structures.territoryId, territoryId))
		.all();
	return new Map(
		rows.flatMap(({ id, capacity, at }) =>
			capacity === null || at === null ? [] : [[id, { capacity, at }]],
		),
	);
}

/** What a structure says of itself. */
export function availabilityOf(db: Db, structureId: string): Availability {
	const row = db.select().from(structures).where(eq(structures.id, structureId)).get();
	const people = db
		.select({ id: members.id, label: members.label, second: members.secondContact })
		.from(members)
		.where(and(eq(members.structureId, structureId), eq(members.active, true)))
		.orderBy(asc(members.label), asc(members.id))
		.all();
	return {
		capacity: row?.capacity ?? null,
		declaredAt: row?.capacityAt ?? null,
		second: people.find(({ second }) => second)?.id ?? null,
		people: people.map(({ id, label }) => ({ id, label })),
	};
}

/** Who declares what. */
export type Declared = {
	actor: string;
	structureId: string;
	visit: string;
	capacity: Capacity | null;
	second: string | null;
};

/**
 * Writes what a structure declares: its room, dated today, and its second contact.
 *
 * @returns false when the second contact is no active member of it; nothing is written then
 */
export function declareAvailability(
	db: Db,
	moment: Moment,
	{ actor, structureId, visit, capacity, second }: Declared,
): boolean {
	return db.transaction(
		(tx) => {
			const own = and(eq(members.structureId, structureId), eq(members.active, true));
			const known = tx.select({ id: members.id }).from(members).where(own).all();
			if (second !== null && !known.some(({ id }) => id === second)) return false;

			tx.update(structures)
				.set({ capacity, capacityAt: capacity === null ? null : moment.now })
				.where(eq(structures.id, structureId))
				.run();
			tx.update(members)
				.set({ secondContact: false })
				.where(eq(members.structureId, structureId))
				.run();
			if (second !== null) {
				tx.update(members).set({ secondContact: true }).where(eq(members.id, second)).run();
			}
			recordAudit(tx, moment, { actor, structureId, visit, act: "AVAILABILITY_DECLARED" });
			return true;
		},
		{ behavior: "immediate" },
	);
}
