/** The parts of France whose public holidays differ. */
export const holidayRegions = [
	"metropole",
	"alsace-moselle",
	"guadeloupe",
	"martinique",
	"guyane",
	"la-reunion",
	"mayotte",
	"saint-pierre-et-miquelon",
	"saint-barthelemy",
	"saint-martin",
	"nouvelle-caledonie",
	"polynesie-francaise",
	"wallis-et-futuna",
] as const;
export type HolidayRegion = (typeof holidayRegions)[number];

/** What a holiday is; its name in French and English belongs to the screens. */
export type HolidayCode =
	| "new-year"
	| "good-friday"
	| "easter-monday"
	| "labour-day"
	| "victory-1945"
	| "ascension"
	| "whit-monday"
	| "national-day"
	| "assumption"
	| "all-saints"
	| "armistice-1918"
	| "christmas"
	| "saint-stephen"
	| "abolition-of-slavery"
	| "citizenship-day"
	| "arrival-of-the-gospel"
	| "autonomy-day"
	| "matarii"
	| "saint-peter-chanel"
	| "saints-peter-and-paul"
	| "territory-day";

/** A day that comes back each year, by its date or by its distance to Easter Sunday. */
export type HolidayRule = {
	code: HolidayCode;
	on: { month: number; day: number } | { daysAfterEaster: number };
	/** First and last years of the rule, when it has not always stood. */
	years?: { from?: number; until?: number };
};

/** The eleven days of the whole country: Code du travail, article L3133-1. */
export const nationalRules: HolidayRule[] = [
	{ code: "new-year", on: { month: 1, day: 1 } },
	{ code: "easter-monday", on: { daysAfterEaster: 1 } },
	{ code: "labour-day", on: { month: 5, day: 1 } },
	{ code: "victory-1945", on: { month: 5, day: 8 } },
	{ code: "ascension", on: { daysAfterEaster: 39 } },
	{ code: "whit-monday", on: { daysAfterEaster: 50 } },
	{ code: "national-day", on: { month: 7, day: 14 } },
	{ code: "assumption", on: { month: 8, day: 15 } },
	{ code: "all-saints", on: { month: 11, day: 1 } },
	{ code: "armistice-1918", on: { month: 11, day: 11 } },
	{ code: "christmas", on: { month: 12, day: 25 } },
];

/**
 * The days that each part of the country adds.
 *
 * Only days that a text makes public holidays: customs (Good Friday and 21 July in the Antilles,
 * carnival, the Muslim feasts of Mayotte) are for each territory to add to its closed dates.
 *
 * Sources: Code du travail L3134-13 (Alsace-Moselle; Good Friday there is in law for communes with
 * a Protestant church) and L3422-2 (abolition days); laws and orders of the Pacific collectivities.
 * Saint-Martin: L3422-2 still says 27 May, the State has observed 28 May since 2018.
 */
export const localRules: Record<HolidayRegion, HolidayRule[]> = {
	metropole: [],
	"alsace-moselle": [goodFriday(), { code: "saint-stephen", on: { month: 12, day: 26 } }],
	guadeloupe: [abolition(5, 27)],
	martinique: [abolition(5, 22)],
	guyane: [abolition(6, 10)],
	"la-reunion": [abolition(12, 20)],
	mayotte: [abolition(4, 27)],
	"saint-pierre-et-miquelon": [],
	"saint-barthelemy": [abolition(10, 9)],
	"saint-martin": [abolition(5, 28)],
	"nouvelle-caledonie": [{ code: "citizenship-day", on: { month: 9, day: 24 } }],
	"polynesie-francaise": [
		{ code: "arrival-of-the-gospel", on: { month: 3, day: 5 } },
		goodFriday(),
		{ code: "autonomy-day", on: { month: 6, day: 29 }, years: { until: 2024 } },
		{ code: "matarii", on: { month: 11, day: 20 }, years: { from: 2025 } },
	],
	"wallis-et-futuna": [
		{ code: "saint-peter-chanel", on: { month: 4, day: 28 } },
		{ code: "saints-peter-and-paul", on: { month: 6, day: 29 } },
		{ code: "territory-day", on: { month: 7, day: 29 } },
	],
};

function goodFriday(): HolidayRule {
	return { code: "good-friday", on: { daysAfterEaster: -2 } };
}

function abolition(month: number, day: number): HolidayRule {
	return { code: "abolition-of-slavery", on: { month, day } };
}
