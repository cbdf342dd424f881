import { type KeyboardEvent, useEffect, useRef } from "react";
import { partAnchor } from "./part-anchor.ts";

type Leaving = { onKeyDown: (event: KeyboardEvent<HTMLElement>) => void };

/**
 * Takes the reader to a part that they open from the outline, the drawing or a finding. Whoever is
 * writing stays where they are.
 *
 * @returns what Escape does inside the form: back to the outline
 */
export function useOpenedPart(part: string): Leaving {
	const seen = useRef(part);

	useEffect(() => {
		if (seen.current === part) return;
		seen.current = part;
		toPart();
	}, [part]);

	return { onKeyDown: leave };
}

/** Takes the reader to the part that is open. */
export function toPart(): void {
	const heading = document.getElementById(partAnchor);
	heading?.focus({ preventScroll: true });
	heading?.scrollIntoView({ block: "nearest" });
}

function leave({ key, defaultPrevented }: KeyboardEvent<HTMLElement>): void {
	if (key !== "Escape" || defaultPrevented) return;
	document.querySelector<HTMLElement>('#outline [aria-current="true"]')?.focus();
}
