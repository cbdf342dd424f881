import type { RefusalText } from "./refusal-text.ts";

/**
 * The refusal of what was just sent, or what stands in the way before anything is sent. Where both
 * are there, the first says what happened and the second what is left to do.
 */
export function refusalShown(
	sent: RefusalText | undefined,
	before: RefusalText | null,
): RefusalText | null {
	if (!sent || !before) return sent ?? before;
	return { ...sent, next: `${before.what} ${before.next}` };
}
