import Holidays from "date-holidays";
import { expect, test } from "vitest";
import { type HolidayRegion, holidayRegions } from "./holiday-rules.ts";
import { holidaysOf, isHoliday } from "./holidays.ts";

const years = [2024, 2025, 2026, 2027, 2028, 2029, 2030];

/** How date-holidays names each region; the collectivities are countries of their own there. */
const theirNames: Record<HolidayRegion, [string, string?]> = {
	metropole: ["FR"],
	"alsace-moselle": ["FR", "67"],
	guadeloupe: ["FR", "GP"],
	martinique: ["FR", "MQ"],
	guyane: ["FR", "GF"],
	"la-reunion": ["FR", "RE"],
	mayotte: ["FR", "YT"],
	"saint-pierre-et-miquelon": ["PM"],
	"saint-barthelemy": ["FR", "BL"],
	"saint-martin": ["FR", "MF"],
	"nouvelle-caledonie": ["NC"],
	"polynesie-francaise": ["PF"],
	"wallis-et-futuna": ["WF"],
};

const goodFridays = [
	"2024-03-29",
	"2025-04-18",
	"2026-04-03",
	"2027-03-26",
	"2028-04-14",
	"2029-03-30",
	"2030-04-19",
];

type Difference = { why: string; onlyOurs: string[]; onlyTheirs: string[] };

/** Where we depart from date-holidays 3.37.0 for 2024 to 2030, and why. */
const knownDifferences: Partial<Record<HolidayRegion, Difference>> = {
	guadeloupe: {
		why: "Good Friday is a custom there, not a day of the Code du travail (L3133-1, L3422-2).",
		onlyOurs: [],
		onlyTheirs: goodFridays,
	},
	martinique: {
		why: "Good Friday is a custom there, not a day of the Code du travail (L3133-1, L3422-2).",
		onlyOurs: [],
		onlyTheirs: goodFridays,
	},
	"saint-martin": {
		why: "28 May is the day observed since 2018, by circular, though L3422-2 still prints 27 May.",
		onlyOurs: years.map((year) => `${year}-05-28`),
		onlyTheirs: years.map((year) => `${year}-05-27`),
	},
	"polynesie-francaise": {
		why: "Matarii replaces 29 June from 2025 (vote of 6 May 2025); they change in 2026.",
		onlyOurs: ["2025-11-20"],
		onlyTheirs: ["2025-06-29"],
	},
};

test.each(holidayRegions)(
	"%s has the holidays of date-holidays, but for what is known",
	(region) => {
		const { onlyOurs, onlyTheirs } = knownDifferences[region] ?? { onlyOurs: [], onlyTheirs: [] };

		const ours = new Set(years.flatMap((year) => holidaysOf(region, year).map(({ date }) => date)));

		const theirs = theirDates(region);
		expect([...ours].filter((date) => !theirs.has(date))).toEqual(onlyOurs);
		expect([...theirs].filter((date) => !ours.has(date))).toEqual(onlyTheirs);
	},
);

test("the three departments of Alsace-Moselle have the same holidays", () => {
	const [moselle, lowerRhine, upperRhine] = ["57", "67", "68"].map((state) =>
		[...publicDates("FR", state)].join(),
	);

	expect(moselle).toBe(lowerRhine);
	expect(upperRhine).toBe(lowerRhine);
});

test("a year of the metropole, in order", () => {
	expect(holidaysOf("metropole", 2026)).toEqual([
		{ date: "2026-01-01", code: "new-year" },
		{ date: "2026-04-06", code: "easter-monday" },
		{ date: "2026-05-01", code: "labour-day" },
		{ date: "2026-05-08", code: "victory-1945" },
		{ date: "2026-05-14", code: "ascension" },
		{ date: "2026-05-25", code: "whit-monday" },
		{ date: "2026-07-14", code: "national-day" },
		{ date: "2026-08-15", code: "assumption" },
		{ date: "2026-11-01", code: "all-saints" },
		{ date: "2026-11-11", code: "armistice-1918" },
		{ date: "2026-12-25", code: "christmas" },
	]);
});

test("two feasts on one date are both listed", () => {
	const onThatDay = holidaysOf("metropole", 2059).filter(({ date }) => date === "2059-05-08");

	expect(onThatDay.map(({ code }) => code)).toEqual(["victory-1945", "ascension"]);
});

test("Polynésie leaves 29 June for 20 November in 2025", () => {
	const dates = ["2024-06-29", "2024-11-20", "2025-06-29", "2025-11-20"];

	expect(dates.map((date) => isHoliday("polynesie-francaise", date))).toEqual([
		true,
		false,
		false,
		true,
	]);
});

test.each(["2026-02-29", "2026-13-01", "2026-5-1", "tomorrow"])("%s is no day", (date) => {
	expect(() => isHoliday("metropole", date)).toThrow(new RangeError(`Not a day: ${date}`));
});

function theirDates(region: HolidayRegion): Set<string> {
	return publicDates(...theirNames[region]);
}

function publicDates(country: string, state?: string): Set<string> {
	const found = state ? new Holidays(country, state) : new Holidays(country);
	const holidays = years.flatMap((year) => found.getHolidays(year));
	return new Set(
		holidays.filter(({ type }) => type === "public").map(({ date }) => date.slice(0, 10)),
	);
}
