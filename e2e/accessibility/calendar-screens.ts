import { paths } from "#app/paths.ts";
import { enter } from "../security/own-relais.ts";
import { coordinator } from "../security/people.ts";
import { at, type Screen, seen, sent } from "./screen.ts";
import { send } from "./send.ts";

const manager = "principale-adjointe-a";
const territory = "routes/territory.calendar";
const structure = "routes/structure.calendar";
const delay = "routes/territory.calendar_.delay";

/** The working calendar: read by all, changed by those who keep it, each change in two steps. */
export const calendarScreens: Screen[] = [
	seen("the calendar of a territory", territory, at(paths.territoryCalendar(), coordinator)),
	sent(
		"a week that closes before it opens",
		territory,
		at(paths.territoryCalendar(), coordinator),
		{
			status: 422,
			changes: { opens: "18:00", closes: "09:00" },
		},
	),
	sent(
		"what a change of office hours moves",
		territory,
		at(paths.territoryCalendar(), coordinator),
		{ status: 200, changes: { opens: "10:00", closes: "12:00" } },
	),
	seen("the closing days of a structure", structure, at(paths.structureCalendar(), manager)),
	sent(
		"what a closing day of a structure moves",
		structure,
		at(paths.structureCalendar(), manager),
		{
			status: 200,
			changes: { weekdays: "3" },
		},
	),
	unmanaged(),
	seen(
		"the closing days of a structure that keeps them itself",
		"routes/directory.$structureId_.calendar",
		at(paths.calendarOf("mda-lin"), coordinator),
	),
	seen(
		"the next three months",
		"routes/territory.calendar_.months",
		at(paths.calendarMonths(), manager),
	),
	seen("when a delay would end", delay, at(paths.calendarDelay(), manager)),
	seen(
		"when a delay would end, with its answer",
		delay,
		at(`${paths.calendarDelay()}?n=5&unit=working-days&start=2026-05-12T16:00`, manager),
	),
	seen(
		"a delay that is no number",
		delay,
		at(`${paths.calendarDelay()}?n=many&unit=working-days&start=`, manager),
	),
];

/** A structure that was just added: nobody answers for it yet, and the coordinator keeps its days. */
function unmanaged(): Screen {
	return {
		name: "the closing days of a structure that nobody answers for",
		route: "routes/directory.$structureId_.calendar",
		status: 200,
		async open(page, relais) {
			await enter(page, relais, coordinator);
			await page.goto(paths.newStructure());
			await send(page, { name: "Accueil du Jonc" });
			await page.goto(paths.upkeep());
			const row = page.getByRole("listitem").filter({ hasText: "Accueil du Jonc" }).first();
			const link = row.locator('a[href$="/calendar"]').first();
			const answer = await page.goto((await link.getAttribute("href")) ?? "");
			return answer?.status() ?? 0;
		},
	};
}
