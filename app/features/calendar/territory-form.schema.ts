import "#app/locales/needed/calendar.ts";
import { z } from "zod";
import { textKey } from "#app/i18n/text-key.ts";
import { frenchZones } from "#protocols/calendar/french-zones.ts";
import { holidayRegions } from "#protocols/calendar/holiday-rules.ts";
import { confirmed, day, time, weekdays } from "./fields.schema.ts";

/** The week and the hours of a territory. */
export const weekForm = z
	.object({
		change: z.literal("week"),
		timeZone: z.enum(frenchZones, textKey("calendar:mistakes.zone")),
		holidays: z.enum(holidayRegions, textKey("calendar:mistakes.holidays")),
		opens: time,
		closes: time,
		workDays: weekdays.min(1, textKey("calendar:mistakes.workDays")),
		confirmed,
	})
	.refine(({ opens, closes }) => opens < closes, {
		path: ["closes"],
		message: textKey("calendar:mistakes.order"),
	});

/** One exceptional day more. */
export const addDayForm = z.object({
	change: z.literal("add"),
	date: day,
	kind: z.enum(["closed", "open"], textKey("calendar:mistakes.kind")),
	confirmed,
});

/** One exceptional day less. */
export const removeDayForm = z.object({ change: z.literal("remove"), date: day, confirmed });

/** What a coordinator may change in the calendar of their territory, one thing at a time. */
export const territoryForm = z.discriminatedUnion("change", [weekForm, addDayForm, removeDayForm]);
export type TerritoryForm = z.output<typeof territoryForm>;
