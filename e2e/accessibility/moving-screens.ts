import { paths } from "#app/paths.ts";
import { coordinator } from "../security/people.ts";
import type { Store } from "../security/store.ts";
import { at, type Screen, seen, sent, type Where } from "./screen.ts";

const move = "routes/protocols.$protocolId_.move";
const whatIf = "routes/studio.$draftId_.what-if";

/** After a publication: situations under earlier versions; before it: what a draft would have changed. */
export const movingScreens: Screen[] = [
	seen("situations to be moved", move, at(paths.moveSituations("reference-a"), coordinator)),
	seen("what a draft would have changed, before it is asked", whatIf, ofDraft),
	sent("what a draft would have changed", whatIf, ofDraft, { status: 200 }),
];

function ofDraft(store: Store): ReturnType<Where> {
	const query = "select draft_id draftId from consultations order by opened_at desc";
	const { draftId } = store.first<{ draftId: string }>(query);
	return { as: coordinator, path: paths.draftWhatIf(draftId) };
}
