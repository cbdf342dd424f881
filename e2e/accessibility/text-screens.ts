import { paths } from "#app/paths.ts";
import { enter } from "../security/own-relais.ts";
import { coordinator } from "../security/people.ts";
import { at, type Screen, seen, sent } from "./screen.ts";
import { send } from "./send.ts";

const manager = "principale-adjointe-a";
const colleague = "infirmiere-scolaire-a";
const writing = "routes/structure.presentation";
const named = "Demandez Kezianne à l'accueil, de 8 h à 17 h.";

/** The texts that everybody reads: writing them, reading them for the second time. */
export const textScreens: Screen[] = [
	seen("what a structure says about itself", writing, at(paths.presentation(), manager)),
	sent("a presentation with a telephone number", writing, at(paths.presentation(), manager), {
		status: 422,
		changes: { presentation: "Appelez le soir au 06 39 98 12 34, ou kezi@exemple.fr." },
	}),
	seen(
		"a second reading, with nothing to read",
		"routes/structure.presentation_.reading",
		at(paths.presentationReading(), "juriste-a"),
	),
	waiting("a text that waits, for who wrote it", writing, paths.presentation(), manager),
	waiting(
		"a text that waits, for a colleague",
		"routes/structure.presentation_.reading",
		paths.presentationReading(),
		colleague,
	),
	waiting(
		"the public texts of a territory, with one that waits",
		"routes/territory.texts._index",
		paths.publicTexts(),
		coordinator,
	),
	waiting(
		"a text that waits, for the coordinator",
		"routes/territory.texts.$structureId",
		paths.textReading("college-saule"),
		coordinator,
	),
];

/** A page, once a text that may name somebody waits. */
function waiting(name: string, route: string, path: string, as: string): Screen {
	return {
		name,
		route,
		status: 200,
		async open(page, relais) {
			await enter(page, relais, manager);
			await page.goto(paths.presentation());
			await send(page, { presentation: named });
			await enter(page, relais, as);
			const answer = await page.goto(path);
			return answer?.status() ?? 0;
		},
	};
}
