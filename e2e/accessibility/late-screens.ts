import { paths } from "#app/paths.ts";
import { coordinator, receptionOf } from "../security/people.ts";
import { at, type Screen, seen, sent } from "./screen.ts";

const manager = "principale-adjointe-a";
const availability = "routes/structure.availability";

/** What is late, and what a structure declares of itself. */
export const lateScreens: Screen[] = [
	seen(
		"what is late in a territory",
		"routes/territory.late",
		at(paths.lateInTerritory(), coordinator),
	),
	seen(
		"what is late, narrowed until nothing is left",
		"routes/territory.late",
		at(`${paths.lateInTerritory()}?role=procureur&rung=coordinator`, coordinator),
	),
	seen(
		"what stays escalated this week",
		"routes/territory.late_.week",
		at(paths.lateThisWeek(), coordinator),
	),
	seen(
		"what is late for a structure",
		"routes/structure.late",
		at(paths.lateOfStructure(), receptionOf("college-saule")),
	),
	seen("what room a structure has", availability, at(paths.availability(), manager)),
	sent("a second contact that is none", availability, at(paths.availability(), manager), {
		status: 422,
		changes: { second: "somebody-else" },
	}),
];
