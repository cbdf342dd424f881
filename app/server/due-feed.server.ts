import { createHmac } from "node:crypto";
import type { Language } from "#app/i18n/languages.ts";
import { speechOf } from "#app/i18n/speech-of.ts";
import { feedReader } from "#db/due-feeds.ts";
import { placesOf } from "#db/letter-readers.ts";
import { workOf } from "#db/own-work.ts";
import { networkBehind } from "./guesses.server.ts";
import { notFound } from "./not-found.server.ts";
import type { Services } from "./services.server.ts";
import { siteName } from "./site-name.ts";
import { type TriesLimit, takeTry } from "./tries.server.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** What a calendar shows of due dates: those a week ago that still wait, and those of three months. */
const shownMs = { before: 7 * dayMs, after: 92 * dayMs };

/** Calendar applications ask several times an hour; a whole office may share one network. */
const byNetwork: TriesLimit = { purpose: "due-feed-of-network", most: 600, withinMs: hourMs };
const byReader: TriesLimit = { purpose: "due-feed-of-reader", most: 60, withinMs: hourMs };

/**
 * The due dates behind a secret address, as a calendar application reads them: an hour, and that
 * something is due. Two things due in the same hour are one entry, so that nothing can be counted.
 *
 * @throws Response 404 when the address opens nothing: unknown, withdrawn, of somebody who may not
 *   act any more; 429 when it is read too often
 */
export function readFeed(services: Services, request: Request, secret: string): string {
	const { db, clock } = services;
	if (!takeTry(services, byNetwork, networkBehind(request))) tooOften();
	const userId = feedReader(db, secret, clock.now()) ?? notFound();
	if (!takeTry(services, byReader, userId)) tooOften();

	const places = placesOf(db, userId).filter(
		({ demonstration }) => services.environment.demonstration || !demonstration,
	);
	const [first] = places;
	if (!first) notFound();
	return calendarOf({
		hours: hoursDue(
			places.flatMap((place) => workOf(db, place).map(({ dueAt }) => dueAt)),
			clock.now(),
		),
		now: clock.now(),
		secret,
		host: new URL(services.environment.origins[0]).hostname,
		language: first.wishes.language,
	});
}

function tooOften(): never {
	throw new Response(null, { status: 429, headers: { "Retry-After": "3600" } });
}

/** The hours in which something is due, each once, at its beginning: never later than it is. */
export function hoursDue(instants: readonly (number | null)[], now: number): number[] {
	const shown = instants.filter(
		(at) => at !== null && at >= now - shownMs.before && at <= now + shownMs.after,
	);
	const hours = shown.map((at) => Math.floor(Number(at) / hourMs) * hourMs);
	return [...new Set(hours)].sort((one, other) => one - other);
}

type Calendar = { hours: number[]; now: number; secret: string; host: string; language: Language };

/** Writes a calendar as RFC 5545 has it. */
export function calendarOf({ hours, now, secret, host, language }: Calendar): string {
	const { say } = speechOf(language);
	const summary = escaped(say("messages:feed.summary", { name: siteName }));
	const events = hours.flatMap((at) => [
		"BEGIN:VEVENT",
		`UID:${uidOf(secret, at)}@${host}`,
		`DTSTAMP:${stamp(now)}`,
		`DTSTART:${stamp(at)}`,
		"DURATION:PT30M",
		`SUMMARY:${summary}`,
		"CLASS:PRIVATE",
		"TRANSP:TRANSPARENT",
		"END:VEVENT",
	]);
	return [
		"BEGIN:VCALENDAR",
		"VERSION:2.0",
		`PRODID:-//${escaped(siteName)}//1.0//${language.toUpperCase()}`,
		"CALSCALE:GREGORIAN",
		"METHOD:PUBLISH",
		`X-WR-CALNAME:${escaped(siteName)}`,
		"REFRESH-INTERVAL;VALUE=DURATION:PT4H",
		"X-PUBLISHED-TTL:PT4H",
		...universalTime,
		...events,
		"END:VCALENDAR",
	]
		.map((line) => `${folded(line)}\r\n`)
		.join("");
}

/** A calendar holds at least one component, also when nothing is due. */
const universalTime = [
	"BEGIN:VTIMEZONE",
	"TZID:UTC",
	"BEGIN:STANDARD",
	"DTSTART:19700101T000000",
	"TZOFFSETFROM:+0000",
	"TZOFFSETTO:+0000",
	"END:STANDARD",
	"END:VTIMEZONE",
];

/** Stable for an hour of this feed; in another feed the same hour has another name. */
function uidOf(secret: string, hour: number): string {
	return createHmac("sha256", secret).update(`due ${hour}`).digest("base64url").slice(0, 22);
}

function stamp(at: number): string {
	return `${new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;
}

function escaped(text: string): string {
	return text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll("\n", "\\n");
}

const mostOctets = 75;

/** No line is longer than 75 octets, and no character is cut in two. */
function folded(line: string): string {
	const lines = [""];
	for (const character of line) {
		const current = lines.at(-1) ?? "";
		const fits = Buffer.byteLength(current + character) <= mostOctets;
		if (fits) lines[lines.length - 1] = current + character;
		else lines.push(` ${character}`);
	}
	return lines.join("\r\n");
}
