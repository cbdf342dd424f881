import type { KeyboardEvent } from "react";

/**
 * Keys that help inside the outline and the drawing, and nowhere else: a single letter typed in a
 * field stays a letter.
 */
export function useOutlineKeys() {
	return {
		onKeyDown(event: KeyboardEvent<HTMLElement>) {
			if (event.defaultPrevented) return;
			const done = act(event);
			if (done) event.preventDefault();
		},
	};
}

function act(event: KeyboardEvent<HTMLElement>): boolean {
	switch (spelled(event)) {
		case "ArrowDown":
			return step(event.currentTarget, 1);
		case "ArrowUp":
			return step(event.currentTarget, -1);
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

/** Goes to the next or the previous part of the list. */
function step(list: HTMLElement, by: 1 | -1): boolean {
	const links = [...list.querySelectorAll<HTMLElement>("[data-part]")];
	const at =
		document.activeElement instanceof HTMLElement ? links.indexOf(document.activeElement) : -1;
	const next = links[at + by];
	next?.focus();
	return next !== undefined;
}

/** Presses the button of a form of the page, or a button by its id; nothing where there is none. */
function press(id: string): boolean {
	const named = document.querySelector<HTMLElement>(`form[data-form="${id}"] button, button#${id}`);
	named?.click();
	return named !== null;
}
