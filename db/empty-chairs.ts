import { and, asc, eq, notExists } from "drizzle-orm";
import type { Db, Tx } from "./client.ts";
import { members, structures } from "./schema/structures.ts";

/** A structure where nobody receives what is handed to it, or nobody answers for it. */
export type EmptyChair = {
	structureId: string;
	name: string;
	territoryId: string;
	phone: string | null;
	right: "reception" | "manager";
};

/** The active structures without anybody at reception, or without a manager: first those without reception. */
export function structuresWithout(db: Db | Tx, territoryId?: string): EmptyChair[] {
	return (["reception", "manager"] as const).flatMap((right) =>
		db
			.select({
				structureId: structures.id,
				name: structures.name,
				territoryId: structures.territoryId,
				phone: structures.phone,
			})
			.from(structures)
			.where(
				and(
					eq(structures.active, true),
					territoryId === undefined ? undefined : eq(structures.territoryId, territoryId),
					notExists(
						db
							.select({ id: members.id })
							.from(members)
							.where(
								and(
									eq(members.structureId, structures.id),
									eq(members.active, true),
									eq(members[right], true),
								),
							),
					),
				),
			)
			.orderBy(asc(structures.name), asc(structures.id))
			.all()
			.map((row) => ({ ...row, right })),
	);
}
