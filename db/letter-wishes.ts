import { eq } from "drizzle-orm";
import { recordAudit } from "./audit.ts";
import type { Db } from "./client.ts";
import type { Moment } from "./journal.ts";
import { type LetterWishes, type StructureWishes, usualWishes } from "./letter-readers.ts";
import { letterWishes, structureLetters } from "./schema/messages.ts";

/** Which letters a person wants; the usual ones when they chose nothing. */
export function wishesOf(db: Db, userId: string): LetterWishes {
	const row = db.select().from(letterWishes).where(eq(letterWishes.userId, userId)).get();
	if (!row) return usualWishes;
	const { userId: _, ...wishes } = row;
	return wishes;
}

/** Keeps which letters a person wants. */
export function keepWishes(db: Db, userId: string, wishes: LetterWishes): void {
	db.insert(letterWishes)
		.values({ userId, ...wishes })
		.onConflictDoUpdate({ target: letterWishes.userId, set: wishes })
		.run();
}

/** Who decides about the letters of which structure. */
type Manager = { memberId: string; structureId: string };

/** Keeps what a structure decided about its letters, with a line in the trail. */
export function keepStructureWishes(
	db: Db,
	moment: Moment,
	{ memberId, structureId }: Manager,
	wishes: StructureWishes,
): void {
	db.transaction(
		(tx) => {
			tx.insert(structureLetters)
				.values({ structureId, ...wishes })
				.onConflictDoUpdate({ target: structureLetters.structureId, set: wishes })
				.run();
			recordAudit(tx, moment, { actor: memberId, structureId, act: "LETTERS_CHANGED" });
		},
		{ behavior: "immediate" },
	);
}
