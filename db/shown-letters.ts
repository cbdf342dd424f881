import { desc, eq, sql } from "drizzle-orm";
import type { Db } from "./client.ts";
import type { LetterText } from "./letter-queue.ts";
import { type letterStates, letters } from "./schema/messages.ts";
import { members, structures } from "./schema/structures.ts";
import { territories } from "./schema/territories.ts";

/** A letter as an administrator sees it: which text, to what kind of reader, when. */
export type ShownLetter = {
	id: number;
	text: LetterText;
	reader: "person" | "mailbox" | "operator";
	/** The label of somebody made up, or their structure; nobody real is ever named here. */
	madeUp: string | null;
	dueAt: number;
	state: (typeof letterStates)[number];
	endedAt: number | null;
};

/** The latest letters, made up or not: whoever administers the ones sees none of the others. */
export function latestLetters(db: Db, demonstration: boolean, limit: number): ShownLetter[] {
	const label = sql<
		string | null
	>`(select ${members.label} || ', ' || ${structures.name} from ${members}
		join ${structures} on ${structures.id} = ${members.structureId}
		join ${territories} on ${territories.id} = ${structures.territoryId}
		where ${members.userId} = ${letters.userId} and ${territories.demonstration} = 1 limit 1)`;
	const mailbox = sql<string | null>`(select ${structures.name} from ${structures}
		join ${territories} on ${territories.id} = ${structures.territoryId}
		where ${structures.id} = ${letters.structureId} and ${territories.demonstration} = 1)`;
	const madeUp = sql<string | null>`coalesce(${label}, ${mailbox})`;
	return db
		.select({
			id: letters.id,
			text: letters.text,
			userId: letters.userId,
			structureId: letters.structureId,
			madeUp,
			dueAt: letters.dueAt,
			state: letters.state,
			endedAt: letters.endedAt,
		})
		.from(letters)
		.where(eq(sql`${madeUp} is not null`, sql`${Number(demonstration)}`))
		.orderBy(desc(letters.dueAt), desc(letters.id))
		.limit(limit)
		.all()
		.map(({ userId, structureId, ...letter }) => ({
			...letter,
			reader: userId !== null ? "person" : structureId !== null ? "mailbox" : "operator",
		}));
}
