import { count } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { showAlias } from "#db/pseudonyms/alias.ts";
import { users } from "#db/schema/accounts.ts";
import { handoffs } from "#db/schema/handoffs.ts";
import { journal } from "#db/schema/journal.ts";
import { participations } from "#db/schema/situations.ts";
import { members, structures } from "#db/schema/structures.ts";
import { accompanied, sentToCrip, tellInStore } from "#db/small-casework.ts";
import { momentAt } from "#db/small-territory.ts";
import { sweepTimers } from "#db/timers.ts";
import { placesOf } from "#protocols/language/places.ts";
import { letterWriter } from "./letter-texts.server.ts";
import { sendLetters } from "./letters.server.ts";
import {
	day,
	hour,
	type LettersStage,
	lettersStage,
	mondayAtTen,
	wish,
} from "./letters-stage.for-tests.ts";
import type { Letter } from "./mail.server.ts";
import { openMailHouse } from "./mail-house.for-tests.ts";
import { relayMail } from "./mail-relay.server.ts";

const events = 5000;

/** Stories that go on: with an answer, with silence, with a refusal, with care asked for. */
const stories = [
	sentToCrip,
	accompanied,
	[...sentToCrip, { by: "crip", onHandoff: "send-concern", event: "ACKNOWLEDGE" as const }],
	[...accompanied, { by: "lead", handsOff: "ask-care" }],
];

test("over five thousand events letters have as many wordings as there are texts, and say nothing", {
	timeout: 240_000,
}, async () => {
	const stage = lettersStage();
	const readers = stage.db.select().from(users).all();
	for (const [place, { id }] of readers.entries()) {
		wish(stage.db, id, { language: place % 2 === 0 ? "fr" : "en", weekly: true });
	}

	await tellEvents(stage);

	const letters = stage.letters();
	expect(letters.length).toBeGreaterThan(150);
	expect(new Set(letters.map(({ text }) => text))).toEqual(
		new Set(["waiting", "urgent", "weekly"]),
	);
	const wordings = (["fr", "en"] as const).map(
		(language) => new Set(letters.filter((one) => one.language === language).map(wordingOf)),
	);
	expect(wordings.map(({ size }) => size)).toEqual([3, 3]);
	const all = wordings.flatMap((own) => [...own]).join("\n");
	for (const name of namesIn(stage)) expect(all).not.toMatch(wholeWord(name));
});

test("what a mail server gets to read says nothing either", async () => {
	const house = await openMailHouse();
	onTestFinished(() => house.close());
	const relay = { host: "127.0.0.1", port: house.port, tls: "none", login: undefined } as const;
	const mail = relayMail({ ...relay, sender: "no-reply@example.org" }, { site });
	const stage = lettersStage({ mail });
	for (const structureId of ["crip", "crip-2", "lead", "spotter"]) {
		stage.tell({ structureId, kind: "urgent" });
	}

	await sendLetters(stage.services);

	expect(house.taken).toHaveLength(4);
	const plain = house.taken.map(({ raw, to }) =>
		raw
			.replaceAll(to[0] ?? "", "reader")
			.replace(/^Message-ID: .*$/im, "")
			.replaceAll(/=\r\n/g, ""),
	);
	expect(new Set(plain).size).toBe(1);
	for (const name of namesIn(stage)) expect(plain[0]).not.toMatch(wholeWord(name));
});

test("a letter is asked for by its text and a language, and leads to the root of the site alone", () => {
	const write = letterWriter(site);

	for (const text of ["waiting", "urgent", "weekly", "operator"] as const) {
		for (const language of ["fr", "en"] as const) {
			expect(write(text)).toHaveLength(1);
			const { subject, body } = write(text)(language);
			expect(`${subject} ${body}`.match(/https?:\S+/g)).toEqual([`${site}/`]);
			expect(`${subject} ${body}`).not.toMatch(/\{\{|\d/);
		}
	}
});

test("French letters keep their marks to their words", () => {
	const { subject, body } = letterWriter(site)("urgent")("fr");

	expect(subject).toMatch(/\u00a0: /);
	expect(`${subject}${body}`.replaceAll(`${site}/`, "")).not.toMatch(/[^\s\u00a0][:;?!»]/u);
});

const site = "https://relais.example.org";

/** Has five thousand events happen over weeks, and letters sent meanwhile. */
async function tellEvents(stage: LettersStage): Promise<void> {
	let now = mondayAtTen + day;
	for (let told = 0; eventsIn(stage) < events; told += 1) {
		const acts = stories[told % stories.length] ?? sentToCrip;
		tellInStore(stage.territory, acts, { seed: told + 2, startsAt: now });
		now += (told % 5) * 3 * hour + hour;
		sweepTimers(stage.db, momentAt(now, told));
		stage.at(now);
		if (told % 4 === 0) await sendLetters(stage.services);
	}
}

function wordingOf({ subject, body }: Letter): string {
	return `${subject}\n${body}`;
}

function eventsIn({ db }: LettersStage): number {
	return db.select({ events: count() }).from(journal).get()?.events ?? 0;
}

/** Everything that tells one situation, structure, step or person from another. */
function namesIn({ db, territory }: LettersStage): string[] {
	const parts = db.select().from(participations).all();
	const handed = db.select().from(handoffs).all();
	const { steps } = placesOf(territory.protocol);
	return [
		...parts.flatMap(({ alias, code, handle }) => [showAlias(alias), code, handle]),
		...handed.flatMap(({ senderHandle, recipientHandle }) => [senderHandle, recipientHandle]),
		...db
			.select()
			.from(structures)
			.all()
			.flatMap(({ id, name }) => [id, name]),
		...db
			.select()
			.from(members)
			.all()
			.flatMap(({ id, label }) => [id, label]),
		...[...steps.values()].flatMap(({ step }) => [
			step.id,
			step.title.fr,
			step.title.en ?? step.id,
		]),
	];
}

function wholeWord(name: string): RegExp {
	const escaped = name.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
	return new RegExp(`(?<![\\p{L}\\d])${escaped}(?![\\p{L}\\d])`, "u");
}
