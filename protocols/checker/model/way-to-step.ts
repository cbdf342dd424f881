import type { Analysis } from "./analysis.ts";
import { type Tread, wayTo } from "./explore.ts";
import { firstStateAt } from "./stood-at.ts";

/** The shortest way to an open step; nothing where it never opens. */
export function wayToStep({ model, around }: Analysis, stepId: string): { way?: Tread[] } {
	const place = model.nodeOf.get(stepId);
	if (!place) return {};
	const exploration = around(place.process);
	const state = firstStateAt(exploration, (at) => at[place.process] === place.node);
	return state === undefined ? {} : { way: wayTo(exploration, state) };
}
