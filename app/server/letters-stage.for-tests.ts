import { insertAccount } from "#db/accounts.ts";
import type { Db } from "#db/client.ts";
import { type Incident, openIncidents } from "#db/incidents.ts";
import { users } from "#db/schema/accounts.ts";
import { outbox } from "#db/schema/journal.ts";
import { letters, letterWishes } from "#db/schema/messages.ts";
import { members, structures } from "#db/schema/structures.ts";
import { sentToCrip, tellInStore } from "#db/small-casework.ts";
import { momentAt, monday, type SmallTerritory, smallTerritory } from "#db/small-territory.ts";
import type { Delivery, Letter, Mail } from "./mail.server.ts";
import { testServices } from "./services.for-tests.ts";
import type { Services } from "./services.server.ts";

/** Monday 7 September 2026, ten o'clock in Paris. */
export const mondayAtTen = monday;

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** A relay in memory, that does with each letter what it is told to. */
export type MemoryRelay = Mail & { letters: Letter[]; answer: (letter: Letter) => Delivery };

export type LettersStage = {
	territory: SmallTerritory;
	services: Services;
	db: Db;
	relay: MemoryRelay;
	/** Sets the clock. */
	at(now: number): void;
	/** Queues a message, as an event would. */
	tell(message: Partial<typeof outbox.$inferInsert>): void;
	/** Who got which text so far, but for the operator, whom each incident tells. */
	got(): string[];
	/** The same, as the relay saw them. */
	letters(): Letter[];
	/** How many letters went to the operator. */
	operatorGot(): number;
	incidents(): Incident[];
};

/** A real territory where the spotter handed off to the CRIP, with no message waiting. */
export function lettersStage(given: Partial<Services> = {}): LettersStage {
	const territory = smallTerritory();
	const { db } = territory;
	tellInStore(territory, sentToCrip);
	db.delete(outbox).run();
	for (const { id } of db.select().from(users).all()) wish(db, id, {});
	let now = mondayAtTen + hour;
	const relay = memoryRelay();
	const services = testServices({
		variables: { RELAIS_OPERATOR_MAIL: "hosting@example.org" },
		given: {
			db,
			mail: relay,
			clock: { now: () => now },
			random: momentAt(monday, 7).random,
			...given,
		},
	});
	return {
		...{ territory, services, db, relay },
		at(instant) {
			now = instant;
		},
		tell(message) {
			db.insert(outbox)
				.values({ structureId: "crip", kind: "waiting", at: now, ...message })
				.run();
		},
		got: () => professional(relay).map(({ to, text }) => `${text} ${to}`),
		letters: () => professional(relay),
		operatorGot: () => relay.letters.length - professional(relay).length,
		incidents: () => openIncidents(db),
	};
}

function professional({ letters }: MemoryRelay): Letter[] {
	return letters.filter(({ text }) => text !== "operator");
}

/** Takes every letter, until its answer is changed. */
export function memoryRelay(): MemoryRelay {
	const relay: MemoryRelay = {
		relay: true,
		letters: [],
		answer: () => "taken",
		async send(letter) {
			relay.letters.push(letter);
			return relay.answer(letter);
		},
		trouble: async () => undefined,
	};
	return relay;
}

/** Somebody more in a structure of the stage. */
export function addMember(
	{ db }: LettersStage,
	id: string,
	place: Partial<typeof members.$inferInsert> & { structureId: string },
): void {
	insertAccount(db, { id, email: `${id}@example.org`, name: id, at: monday });
	wish(db, id, {});
	db.insert(members)
		.values({ id: `${id}-place`, userId: id, label: id, ...place })
		.run();
}

/** Which notices somebody wants: unless said, those of the day and not that of the week. */
export function wish(
	db: Db,
	userId: string,
	changes: Partial<Omit<typeof letterWishes.$inferInsert, "userId">>,
): void {
	const wishes = { language: "fr", morning: true, afternoon: true, weekly: false } as const;
	const set = { ...wishes, ...changes };
	db.insert(letterWishes)
		.values({ userId, ...set })
		.onConflictDoUpdate({ target: letterWishes.userId, set })
		.run();
}

/** The structure that coordinates the territory of the stage, with one coordinator. */
export function addCoordination(stage: LettersStage): void {
	const { db, territory } = stage;
	const { territoryId } = territory;
	db.insert(structures)
		.values({ id: "coordination", territoryId, name: "Coordination", kind: "coordination" })
		.run();
	addMember(stage, "coordinator", { structureId: "coordination", duty: "coordinator" });
}

/** Where the letters of the stage stand, by text. */
export function standing({ db }: LettersStage): string[] {
	return db
		.select()
		.from(letters)
		.all()
		.map(({ text, state, tries }) => `${text} ${state} ${tries}`);
}
