import { z } from "zod";
import type { MoveMap, TrackChoice } from "#protocols/casework/move-map.ts";
import { trackChoices } from "#protocols/casework/move-map.ts";

/** A step of the older version, and what it becomes; nothing after the sign where nobody knows. */
const pair = z.string().regex(/^[a-z0-9-]{1,80}>[a-z0-9-]{0,80}$/);
const track = z.string().regex(new RegExp(`^[a-z0-9-]{1,80}>(${trackChoices.join("|")})?$`));

/** The map of a move, and what is asked with it: to look again, to move one, to move all that can be. */
export const moveForm = z.object({
	from: z.string().regex(/^[0-9a-f]{64}$/),
	page: z.coerce.number().int().min(1).max(500),
	map: z.array(pair).max(400),
	tracks: z.array(track).max(100),
	intent: z.enum(["check", "all"]).optional(),
	one: z
		.string()
		.regex(/^[A-Za-z0-9_-]{22}$/)
		.optional(),
});
export type MoveForm = z.output<typeof moveForm>;

/** The map that somebody chose, on top of the one that was proposed. */
export function chosenMap(
	proposed: MoveMap,
	{ map, tracks }: Pick<MoveForm, "map" | "tracks">,
): MoveMap {
	const steps = new Map(Object.entries(proposed.steps));
	for (const [from, to] of map.map(sides)) {
		if (to === "") steps.delete(from);
		else steps.set(from, to);
	}
	const chosen = tracks.map(sides).filter(([, choice]) => choice !== "");
	return {
		steps: Object.fromEntries(steps),
		tracks: Object.fromEntries(chosen) as Record<string, TrackChoice>,
	};
}

function sides(spelled: string): [from: string, to: string] {
	const [from = "", to = ""] = spelled.split(">");
	return [from, to];
}
