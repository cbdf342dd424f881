import { createHmac } from "node:crypto";
import type { Language } from "#app/i18n/languages.ts";
import type { Stuck } from "#db/incidents.ts";
import { type Claimed, claimLetter, endLetter, giveTryBack } from "#db/letter-queue.ts";
import { type Jitter, mostJitterMs } from "#db/letter-times.ts";
import { noteReached, noteUnreached, relayState } from "#db/mail-relay.ts";
import { makeLetters } from "#db/make-letters.ts";
import { mostTries } from "#db/schema/messages.ts";
import { makeWeeklyLetters } from "#db/weekly-letters.ts";
import { destinationOf } from "./letter-destinations.server.ts";
import { letterWriter } from "./letter-texts.server.ts";
import { traceOf } from "./log.server.ts";
import type { Delivery } from "./mail.server.ts";
import type { Services } from "./services.server.ts";

/** What one round did with the letters that were due. */
export type Round = { sent: number; shown: number; dropped: number; failed: number };

/** The relay itself, as an incident is about it. */
export const stuckRelay: Stuck = { source: "outbox", key: "mail-relay" };

/** That there is none, as an incident is about it. */
const missingRelay: Stuck = { source: "outbox", key: "mail-relay-missing" };

/** Tries in a row that the relay may leave without an answer before somebody is told. */
const silentAfter = mostTries;

/**
 * Makes letters of the messages that wait, and sends those that are due, urgent ones first, each
 * to one reader.
 *
 * @param goesOn asked between two letters: once stopped, the store may be closed
 * @throws SqliteError when the store is at fault
 */
export async function sendLetters(
	services: Services,
	goesOn: () => boolean = () => true,
): Promise<Round> {
	const round: Round = { sent: 0, shown: 0, dropped: 0, failed: 0 };
	const next = () =>
		goesOn() && !restsNow(services) ? claimLetter(services.db, services.clock.now()) : undefined;
	makeAll(services);
	for (let claim = next(); claim; claim = next()) {
		const became = claim.spent ? "failed" : await sendOne(services, claim.letter);
		if (became === "no-relay") break;
		if (became !== "later") round[settle(services, claim.letter, became)] += 1;
	}
	const ended = Object.values(round).some((count) => count > 0);
	if (ended) services.log.info({ event: "letters-sent", ...round });
	return round;
}

/** Whether the relay is being left alone. */
function restsNow({ db, mail, clock }: Services): boolean {
	const { nextTryAt } = relayState(db);
	return mail.relay && nextTryAt !== null && nextTryAt > clock.now();
}

function makeAll({ db, clock, random, secret, log }: Services): void {
	const moment = { now: clock.now(), random, jitter: jitterUnder(secret) };
	const { faults } = makeLetters(db, moment);
	for (const fault of faults) {
		log.error({ event: "worker-failed", worker: "letters", className: traceOf(fault).className });
	}
	makeWeeklyLetters(db, moment);
}

type Ended = "sent" | "shown" | "dropped" | "failed" | "refused";
type Became = Ended | "later" | "no-relay";

async function sendOne(services: Services, letter: Claimed): Promise<Became> {
	const destination = destinationOf(services, letter);
	if (destination === "nowhere") return "dropped";
	if ("shown" in destination) return "shown";
	if (!services.mail.relay) return showUnsent(services, letter);
	return becameOf(services, letter, await handOver(services, letter, destination));
}

function handOver(
	{ mail, environment, clock }: Services,
	{ number, text }: Claimed,
	{ to, language }: { to: string; language: Language },
): Promise<Delivery> {
	const wording = letterWriter(environment.origins[0])(text)(language);
	return mail.send({ to, number, text, language, ...wording, at: clock.now() });
}

function becameOf(services: Services, letter: Claimed, delivery: Delivery): Became {
	switch (delivery) {
		case "no-relay":
			return leaveRelayAlone(services, letter);
		case "never":
			return "refused";
		case "not-now":
			return letter.tries >= mostTries ? "failed" : "later";
		case "taken":
			return "sent";
	}
}

/** A letter for real people that no relay is there to send: shown, and somebody hears of it. */
function showUnsent({ log, incidents }: Services, { text, reader }: Claimed): "shown" {
	log.warn({ event: "mail-not-set-up", template: text });
	if (reader !== null) incidents.open({ ...missingRelay, reason: "relay-missing" });
	return "shown";
}

/** The relay is what failed: the letter loses no try, and no other letter is tried before a pause. */
function leaveRelayAlone({ db, clock, log, incidents }: Services, { id }: Claimed): "no-relay" {
	giveTryBack(db, id, clock.now());
	const { failures } = noteUnreached(db, clock.now());
	log.warn({ event: "mail-relay-silent", failures });
	if (failures >= silentAfter) incidents.open({ ...stuckRelay, reason: "relay-silent" });
	return "no-relay";
}

/** Records how a letter ended; one that failed waits for somebody. */
function settle(services: Services, { id, reader }: Claimed, ended: Ended): keyof Round {
	const { db, clock, incidents } = services;
	const state = ended === "refused" ? "failed" : ended;
	endLetter(db, id, state, clock.now());
	if (state === "sent") {
		incidents.wentThrough(missingRelay);
		if (noteReached(db, clock.now())) incidents.wentThrough(stuckRelay);
	}
	if (state === "failed") {
		// One incident for all letters to the operator: each new one would ask for another letter.
		const key = reader === null ? "letter:operator" : `letter:${id}`;
		const reason = ended === "refused" ? "letter-refused" : "letter-failed";
		incidents.open({ source: "outbox", key, reason });
	}
	return state;
}

/** Chance that is the same for a reader's notice however often it is asked for. */
export function jitterUnder(secret: string): Jitter {
	const steps = 2 * (mostJitterMs / 1000) + 1;
	return (reader, day, notice) => {
		const drawn = createHmac("sha256", secret).update(`${reader}\0${day}\0${notice}`).digest();
		return (drawn.readUInt32BE() % steps) * 1000 - mostJitterMs;
	};
}
