import { useEffect } from "react";

/** Takes the reader to the new title when a page changes without changing its address. */
export function useNewTitle(shown: string): void {
	useEffect(() => {
		if (shown === "") return;
		document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
		window.scrollTo(0, 0);
	}, [shown]);
}
