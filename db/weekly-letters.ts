import type Database from "better-sqlite3";
import type { Db } from "./client.ts";
import { openingOf } from "./letter-openings.ts";
import { latestDue, queueLetter } from "./letter-queue.ts";
import { allReaders, type Place } from "./letter-readers.ts";
import { type Opening, weeklyTime, weekOfLetter } from "./letter-times.ts";
import { askedFor, type LetterMoment } from "./make-letters.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** A stretch of time, without its end. */
type Span = { from: number; until: number };

/** What is known of the weeks: nothing is lost with it, a letter that is there is never made again. */
type Known = {
	/** Within the hour after a look, nobody can have come who is too late an hour after. */
	looked: Span;
	/** The week that is settled for each reader. */
	weeks: Map<string, Span>;
};

const knownOf = new WeakMap<Database.Database, Known>();

/**
 * Queues the letter of this week for everybody who wants it and has none yet. Whoever comes more
 * than a day after its time waits for the next one. Asked every few seconds, it looks at who is
 * there once an hour, and works out the time of a letter once for each reader and week.
 */
export function makeWeeklyLetters(db: Db, moment: LetterMoment): void {
	const { now } = moment;
	const known = knownOf.get(db.$client);
	if (known && isWithin(known.looked, now)) return;
	const weeks = known?.weeks ?? new Map<string, Span>();
	const openings = new Map<string, Opening>();
	for (const place of onePlaceEach(allReaders(db))) {
		if (!place.wishes.weekly || isWithin(weeks.get(place.userId), now)) continue;
		const opening = openings.get(place.structureId) ?? openingOf(db, place.structureId);
		openings.set(place.structureId, opening);
		// Where no day is open, the calendar may still change in this week.
		if (queueWeekly(db, place, opening, moment)) {
			weeks.set(place.userId, weekOfLetter(opening, now));
		}
	}
	knownOf.set(db.$client, { looked: { from: now, until: now + hourMs }, weeks });
}

/** @returns whether this week is settled for the reader */
function queueWeekly(db: Db, { userId }: Place, opening: Opening, moment: LetterMoment): boolean {
	const reader = { userId };
	const dueAt = weeklyTime(askedFor(reader, opening, moment));
	if (dueAt === undefined) return false;
	const { from } = weekOfLetter(opening, moment.now);
	if (moment.now > dueAt + dayMs || (latestDue(db, "weekly", reader) ?? 0) >= from) return true;
	db.transaction((tx) => queueLetter(tx, { text: "weekly", reader, dueAt }, moment.random), {
		behavior: "immediate",
	});
	return true;
}

/** A clock that was set back is before what was looked at. */
function isWithin(span: Span | undefined, now: number): boolean {
	return span !== undefined && now >= span.from && now < span.until;
}

function onePlaceEach(places: readonly Place[]): Place[] {
	return [...new Map(places.toReversed().map((place) => [place.userId, place])).values()];
}
