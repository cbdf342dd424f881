import { check, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { between, instant } from "./form.ts";
import { territories } from "./territories.ts";

/** Most situations of a store. */
const mostSituations = 100_000_000;

/**
 * A territory whose open clocks are being computed again because its calendar changed. The row is
 * written with the change and goes with the last clock: whoever starts after a crash goes on there.
 */
export const recalculations = sqliteTable(
	"recalculations",
	{
		territoryId: text("territory_id")
			.primaryKey()
			.references(() => territories.id),
		/** The situations up to this one are done. */
		afterPk: integer("after_pk").notNull(),
		/** When the calendar was changed last. */
		askedAt: integer("asked_at").notNull(),
	},
	(work) => [
		check("recalculations_after_pk_range", between(work.afterPk, 0, mostSituations)),
		check("recalculations_asked_at_range", instant(work.askedAt)),
	],
);
