import type { SituationPage } from "#db/situation-page.ts";

/** Open steps that the small line can name without pushing the page away. */
const mostNamed = 3;

/**
 * Where a situation stands, for the small line. Where many steps are open side by side, it names
 * one's own; those of the partners are listed further down.
 */
export function placeInSmall({ place, steps }: Pick<SituationPage, "place" | "steps">) {
	if (place.open.length <= mostNamed) return place;
	const own = new Set(steps.filter((step) => step.own).map(({ id }) => id));
	const ours = place.open.filter(({ stepId }) => own.has(stepId));
	if (ours.length <= mostNamed) return { ...place, open: ours };
	const running = ours.filter(({ state }) => state !== "paused");
	return { ...place, open: running.slice(0, mostNamed) };
}
