import { randomBytes } from "node:crypto";
import type { Moment } from "#db/journal.ts";

/** Chance, for whatever a command writes. */
export const chance = { bytes: (count: number) => new Uint8Array(randomBytes(count)) };

/** The instant and the chance of a command. */
export function momentNow(): Moment {
	return { now: Date.now(), random: chance };
}
