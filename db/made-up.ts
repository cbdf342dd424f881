import { eq, notInArray } from "drizzle-orm";
import type { Db } from "./client.ts";
import { users } from "./schema/accounts.ts";
import { members, structures } from "./schema/structures.ts";
import { territories } from "./schema/territories.ts";

/** Whether a store holds a territory or an account that is not made up. */
export function holdsRealOnes(db: Db): boolean {
	const real = db
		.select({ id: territories.id })
		.from(territories)
		.where(eq(territories.demonstration, false))
		.limit(1)
		.get();
	if (real) return true;
	const madeUp = db
		.select({ userId: members.userId })
		.from(members)
		.innerJoin(structures, eq(structures.id, members.structureId))
		.innerJoin(territories, eq(territories.id, structures.territoryId))
		.where(eq(territories.demonstration, true));
	return (
		db.select({ id: users.id }).from(users).where(notInArray(users.id, madeUp)).limit(1).get() !==
		undefined
	);
}
