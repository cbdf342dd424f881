import type { HolidayRegion } from "./holiday-rules.ts";
import type { WorkingCalendar } from "./working-calendar.ts";

/** The time zone of each region of holidays. */
export const timeZoneOf: Record<HolidayRegion, string> = {
	metropole: "Europe/Paris",
	"alsace-moselle": "Europe/Paris",
	guadeloupe: "America/Guadeloupe",
	martinique: "America/Martinique",
	guyane: "America/Cayenne",
	"la-reunion": "Indian/Reunion",
	mayotte: "Indian/Mayotte",
	"saint-pierre-et-miquelon": "America/Miquelon",
	"saint-barthelemy": "America/St_Barthelemy",
	"saint-martin": "America/Marigot",
	"nouvelle-caledonie": "Pacific/Noumea",
	"polynesie-francaise": "Pacific/Tahiti",
	"wallis-et-futuna": "Pacific/Wallis",
};

/** A region's ordinary week: Monday to Friday, 9:00 to 17:00, its public holidays, no exception. */
export function ordinaryCalendar(
	region: HolidayRegion,
	changes: Partial<WorkingCalendar> = {},
): WorkingCalendar {
	return {
		timeZone: timeZoneOf[region],
		holidays: region,
		office: { startMinute: 9 * 60, endMinute: 17 * 60 },
		workDays: [1, 2, 3, 4, 5],
		closedDates: [],
		openDates: [],
		...changes,
	};
}
