import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Db, Tx } from "./client.ts";
import type { Notice } from "./letter-times.ts";
import { users } from "./schema/accounts.ts";
import type { audiences } from "./schema/journal.ts";
import { type letterLanguages, letterWishes, structureLetters } from "./schema/messages.ts";
import { members, structures } from "./schema/structures.ts";
import { territories } from "./schema/territories.ts";

type LetterLanguage = (typeof letterLanguages)[number];

/** Which letters a person wants; urgent ones are not among them: nobody can do without. */
export type LetterWishes = {
	language: LetterLanguage;
	morning: boolean;
	afternoon: boolean;
	weekly: boolean;
};

/** What holds for whoever has chosen nothing. */
export const usualWishes: LetterWishes = {
	language: "fr",
	morning: true,
	afternoon: true,
	weekly: true,
};

/** What a structure decided about its letters. */
export type StructureWishes = Omit<typeof structureLetters.$inferSelect, "structureId">;

/** What holds for a structure that has decided nothing. */
export const usualForStructures: StructureWishes = {
	urgentTo: "everyone",
	mailbox: null,
	mailboxNotices: false,
	language: "fr",
};

/** Somebody who could be told: a place in a structure, and what they want. */
export type Place = {
	userId: string;
	memberId: string;
	structureId: string;
	territoryId: string;
	duty: typeof members.$inferSelect.duty;
	reception: boolean;
	manager: boolean;
	secondContact: boolean;
	email: string;
	/** Everything about them is made up: nothing is ever sent there. */
	demonstration: boolean;
	wishes: LetterWishes;
};

/** A letter goes to a person or to the shared mailbox of a structure; the operator is neither. */
export type Reader = { userId: string } | { structureId: string };

/** Whom a message is for, in which structure their days are, and which notices carry it. */
export type Told = { reader: Reader; structureId: string; notices: readonly Notice[] };

/** The duties that may see what waits. */
const reading = ["professional", "coordinator"] as const;

/** The people who may read what waits in a structure today. */
export function readersIn(db: Db | Tx, structureId: string): Place[] {
	return placesWhere(db, eq(members.structureId, structureId));
}

/** The places in which a person may read what waits today. */
export function placesOf(db: Db | Tx, userId: string): Place[] {
	return placesWhere(db, eq(members.userId, userId));
}

/** Everybody who may read what waits somewhere. */
export function allReaders(db: Db | Tx): Place[] {
	return placesWhere(db, undefined);
}

function placesWhere(db: Db | Tx, condition: ReturnType<typeof eq> | undefined): Place[] {
	return db
		.select({
			userId: members.userId,
			memberId: members.id,
			structureId: members.structureId,
			territoryId: structures.territoryId,
			duty: members.duty,
			reception: members.reception,
			manager: members.manager,
			secondContact: members.secondContact,
			email: users.email,
			demonstration: territories.demonstration,
			wishes: letterWishes,
		})
		.from(members)
		.innerJoin(users, eq(users.id, members.userId))
		.innerJoin(structures, eq(structures.id, members.structureId))
		.innerJoin(territories, eq(territories.id, structures.territoryId))
		.leftJoin(letterWishes, eq(letterWishes.userId, members.userId))
		.where(
			and(
				condition,
				eq(members.active, true),
				eq(structures.active, true),
				inArray(members.duty, reading),
				isNull(users.deletedAt),
			),
		)
		.orderBy(asc(members.structureId), asc(members.id))
		.all()
		.map(({ wishes, ...place }) => ({ ...place, wishes: wishes ?? usualWishes }));
}

/** What a structure decided about its letters, or the usual. */
export function structureWishes(db: Db | Tx, structureId: string): StructureWishes {
	const row = db
		.select()
		.from(structureLetters)
		.where(eq(structureLetters.structureId, structureId))
		.get();
	return row ?? usualForStructures;
}

/** What a message of the outbox asks: whom, in which structure, and how soon. */
export type Asked = {
	structureId: string;
	audience: (typeof audiences)[number];
	kind: "waiting" | "urgent";
};

/**
 * Whom a message to a structure is told to. Where nobody there wants notices, its reception gets
 * them all the same; where nobody is left, the coordination of its territory is told instead.
 *
 * @returns none only where nobody is there to tell
 */
export function toldOf(db: Db | Tx, { structureId, audience, kind }: Asked): Told[] {
	const everyone = readersIn(db, structureId);
	if (everyone.length === 0) {
		return coordinatorsFor(db, structureId).map((place) => toldAt(place, everyNotice));
	}
	const meant = meantIn(everyone, audience);
	// A message to somebody in particular does not go to the mailbox that all of them share.
	const wishes = structureWishes(db, structureId);
	const shared = meant === everyone ? wishes : { ...wishes, mailbox: null };
	return kind === "urgent" ? urgently(meant, shared) : ordinarily(meant, shared);
}

const everyNotice: readonly Notice[] = ["morning", "afternoon"];

function meantIn(everyone: Place[], audience: Asked["audience"]): Place[] {
	const meant = everyone.filter(({ duty, secondContact }) =>
		audience === "coordinators" ? duty === "coordinator" : secondContact,
	);
	return audience === "structure" || meant.length === 0 ? everyone : meant;
}

function urgently(people: readonly Place[], { urgentTo, mailbox }: StructureWishes): Told[] {
	const chosen = urgentTo === "reception" ? receptionOf(people) : people;
	return [...chosen.map((place) => toldAt(place, everyNotice)), ...toMailbox(people, mailbox)];
}

function ordinarily(people: readonly Place[], wishes: StructureWishes): Told[] {
	const { mailbox, mailboxNotices } = wishes;
	const wanting = people
		.map((place) => toldAt(place, noticesOf(place)))
		.filter(({ notices }) => notices.length > 0);
	const told = [...wanting, ...toMailbox(people, mailboxNotices ? mailbox : null)];
	return told.length > 0 ? told : receptionOf(people).map((place) => toldAt(place, ["morning"]));
}

/** The notices that somebody chose. */
export function noticesOf({ wishes }: Pick<Place, "wishes">): Notice[] {
	return everyNotice.filter((notice) => wishes[notice]);
}

function receptionOf(people: readonly Place[]): readonly Place[] {
	const atReception = people.filter(({ reception }) => reception);
	return atReception.length > 0 ? atReception : people;
}

function toMailbox([first]: readonly Place[], mailbox: string | null): Told[] {
	if (!first || mailbox === null) return [];
	const { structureId } = first;
	return [{ reader: { structureId }, structureId, notices: everyNotice }];
}

function toldAt({ userId, structureId }: Place, notices: readonly Notice[]): Told {
	return { reader: { userId }, structureId, notices };
}

function coordinatorsFor(db: Db | Tx, structureId: string): Place[] {
	const territory = db
		.select({ id: structures.territoryId })
		.from(structures)
		.where(eq(structures.id, structureId));
	const own = db
		.select({ id: structures.id })
		.from(structures)
		.where(eq(structures.territoryId, territory));
	return placesWhere(db, inArray(members.structureId, own)).filter(
		({ duty }) => duty === "coordinator",
	);
}
