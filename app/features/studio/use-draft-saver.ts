import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { DraftSaving } from "./draft-saving.ts";
import type { EditAnswer } from "./edit-answer.ts";
import type { SavingNews, WrittenForm } from "./saving-world.ts";

/** Sends what is written on a draft by itself: the page's side of `DraftSaving`. */
export type DraftSaver = {
	news: SavingNews;
	saving: DraftSaving<HTMLFormElement>;
};

/**
 * @param action where the page's forms are sent as data. Not by Remix: where nobody answers, it
 *   would show an error in the place of what was written
 * @param refresh shows the draft as it stands now
 */
export function useDraftSaver(action: string, refresh: () => Promise<boolean>): DraftSaver {
	const listeners = useRef(new Set<() => void>());
	const world = useRef({ action, refresh });
	world.current = { action, refresh };
	const [saving] = useState(
		() =>
			new DraftSaving<HTMLFormElement>({
				post: (values) => answerTo(world.current.action, values),
				refresh: () => world.current.refresh(),
				later,
				onChange: () => {
					for (const tell of listeners.current) tell();
				},
			}),
	);
	const subscribe = useCallback((tell: () => void) => {
		listeners.current.add(tell);
		return () => void listeners.current.delete(tell);
	}, []);
	const news = useSyncExternalStore(
		subscribe,
		() => saving.news,
		() => saving.news,
	);
	useLeaving(saving, action);
	return useMemo(() => ({ news, saving }), [news, saving]);
}

/** A form of the page as `DraftSaving` knows it. */
export function writtenForm(
	form: HTMLFormElement,
	seen = Number(fieldOf(form, "seen")),
): WrittenForm<HTMLFormElement> {
	return { form, name: fieldOf(form, "form"), seen, values: () => valuesOf(form) };
}

/** A page that goes takes along what waits; it asks first where words could be lost on the way. */
function useLeaving(saving: DraftSaving<HTMLFormElement>, action: string): void {
	useEffect(() => {
		const leave = () => {
			for (const body of saving.leave()) void sendLast(action, body);
		};
		const ask = (event: BeforeUnloadEvent) => {
			if (saving.mayLose) event.preventDefault();
		};
		const flush = () => saving.flush();
		window.addEventListener("pagehide", leave);
		window.addEventListener("beforeunload", ask);
		window.addEventListener("online", flush);
		return () => {
			window.removeEventListener("pagehide", leave);
			window.removeEventListener("beforeunload", ask);
			window.removeEventListener("online", flush);
			saving.flush();
		};
	}, [saving, action]);
}

function later(act: () => void, ms: number): () => void {
	const timer = window.setTimeout(act, ms);
	return () => window.clearTimeout(timer);
}

function valuesOf(form: HTMLFormElement): URLSearchParams {
	const pairs = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
	return new URLSearchParams(pairs);
}

function fieldOf(form: HTMLFormElement, name: string): string {
	const field = form.elements.namedItem(name);
	return field instanceof HTMLInputElement ? field.value : "";
}

function sendLast(action: string, body: URLSearchParams): Promise<unknown> {
	return fetch(action, { method: "POST", body, keepalive: true }).catch(() => undefined);
}

/** What the server says to a form; nothing where it does not answer, or not with data. */
async function answerTo(action: string, body: URLSearchParams): Promise<EditAnswer | undefined> {
	try {
		const answer = await fetch(action, { method: "POST", body });
		const isData = answer.headers.get("content-type")?.includes("application/json");
		return isData && answer.status < 500 ? ((await answer.json()) as EditAnswer) : undefined;
	} catch {
		return undefined;
	}
}
