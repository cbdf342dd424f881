import { paths } from "#app/paths.ts";
import { coordinator } from "../security/people.ts";
import type { Store } from "../security/store.ts";
import { at, type Screen, seen, type Where } from "./screen.ts";

const reader = "educatrice-a";

/** Taking a protocol away: the page of papers and files, the booklet, the card of a role. */
export const exchangeScreens: Screen[] = [
	seen(
		"what a protocol can be taken away as",
		"routes/protocols.$protocolId_.export._index",
		at(paths.protocolExports("reference-b"), reader),
	),
	seen(
		"the same, for who may share it",
		"routes/protocols.$protocolId_.export._index",
		at(paths.protocolExports("reference-a"), coordinator),
	),
	seen(
		"the booklet of a protocol",
		"routes/protocols.$protocolId_.print",
		at(paths.protocolPrint("reference-b"), reader),
	),
	seen(
		"the card of a role",
		"routes/protocols.$protocolId_.cards.$roleId",
		at(paths.protocolCard("reference-a", "crip"), reader),
	),
	seen("nothing shared yet", "routes/shared-protocols", at(paths.sharedProtocols(), coordinator)),
	seen(
		"what a draft can be taken away as",
		"routes/studio.$draftId_.export._index",
		ofDraft(paths.draftExports),
	),
	seen("the booklet of a draft", "routes/studio.$draftId_.print", ofDraft(paths.draftPrint)),
	seen(
		"the card of a role, of a draft",
		"routes/studio.$draftId_.cards.$roleId",
		ofDraft((draftId) => paths.draftCard(draftId, "ref-parcours")),
	),
];

/** Files that the browser keeps, and data that a page fetches: they have no screen. */
export const exchangeRoutesWithoutScreen = [
	"routes/protocols.$protocolId_.export.$format",
	"routes/studio.$draftId_.export.$format",
	"routes/studio.$draftId_.scenarios",
];

function ofDraft(address: (draftId: string) => string): Where {
	return (store: Store) => {
		const { id } = store.first<{ id: string }>("select id from drafts order by created_at");
		return { as: coordinator, path: address(id) };
	};
}
