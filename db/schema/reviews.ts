import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { members, structures } from "./structures.ts";

/** A manager has read the list of their colleagues, and it is as it should be. */
export const memberReviews = sqliteTable(
	"member_reviews",
	{
		structureId: text("structure_id")
			.notNull()
			.references(() => structures.id),
		reviewedAt: integer("reviewed_at").notNull(),
		reviewedBy: text("reviewed_by")
			.notNull()
			.references(() => members.id),
	},
	(review) => [primaryKey({ columns: [review.structureId, review.reviewedAt] })],
);
