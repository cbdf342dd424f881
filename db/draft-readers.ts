import { and, asc, eq, gt, lte, ne } from "drizzle-orm";
import { type PartRef, readPart, spellPart } from "#protocols/editing/part-ref.ts";
import type { Db, Tx } from "./client.ts";
import { type DraftAuthor, own } from "./drafts.ts";
import { draftReaders, drafts } from "./schema/drafts.ts";
import { members } from "./schema/structures.ts";

/** How long somebody counts as having a draft open after the last news of their page. */
export const readerLastsMs = 2 * 60_000;

type Reading = { territoryId: string; draftId: string; by: string; at: number };

/** Somebody else who has the draft open now, and the part that they look at. */
export type DraftReader = DraftAuthor & { part: PartRef; seenAt: number };

/** Notes that a member has a draft open; forgets those whose pages have been silent. */
export function noteReader(
	db: Db,
	{ territoryId, draftId, by, part, at }: Reading & { part: PartRef },
): void {
	db.transaction(
		(tx) => {
			const there = tx
				.select({ id: drafts.id })
				.from(drafts)
				.where(own(territoryId, draftId))
				.get();
			if (!there) return;
			tx.delete(draftReaders)
				.where(lte(draftReaders.seenAt, at - readerLastsMs))
				.run();
			const seen = { part: spellPart(part), seenAt: at };
			tx.insert(draftReaders)
				.values({ draftId, memberId: by, ...seen })
				.onConflictDoUpdate({ target: [draftReaders.draftId, draftReaders.memberId], set: seen })
				.run();
		},
		{ behavior: "immediate" },
	);
}

/** Who else has the draft open now, by label. */
export function othersAt(db: Db | Tx, { territoryId, draftId, by, at }: Reading): DraftReader[] {
	return db
		.select({
			memberId: members.id,
			label: members.label,
			part: draftReaders.part,
			seenAt: draftReaders.seenAt,
		})
		.from(draftReaders)
		.innerJoin(drafts, eq(drafts.id, draftReaders.draftId))
		.innerJoin(members, eq(members.id, draftReaders.memberId))
		.where(
			and(
				own(territoryId, draftId),
				ne(draftReaders.memberId, by),
				gt(draftReaders.seenAt, at - readerLastsMs),
			),
		)
		.orderBy(asc(members.label))
		.all()
		.map(({ part, ...reader }) => ({ ...reader, part: readPart(part) ?? { kind: "protocol" } }));
}
