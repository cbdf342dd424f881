import { type KeyboardEvent, useRef } from "react";
import { seekTitle, type Typed } from "./seek-title.ts";

/** Whoever goes on so has found what they typed: the next letter begins a new word. */
const endsWord: ReadonlySet<string> = new Set(["Enter", "ArrowUp", "ArrowDown", "Home", "End"]);

/**
 * Keys that help inside the outline and the drawing, and nowhere else: a single letter typed in a
 * field stays a letter.
 */
export function useOutlineKeys() {
	const typed = useRef<Typed>({ words: "", at: 0 });
	return {
		onKeyDown(event: KeyboardEvent<HTMLElement>) {
			if (event.defaultPrevented) return;
			if (endsWord.has(event.key)) typed.current.words = "";
			const done = act(event) || seek(event, typed.current);
			if (done) event.preventDefault();
		},
	};
}

function act(event: KeyboardEvent<HTMLElement>): boolean {
	switch (spelled(event)) {
		case "ArrowDown":
			return step(event.currentTarget, (at) => at + 1);
		case "ArrowUp":
			return step(event.currentTarget, (at) => at - 1);
		case "Home":
			return step(event.currentTarget, () => 0);
		case "End":
			return step(event.currentTarget, (_, last) => last);
		case "Alt+ArrowUp":
			return press("move-up");
		case "Alt+ArrowDown":
			return press("move-down");
		case "Control+z":
			return press("undo");
		case "Control+Z":
			return press("redo");
		case "?":
			return press("shortcuts");
		default:
			return false;
	}
}

function spelled({ key, altKey, ctrlKey, metaKey }: KeyboardEvent): string {
	if (altKey) return `Alt+${key}`;
	return ctrlKey || metaKey ? `Control+${key}` : key;
}

/** Goes to another part of the list. */
function step(list: HTMLElement, to: (at: number, last: number) => number): boolean {
	const links = linksIn(list);
	const next = links[to(placeOf(links), links.length - 1)];
	next?.focus();
	return next !== undefined;
}

/** Goes to the part whose title, or number, begins with what is typed. */
function seek(event: KeyboardEvent<HTMLElement>, typed: Typed): boolean {
	if (spelled(event) !== event.key || event.key.length !== 1) return false;
	const links = linksIn(event.currentTarget);
	const found = seekTitle(typed, {
		...{ key: event.key, at: event.timeStamp, from: placeOf(links) },
		titles: links.map(({ dataset }) => [dataset.title ?? "", dataset.number ?? ""]),
	});
	links[found ?? -1]?.focus();
	return found !== undefined;
}

function linksIn(list: HTMLElement): HTMLElement[] {
	return [...list.querySelectorAll<HTMLElement>("[data-part]")];
}

function placeOf(links: readonly HTMLElement[]): number {
	const { activeElement } = document;
	return activeElement instanceof HTMLElement ? links.indexOf(activeElement) : -1;
}

/** Presses the button of a form of the page, or a button by its id; nothing where there is none. */
function press(id: string): boolean {
	const named = document.querySelector<HTMLElement>(`form[data-form="${id}"] button, button#${id}`);
	named?.click();
	return named !== null;
}
