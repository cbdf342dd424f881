import { useSyncExternalStore } from "react";

/**
 * Whether this is the page as the server wrote it, whose scripts have to run. When React draws a
 * whole page anew in the browser, after a failure, they have run: the browser would refuse to have
 * them made from text again, and the page with them.
 */
export function useHasScriptsToRun(): boolean {
	return useSyncExternalStore(neverChanges, inBrowser, asServed);
}

const neverChanges = () => () => {};
const inBrowser = () => false;
const asServed = () => true;
