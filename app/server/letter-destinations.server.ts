import type { Language } from "#app/i18n/languages.ts";
import type { Claimed } from "#db/letter-queue.ts";
import { type Place, placesOf, readersIn, structureWishes } from "#db/letter-readers.ts";
import { somethingWaits } from "#db/something-waits.ts";
import type { Services } from "./services.server.ts";

/**
 * Where a letter goes, as things stand at the moment of sending: to an address; only onto the page
 * of what would be sent; or nowhere, because nobody there may read it or nothing waits any more.
 */
export type Destination =
	| { to: string; language: Language }
	| { shown: "made-up" | "no-address" }
	| "nowhere";

/** Looks a reader up anew: whoever lost their place since the letter was made gets nothing. */
export function destinationOf(services: Services, { reader, text }: Claimed): Destination {
	if (reader === null) return toOperator(services);
	if ("structureId" in reader) return toMailbox(services, reader.structureId, text);
	const waits = waitsFor(services);
	const places = placesOf(services.db, reader.userId);
	const [first] = places;
	if (!first || (text === "weekly" && !first.wishes.weekly)) return "nowhere";
	if (text !== "urgent" && !places.some((place) => waits(place))) return "nowhere";
	if (places.every(({ demonstration }) => demonstration)) return { shown: "made-up" };
	return { to: first.email, language: first.wishes.language };
}

function toOperator({ environment }: Services): Destination {
	const { address, language } = environment.mail.operator;
	return address === undefined ? { shown: "no-address" } : { to: address, language };
}

function toMailbox(services: Services, structureId: string, text: Claimed["text"]): Destination {
	const waits = waitsFor(services);
	const people = readersIn(services.db, structureId);
	const { mailbox, mailboxNotices, language } = structureWishes(services.db, structureId);
	if (mailbox === null || (text !== "urgent" && !mailboxNotices)) return "nowhere";
	if (!people.some((place) => text === "urgent" || waits(place))) return "nowhere";
	if (people.every(({ demonstration }) => demonstration)) return { shown: "made-up" };
	return { to: mailbox, language };
}

function waitsFor({ db, clock }: Services): (place: Place) => boolean {
	return (place) => somethingWaits(db, place, clock.now());
}
