import type { Page } from "@playwright/test";
import { paths } from "#app/paths.ts";
import { enter, type OwnRelais } from "../security/own-relais.ts";
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
	written("a draft, with the protocol open", ofDraft("protocol")),
	written("a draft, with a handoff open", ofDraft("step:send-concern")),
	written("a draft, with a phase open", ofDraft("phase:orientation")),
	written("a draft, with an interruption open", ofDraft("interruption:immediate-danger")),
	written("a draft, with a role open", ofDraft("role:crip")),
	{
		name: "a draft to be dropped",
		route: "routes/studio.$draftId_.drop",
		status: 200,
		open: opensDropping,
	},
	seen(
		"a draft that cannot be dropped while partners are asked",
		"routes/studio.$draftId_.drop",
		consulted,
	),
	written("a draft, with its drawing enlarged", ofDraft("protocol", "&view=wide")),
];

/** The editor once it is still: its scenarios are played after the page is there. */
function written(name: string, where: Where): Screen {
	const opened = seen(name, editor, where);
	return {
		...opened,
		async open(page, relais) {
			const status = await opened.open(page, relais);
			await page.getByText(/scénarios enregistrés tiennent/).waitFor();
			return status;
		},
	};
}

/** A draft that has just begun: nobody is asked about it. */
async function opensDropping(page: Page, relais: OwnRelais): Promise<number> {
	await enter(page, relais, coordinator);
	const begun = await page.request.post(paths.newDraft(), {
		headers: { origin: relais.origin },
		form: { origin: "model", model: "example" },
		maxRedirects: 0,
	});
	const { pathname } = new URL(begun.headers().location ?? "", relais.origin);
	return (await page.goto(`${pathname}/drop`))?.status() ?? 0;
}

function consulted(store: Store): ReturnType<Where> {
	const query = "select draft_id id from consultations where state = 'open'";
	return { as: coordinator, path: paths.draftDrop(store.first<{ id: string }>(query).id) };
}

function ofDraft(part: string, more = ""): Where {
	return (store: Store) => {
		const { id } = store.first<{ id: string }>("select id from drafts order by created_at");
		return { as: coordinator, path: `${paths.draftPart(id, part)}${more}` };
	};
}
