import { paths } from "#app/paths.ts";
import { coordinator } from "../security/people.ts";
import { at, type Screen, seen, sent } from "./screen.ts";

const door = at(paths.signIn());
const day = "routes/my-day";
const keeping = "routes/territory.retention";
const directory = "routes/directory._index";
const protocol = "routes/protocols.$protocolId";

/** The door, one's day, and what everybody may read. */
export const readingScreens: Screen[] = [
	seen("the door", "routes/sign-in", door),
	sent("the door, with nothing written", "routes/sign-in", door, { status: 422, blank: true }),
	sent("the door, with a wrong password", "routes/sign-in", door, {
		status: 422,
		changes: { email: "personne@structure.invalid", password: "faux" },
	}),

	seen("my day, with what waits for reception", day, at(paths.myDay(), "reception-crip-a")),
	seen("my day, with the steps of a service", day, at(paths.myDay(), "cadre-ase-a")),
	seen("my day, of a school", day, at(paths.myDay(), "infirmiere-scolaire-a")),
	seen("my day, of the coordinator", day, at(paths.myDay(), coordinator)),
	seen("what the territory keeps", keeping, at(paths.retention(), coordinator)),
	sent("what the territory keeps, with a mistake", keeping, at(paths.retention(), coordinator), {
		status: 422,
		changes: { purgeDays: "20" },
	}),
	seen("my day, one list", day, at(`${paths.myDay()}?list=steps`, "cheffe-de-service-a")),
	seen("my day, beyond the last page", day, at(`${paths.myDay()}?list=drafts&page=9`, "juriste-a")),

	seen(
		"what a structure is told of its month",
		"routes/structure.statement",
		at(paths.structureStatement(), "principale-adjointe-a"),
	),

	seen("the directory", directory, at(paths.directory(), "cadre-ase-a")),
	seen("the directory, searched", directory, at(`${paths.directory()}?role=soin`, "juriste-a")),
	seen(
		"the directory, without a match",
		directory,
		at(`${paths.directory()}?zone=Lune`, "juriste-a"),
	),
	seen(
		"a structure",
		"routes/directory.$structureId",
		at(paths.structure("mda-lin"), "cadre-ase-a"),
	),
	seen(
		"one's own structure",
		"routes/directory.$structureId",
		at(paths.structure("crip-aubepine"), "reception-crip-a"),
	),

	seen("the protocols", "routes/protocols._index", at(paths.protocols(), "animatrice-a")),
	...["reference-a", "reference-b", "reference-c"].map((id) =>
		seen(`the protocol ${id}`, protocol, at(paths.protocol(id), "cadre-foyer-a")),
	),

	seen("an account", "routes/account", at(paths.account(), "administratrice-a")),
	seen(
		"who read what in a structure",
		"routes/structure_.readings",
		at(paths.structureReadings(), "cheffe-de-service-a"),
	),
	seen("what one read", "routes/account_.readings", at(paths.ownReadings(), "cadre-ase-a")),
	seen("the trail", "routes/trail", at(paths.trail(), "deleguee-a")),
	seen(
		"the trail, one kind of act",
		"routes/trail",
		at(`${paths.trail()}?act=PURGED`, "deleguee-a"),
	),
	seen("an account with two structures", "routes/account", at(paths.account(), "cadre-ase-a")),
];
