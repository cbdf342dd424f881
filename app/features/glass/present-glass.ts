import type { Glass } from "#db/glass.ts";
import type { ShownGlass } from "./ask-page.tsx";

/** An emergency access without the names of its people. */
export function presentGlass(glass: Glass | undefined): ShownGlass | null {
	if (!glass) return null;
	const { state, reason, endsAt } = glass;
	return { state, reason, endsAt };
}
