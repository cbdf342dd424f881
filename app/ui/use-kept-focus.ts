import { type FocusEvent, useEffect, useRef } from "react";

type Keeping = { onFocus: (event: FocusEvent<HTMLElement>) => void };

const reachable = "summary, a[href], button, input:not([type=hidden]), select, textarea";

/**
 * Keeps the focus near where it was when an act takes away what held it: a button that has nothing
 * left to move, an outcome that was deleted, a form that was answered.
 *
 * @returns what the place around it listens to
 */
export function useKeptFocus(): Keeping {
	const trail = useRef<HTMLElement[]>([]);
	const top = useRef(0);

	useEffect(() => {
		const [held] = trail.current;
		if (!held) return;
		if (held.isConnected) {
			if (held.offsetTop !== top.current) follow(held);
			top.current = held.offsetTop;
			return;
		}
		if (document.activeElement !== document.body) return;
		neighbourOf(trail.current.find((one) => one.isConnected))?.focus();
	});

	return {
		onFocus({ target, currentTarget }) {
			trail.current = [...climb(target, currentTarget)];
			top.current = target.offsetTop;
		},
	};
}

/** A button that moved away with its part is followed; a field that somebody writes in stays where it is. */
function follow(held: HTMLElement): void {
	if (held === document.activeElement && held instanceof HTMLButtonElement)
		held.scrollIntoView({ block: "nearest" });
}

/** What can be reached after a place, or inside it; before it where nothing follows. */
function neighbourOf(place: HTMLElement | undefined): HTMLElement | undefined {
	for (let around = place ?? null; place && around; around = around.parentElement) {
		const found = [...around.querySelectorAll<HTMLElement>(reachable)].filter((one) =>
			one.checkVisibility(),
		);
		if (found.length > 0) return found.find((one) => follows(place, one)) ?? found.at(-1);
	}
	return undefined;
}

function follows(place: HTMLElement, other: HTMLElement): boolean {
	return (place.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** An element and what it lies in, up to the place that listens. */
function* climb(from: HTMLElement, until: HTMLElement): Generator<HTMLElement> {
	for (let one: HTMLElement | null = from; one; one = one.parentElement) {
		yield one;
		if (one === until) return;
	}
}
