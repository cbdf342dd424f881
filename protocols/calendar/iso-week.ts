import { weekdayOf } from "./day-number.ts";

const dayMs = 86_400_000;

/** The beginning of the ISO week that an instant lies in: its Monday at 00:00 UTC, in milliseconds. */
export function weekOf(at: number): number {
	const day = Math.floor(at / dayMs);
	return (day - weekdayOf(day) + 1) * dayMs;
}
