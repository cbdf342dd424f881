import type { DelayUnit } from "#protocols/language/delay.ts";
import { remainingTime, resumeAt } from "./remaining.ts";
import type { EpochMs } from "./time-zone.ts";
import type { StructureClosing, WorkingCalendar } from "./working-calendar.ts";

/**
 * The instant at which a part of a delay has run: 0.75 for a reminder, 1.5 and 2 for what follows
 * when nobody answers.
 *
 * Working units run in office time, so that no stage is reached at night or on a closing day; the
 * two others run in elapsed time. Whole milliseconds.
 *
 * @throws RangeError when the part is negative or the delay ends before it starts
 */
export function partWay(
	calendar: WorkingCalendar,
	from: EpochMs,
	due: EpochMs,
	part: number,
	unit: DelayUnit,
	closing?: StructureClosing,
): EpochMs {
	if (!(part >= 0 && due >= from)) {
		throw new RangeError(`No part ${part} of a delay from ${from} to ${due}`);
	}
	if (part === 1) return due;
	const whole = remainingTime(calendar, from, due, unit, closing);
	const [start, share] = part < 1 ? [from, part] : [due, part - 1];
	return resumeAt(calendar, start, Math.round(whole * share), unit, closing);
}
