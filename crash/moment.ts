import { createHash } from "node:crypto";
import type { Moment } from "#db/journal.ts";

/**
 * The instant and the chance of an act: the same act draws the same names, and no two acts of any
 * campaign draw the same ones, as they would not with real chance.
 */
export function momentOf(seed: number, { index, now }: { index: number; now: number }): Moment {
	let drawn = 0;
	return {
		now,
		random: {
			bytes(count) {
				drawn += 1;
				const digest = createHash("shake256", { outputLength: count });
				return new Uint8Array(digest.update(`${seed}/${index}/${drawn}`).digest());
			},
		},
	};
}
