import { paths } from "#app/paths.ts";
import { coordinator } from "../security/people.ts";
import type { Store } from "../security/store.ts";
import { type Screen, seen, type Where } from "./screen.ts";

/** What the checker says of a draft. */
export const checkScreens: Screen[] = [
	seen("what the check finds in a draft", "routes/studio.$draftId_.checks", ofDraft),
];

function ofDraft(store: Store): ReturnType<Where> {
	const query = "select draft_id draftId from consultations order by opened_at desc";
	const { draftId } = store.first<{ draftId: string }>(query);
	return { as: coordinator, path: paths.draftChecks(draftId) };
}
