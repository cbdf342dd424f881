import { Temporal } from "temporal-polyfill";
import type { DayNumber } from "./day-number.ts";

/** An instant, in milliseconds since 1 January 1970 in universal time. */
export type EpochMs = number;

/** Milliseconds in an hour. */
export const hourMs = 3_600_000;
/** Milliseconds in a minute. */
export const minuteMs = 60_000;
/** Milliseconds in 24 hours, whatever the clocks do that day. */
export const dayMs = 86_400_000;

/** A wall clock that shows no zone: the milliseconds it would be at, were it in universal time. */
export type WallMs = number;

const offsetsOf = new Map<string, Map<DayNumber, number>>();
const keptDays = 50_000;

/** Says whether a name is a time zone that this machine knows, such as "Indian/Reunion". */
export function isTimeZone(name: string): boolean {
	try {
		exactOffset(name, 0);
		return true;
	} catch (refused) {
		if (refused instanceof RangeError) return false;
		throw refused;
	}
}

/** What the clocks of a zone show at an instant. */
export function wallAt(timeZone: string, at: EpochMs): WallMs {
	return at + offsetAt(timeZone, at);
}

/** The local day of a zone at an instant. */
export function localDay(timeZone: string, at: EpochMs): DayNumber {
	return Math.floor(wallAt(timeZone, at) / dayMs);
}

/**
 * The instant at which the clocks of a zone show a time.
 *
 * A time that the spring change skips gives the first instant after the gap; a time that the
 * autumn change repeats gives the earlier instant.
 */
export function instantOf(timeZone: string, wall: WallMs): EpochMs {
	const before = offsetAt(timeZone, wall - dayMs);
	const after = offsetAt(timeZone, wall + dayMs);
	const early = wall - before;
	if (before === after || offsetAt(timeZone, early) === before) return early;
	const late = wall - after;
	return offsetAt(timeZone, late) === after ? late : endOfGap(timeZone, late);
}

function endOfGap(timeZone: string, insideOldOffset: EpochMs): EpochMs {
	const zoned =
		Temporal.Instant.fromEpochMilliseconds(insideOldOffset).toZonedDateTimeISO(timeZone);
	const change = zoned.getTimeZoneTransition("next");
	if (change === null) throw new RangeError(`No clock change in ${timeZone} after ${zoned}`);
	return change.epochMilliseconds;
}

/** Offsets are kept for the midnights of universal time; only a day of change is asked again. */
function offsetAt(timeZone: string, at: EpochMs): number {
	const day = Math.floor(at / dayMs);
	const atStart = midnightOffset(timeZone, day);
	return atStart === midnightOffset(timeZone, day + 1) ? atStart : exactOffset(timeZone, at);
}

function midnightOffset(timeZone: string, day: DayNumber): number {
	let offsets = offsetsOf.get(timeZone);
	if (!offsets || offsets.size > keptDays) {
		offsets = new Map();
		offsetsOf.set(timeZone, offsets);
	}
	let offset = offsets.get(day);
	if (offset === undefined) {
		offset = exactOffset(timeZone, day * dayMs);
		offsets.set(day, offset);
	}
	return offset;
}

function exactOffset(timeZone: string, at: EpochMs): number {
	const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
	return Math.round(zoned.offsetNanoseconds / 1_000_000);
}
