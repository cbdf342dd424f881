import { sql } from "drizzle-orm";
import { check, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { knownName } from "./form.ts";
import { oneOf, yesOrNo } from "./one-of.ts";

/** The calendars of public holidays that French law knows. */
export const holidayRegions = [
	"metropole",
	"alsace-moselle",
	"guadeloupe",
	"martinique",
	"guyane",
	"la-reunion",
	"mayotte",
	"saint-barthelemy",
	"saint-martin",
	"saint-pierre-et-miquelon",
	"nouvelle-caledonie",
	"polynesie-francaise",
	"wallis-et-futuna",
] as const;

/** A territory: in France, most often a département. Office hours are minutes after midnight. */
export const territories = sqliteTable(
	"territories",
	{
		id: text("id").primaryKey(),
		name: text("name").notNull(),
		timeZone: text("time_zone").notNull().default("Europe/Paris"),
		holidayRegion: text("holiday_region", { enum: holidayRegions }).notNull().default("metropole"),
		officeStartMinute: integer("office_start_minute").notNull().default(540),
		officeEndMinute: integer("office_end_minute").notNull().default(1080),
		/** Days of the week when offices open, Monday is 1: `12345`. */
		workDays: text("work_days").notNull().default("12345"),
		demonstration: integer("demonstration", { mode: "boolean" }).notNull().default(false),
		/** Whether a slip also shows its number as a square code, which holds the number alone. */
		slipQr: integer("slip_qr", { mode: "boolean" }).notNull().default(false),
	},
	(territory) => [
		check("territories_id_form", knownName(territory.id)),
		check("territories_holiday_region", oneOf(territory.holidayRegion, holidayRegions)),
		check(
			"territories_office_minutes",
			sql`0 <= ${territory.officeStartMinute} and ${territory.officeStartMinute} < ${territory.officeEndMinute} and ${territory.officeEndMinute} <= 1440`,
		),
		check(
			"territories_work_days",
			sql`length(${territory.workDays}) between 1 and 7 and ${territory.workDays} not glob '*[^1-7]*'`,
		),
		check("territories_demonstration", yesOrNo(territory.demonstration)),
		check("territories_slip_qr", yesOrNo(territory.slipQr)),
	],
);

/** A day when a territory is closed though its week says open, or open though it says closed. */
export const exceptionalDays = sqliteTable(
	"exceptional_days",
	{
		territoryId: text("territory_id")
			.notNull()
			.references(() => territories.id),
		/** `YYYY-MM-DD` in the territory's own time zone. */
		date: text("date").notNull(),
		closed: integer("closed", { mode: "boolean" }).notNull(),
	},
	(day) => [
		primaryKey({ columns: [day.territoryId, day.date] }),
		check("exceptional_days_date", sql`${day.date} is date(${day.date})`),
		check("exceptional_days_closed", yesOrNo(day.closed)),
	],
);
