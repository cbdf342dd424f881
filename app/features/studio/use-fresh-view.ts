import { useLocation } from "@remix-run/react";
import { useCallback, useRef, useState } from "react";
import { studioDataRoute } from "./data-route.ts";
import type { EditorView } from "./present-editor.ts";

type Fresh = {
	view: EditorView;
	/** What Remix had loaded when it was asked for: what Remix loads later is newer. */
	over: EditorView;
	address: string;
};

/**
 * The page of a draft as it stands now, asked for beside Remix: where nobody answers, Remix would
 * show an error in the place of what is being written.
 *
 * @returns what to show, and what asks for it anew: false where nobody answers
 */
export function useFreshView(loaded: EditorView): [EditorView, () => Promise<boolean>] {
	const { pathname, search } = useLocation();
	const address = `${pathname}${search}`;
	const [fresh, setFresh] = useState<Fresh>();
	const page = useRef({ loaded, address });
	page.current = { loaded, address };

	const refresh = useCallback(async () => {
		const asked = page.current;
		const view = await viewAt(asked.address);
		if (view) setFresh({ view, over: asked.loaded, address: asked.address });
		return view !== undefined;
	}, []);

	const isHere = fresh?.address === address;
	const isNewer = fresh && (fresh.over === loaded || fresh.view.revision > loaded.revision);
	return [isHere && isNewer ? fresh.view : loaded, refresh];
}

async function viewAt(address: string): Promise<EditorView | undefined> {
	const separator = address.includes("?") ? "&" : "?";
	try {
		const answer = await fetch(`${address}${separator}_data=${studioDataRoute}`);
		const isData = answer.headers.get("content-type")?.includes("application/json");
		if (!answer.ok || !isData) return undefined;
		return ((await answer.json()) as { view: EditorView }).view;
	} catch {
		return undefined;
	}
}
