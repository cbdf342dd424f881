import { eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { showAlias } from "#db/pseudonyms/alias.ts";
import { showCode } from "#db/pseudonyms/code.ts";
import { showWords } from "#db/pseudonyms/pairing-words.ts";
import { users } from "#db/schema/accounts.ts";
import { handoffs } from "#db/schema/handoffs.ts";
import { participations, situations } from "#db/schema/situations.ts";
import { members, structures } from "#db/schema/structures.ts";
import type { KnownAsker } from "./askers.for-tests.ts";

/** Finds in an answer the words that only others may know. */
export type Canaries = {
	/** How many words are watched for. */
	count: number;
	/** @param said what the asker said themselves, which comes back in the address of a form */
	foundIn(text: string, said: readonly string[]): string[];
	/** Words by which the asker's own structure knows a situation. */
	ownIn(text: string): string[];
};

/**
 * The words by which others know what is not the asker's: codes, aliases and addresses of other
 * structures, numbers and addresses of handoffs that they are no side of, e-mail addresses of
 * others, names of structures that are masked or of another territory.
 */
export function canariesFor(db: Db, known: KnownAsker, acquainted: ReadonlySet<string>): Canaries {
	const words = new Set<string>();
	const own = new Set<string>();
	for (const part of db.select().from(participations).all()) {
		const theirs = isSelf(known, part.structureId) ? own : words;
		for (const word of [part.handle, part.code, showCode(part.code), showAlias(part.alias)]) {
			theirs.add(word);
		}
	}
	for (const word of foreignHandoffWords(db, known)) words.add(word);
	for (const email of foreignAddresses(db, known)) words.add(email);
	const names = foreignNames(db, known, acquainted);
	// Two structures may have drawn the same two words.
	for (const word of own) words.delete(word);
	return {
		count: words.size + names.length,
		foundIn(text, said) {
			const found = candidatesIn(text).filter((word) => words.has(word) && !said.includes(word));
			return [...new Set(found), ...names.filter((name) => text.includes(name))];
		},
		ownIn: (text) => candidatesIn(text).filter((word) => own.has(word)),
	};
}

function isSelf({ asker, structureId }: KnownAsker, other: string): boolean {
	const follows = typeof asker === "object" && ["professional", "coordinator"].includes(asker.duty);
	return follows && structureId === other;
}

function foreignHandoffWords(db: Db, known: KnownAsker): string[] {
	const rows = db
		.select()
		.from(handoffs)
		.innerJoin(situations, eq(situations.pk, handoffs.situationPk))
		.all();
	return rows.flatMap(({ handoffs: handoff, situations: situation }) => {
		const { id, number, words: pair, senderHandle, recipientHandle, sentAt } = handoff;
		const { senderId, recipientId } = handoff;
		const sends = isSelf(known, senderId);
		const receives = isSelf(known, recipientId ?? "") && sentAt !== null;
		const looksOn = sentAt !== null && mayLookOn(known, situation);
		const words = new Map([
			[id, false],
			[number, sends || receives || looksOn],
			[showCode(number), sends || receives || looksOn],
			[showWords(pair), sends || receives],
			[senderHandle, sends || looksOn],
			[recipientHandle, receives],
		]);
		return [...words].filter(([, known]) => !known).map(([word]) => word);
	});
}

/** The e-mail addresses of everybody else. */
function foreignAddresses(db: Db, { memberId }: KnownAsker): string[] {
	const own = db
		.select()
		.from(members)
		.all()
		.find(({ id }) => id === memberId)?.userId;
	const rows = db.select().from(users).all();
	return rows.filter(({ id }) => id !== own).map(({ email }) => email);
}

function mayLookOn(known: KnownAsker, situation: typeof situations.$inferSelect): boolean {
	const coordinates = typeof known.asker === "object" && known.asker.duty === "coordinator";
	const here = situation.territoryId === known.territoryId;
	return (coordinates && here) || isSelf(known, situation.leadId ?? "");
}

/** Names that protect somebody, and those of another territory. */
function foreignNames(db: Db, known: KnownAsker, acquainted: ReadonlySet<string>): string[] {
	// The door of a demonstration names everybody whom one may be; an administrator opens territories.
	if (typeof known.asker !== "object" || known.asker.duty === "administrator") return [];
	const rows = db.select().from(structures).all();
	const hidden = rows.filter(({ id, sensitive, territoryId }) => {
		if (territoryId !== known.territoryId) return true;
		return sensitive && !acquainted.has(id);
	});
	const ids = new Set(hidden.map(({ id }) => id));
	const far = rows.filter(({ territoryId }) => territoryId !== known.territoryId);
	const elsewhere = new Set(far.map(({ id }) => id));
	const labels = db
		.select()
		.from(members)
		.all()
		.filter(({ structureId }) => elsewhere.has(structureId));
	const shown = new Set(rows.filter(({ id }) => !ids.has(id)).map(({ name }) => name));
	return [...hidden.map(({ name }) => name), ...labels.map(({ label }) => label)].filter(
		(name) => name.length > 8 && !shown.has(name),
	);
}

/** Pieces of a text that look like one of our words: looked up, so that long texts cost little. */
function candidatesIn(text: string): string[] {
	const plain = text.replaceAll("\\u2013", "–").replaceAll("&#x2013;", "–");
	return [
		...(plain.match(/[A-Za-z0-9_-]{22}/g) ?? []),
		...(plain.match(/\b[0-9A-Z]{5}-?[0-9A-Z]{5}\b/g) ?? []),
		...(plain.match(/\p{L}+ – \p{L}+/gu) ?? []),
		...(plain.match(/\p{Ll}+, \p{Ll}+/gu) ?? []),
		...(plain.match(/[\w.-]+@[\w.-]+/g) ?? []),
	];
}
