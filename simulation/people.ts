import { eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { members } from "#db/schema/structures.ts";
import { nobody } from "#protocols/casework/situation.ts";
import type { Acting } from "#protocols/casework/story.ts";
import type { Place } from "./territories.ts";

/** Somebody of a simulation, as the store knows them now. */
export type Person = typeof members.$inferSelect;

/** @throws RangeError when nobody is called so (a bug of the simulation) */
export function personOf(db: Db, memberId: string): Person {
	const row = db.select().from(members).where(eq(members.id, memberId)).get();
	if (!row) throw new RangeError(`Nobody is called ${memberId}.`);
	return row;
}

/**
 * Somebody of chance's choosing, as who really is there: with the rights that they have now;
 * undefined where chance chose the system.
 */
export function personBehind(
	db: Db,
	{ prefix }: Place,
	{ structure, actor }: Acting,
): Person | undefined {
	if (nobody.includes(structure)) return undefined;
	const home = structure === "coordination" ? `${prefix}coordination` : structure;
	const end = actor === "colleague" ? "colleague" : (actor.split("-").at(-1) ?? "member");
	const known = ["member", "colleague", "second", "gone"].includes(end) ? end : "member";
	return personOf(db, `${home}-${known}`);
}

/** Who acts, as decisions see them. */
export function actingAs({ id, structureId, reception, duty }: Person): Acting {
	return { structure: structureId, actor: id, reception, coordinator: duty === "coordinator" };
}
