import { paths } from "#app/paths.ts";
import { coordinator } from "../security/people.ts";
import type { Store } from "../security/store.ts";
import { at, type Screen, seen, type Where } from "./screen.ts";

const editor = "routes/studio.$draftId";

/** Where a protocol is written. */
export const studioScreens: Screen[] = [
	seen(
		"the studio, with its drafts and versions",
		"routes/studio._index",
		at(paths.studio(), coordinator),
	),
	seen("beginning a protocol", "routes/studio.new", at(paths.newDraft(), coordinator)),
	seen("a draft, with the protocol open", editor, ofDraft("protocol")),
	seen("a draft, with a handoff open", editor, ofDraft("step:send-concern")),
	seen("a draft, with a phase open", editor, ofDraft("phase:orientation")),
	seen("a draft, with an interruption open", editor, ofDraft("interruption:immediate-danger")),
	seen("a draft, with a role open", editor, ofDraft("role:crip")),
	seen("a draft to be dropped", "routes/studio.$draftId_.drop", droppable),
	seen(
		"a draft that cannot be dropped while partners are asked",
		"routes/studio.$draftId_.drop",
		consulted,
	),
	seen("a draft, with its drawing enlarged", editor, ofDraft("protocol", "&view=wide")),
];

function droppable(store: Store): ReturnType<Where> {
	return droppingOf(store, "not in");
}

function consulted(store: Store): ReturnType<Where> {
	return droppingOf(store, "in");
}

function droppingOf(store: Store, which: "in" | "not in"): ReturnType<Where> {
	const asked = "select draft_id from consultations where state = 'open'";
	const { id } = store.first<{ id: string }>(`select id from drafts where id ${which} (${asked})`);
	return { as: coordinator, path: paths.draftDrop(id) };
}

function ofDraft(part: string, more = ""): Where {
	return (store: Store) => {
		const { id } = store.first<{ id: string }>("select id from drafts order by created_at");
		return { as: coordinator, path: `${paths.draftPart(id, part)}${more}` };
	};
}
