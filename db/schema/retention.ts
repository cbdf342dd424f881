import { type SQL, sql } from "drizzle-orm";
import {
	check,
	integer,
	primaryKey,
	type SQLiteColumn,
	sqliteTable,
	text,
} from "drizzle-orm/sqlite-core";
import { type CountedDimension, countedDimensions } from "#protocols/retention/bands.ts";
import {
	type LongerReason,
	leastBetweenDays,
	longerReasons,
	ordinaryPurgeDays,
	type RetentionField,
	retentionLimits,
} from "#protocols/retention/policy.ts";
import { mostEntries, between as range } from "./form.ts";
import { oneOf, yesOrNo } from "./one-of.ts";
import { territories } from "./territories.ts";

const reasons = Object.keys(longerReasons) as [LongerReason, ...LongerReason[]];
const dimensions = Object.keys(countedDimensions) as [CountedDimension, ...CountedDimension[]];

/** The least and the most days: the store refuses what the rules refuse, whoever writes. */
function within(column: SQLiteColumn, field: RetentionField): SQL {
	const { least, most } = retentionLimits[field];
	return sql`${column} between ${sql.raw(String(least))} and ${sql.raw(String(most))}`;
}

const between = sql.raw(String(leastBetweenDays));
const ordinary = sql.raw(String(ordinaryPurgeDays));

/** How long a territory keeps what, where it chose otherwise than the defaults. In days. */
export const retentionPolicies = sqliteTable(
	"retention_policies",
	{
		territoryId: text("territory_id")
			.primaryKey()
			.references(() => territories.id),
		reminderDays: integer("reminder_days").notNull(),
		proposalDays: integer("proposal_days").notNull(),
		closureDays: integer("closure_days").notNull(),
		purgeDays: integer("purge_days").notNull(),
		longerReason: text("longer_reason", { enum: reasons }),
		/** When it was last changed: nothing is closed or forgotten in the week after. */
		since: integer("since").notNull(),
	},
	(policy) => [
		check("retention_policies_reminder", within(policy.reminderDays, "reminderDays")),
		check("retention_policies_proposal", within(policy.proposalDays, "proposalDays")),
		check("retention_policies_closure", within(policy.closureDays, "closureDays")),
		check("retention_policies_purge", within(policy.purgeDays, "purgeDays")),
		check(
			"retention_policies_order",
			sql`${policy.proposalDays} - ${policy.reminderDays} >= ${between} and ${policy.closureDays} - ${policy.proposalDays} >= ${between}`,
		),
		check("retention_policies_longer_reason", oneOf(policy.longerReason, reasons)),
		check(
			"retention_policies_longer",
			sql`(${policy.purgeDays} > ${ordinary}) = (${policy.longerReason} is not null)`,
		),
	],
);

/** The days on which the server looked after retention: what a clock says is believed by these. */
export const livedDays = sqliteTable(
	"lived_days",
	{
		/** Days since 1970, UTC. */
		day: integer("day").primaryKey(),
		/** Everything that was due on that day is done. */
		done: integer("done", { mode: "boolean" }).notNull(),
	},
	(row) => [check("lived_days_done", yesOrNo(row.done))],
);

/**
 * What forgotten situations leave: how many of a year had which code, each dimension by itself.
 * No row refers to a situation.
 */
export const yearlyCounts = sqliteTable(
	"yearly_counts",
	{
		territoryId: text("territory_id")
			.notNull()
			.references(() => territories.id),
		/** The year of the closure. */
		year: integer("year").notNull(),
		dimension: text("dimension", { enum: dimensions }).notNull(),
		code: text("code").notNull(),
		count: integer("count").notNull(),
	},
	(row) => [
		primaryKey({ columns: [row.territoryId, row.year, row.dimension, row.code] }),
		check("yearly_counts_dimension", oneOf(row.dimension, dimensions)),
		check("yearly_counts_code", codesOfTheirDimension(row.dimension, row.code)),
		check("yearly_counts_code_list", oneOf(row.code, everyCode())),
		check("yearly_counts_count", range(row.count, 1, mostEntries)),
		check("yearly_counts_year", range(row.year, 2000, 2999)),
	],
);

function codesOfTheirDimension(dimension: SQLiteColumn, code: SQLiteColumn): SQL {
	const own = dimensions.map((name) => {
		const codes = Object.keys(countedDimensions[name]);
		return sql`(${oneOf(dimension, [name])} and ${oneOf(code, codes)})`;
	});
	return sql.join(own, sql` or `);
}

function everyCode(): string[] {
	return [...new Set(dimensions.flatMap((name) => Object.keys(countedDimensions[name])))];
}
