import { createHash } from "node:crypto";
import { and, desc, eq, getTableColumns, gte, lt, lte, min, sql } from "drizzle-orm";
import { genesis, type Link, linkAfter } from "./chain.ts";
import type { Db, Tx } from "./client.ts";
import { given, preparedOnce } from "./prepared.ts";
import type { Random } from "./pseudonyms/code.ts";
import { audit, type auditActs, auditAnchor, type auditScreens } from "./schema/audit.ts";

export type AuditAct = (typeof auditActs)[number];
export type AuditScreen = (typeof auditScreens)[number];

/** Something that is kept in the trail: never an answer, never a word that somebody typed. */
export type AuditEntry = {
	/** A member; an account that acts for no structure yet; `system`, `operator` or `nobody`. */
	actor: string;
	structureId?: string;
	act: AuditAct;
	screen?: AuditScreen;
	/** Whom or what it concerns beside a situation: a member, an account, a version. */
	subject?: string;
	/** What stands for the session, from `visitOf`. */
	visit?: string;
	situationPk?: number;
	/** A handoff of that situation. */
	handoffId?: string;
};

/** The end of the trail: how many entries there ever were, and what the next one follows. */
export type TrailHead = { sequence: number; link: Link };

/** The instant and the chance of what is kept. */
type Moment = { now: number; random: Random };

/** Readings of one screen in one session are kept once in this time. */
export const readingWindowMs = 15 * 60_000;

/**
 * Adds an entry to the trail. Give a transaction to keep it with what it tells of, or lose both.
 *
 * @throws SqliteError when it cannot be kept: whatever it tells of must not happen then
 */
export function recordAudit(db: Db | Tx, { now, random }: Moment, entry: AuditEntry): void {
	const write = (tx: Db | Tx) => {
		const head = trailHead(tx);
		const row = rowOf(entry, { sequence: head.sequence + 1, at: now, random });
		const link = Buffer.from(linkAfter(head.link, trailParts(row)));
		statementsOf(tx).add.run({ ...row, link });
	};
	if (isOpen(db)) write(db);
	else db.transaction(write, { behavior: "immediate" });
}

/** A reading: kept before its answer leaves, once in a quarter of an hour for a screen and session. */
export function recordReading(
	db: Db | Tx,
	moment: Moment,
	entry: AuditEntry & { screen: AuditScreen; visit: string },
): void {
	if (!wasRead(db, moment.now, entry)) recordAudit(db, moment, entry);
}

/** What stands for a session in the trail: 16 bytes that lead back to no session. */
export function visitOf(sessionToken: string): string {
	const digest = createHash("sha256").update("visit").update(sessionToken).digest();
	return digest.subarray(0, 16).toString("base64url");
}

/** The end of the trail, for what follows and for checkpoints. */
export function trailHead(db: Db | Tx): TrailHead {
	return statementsOf(db).last.get() ?? trailAnchor(db);
}

/** What the oldest entry that is still kept follows. */
export function trailAnchor(db: Db | Tx): TrailHead {
	const anchor = db
		.select({ sequence: auditAnchor.sequence, link: auditAnchor.link })
		.from(auditAnchor)
		.get();
	return anchor ?? { sequence: 0, link: genesis };
}

type Row = Omit<typeof audit.$inferSelect, "link">;

/**
 * What the link of an entry covers: everything but the names that may be forgotten, which `mark`
 * stands for.
 */
export function trailParts(row: Row) {
	const { sequence, at, actor, structureId, act, screen, subject, session, mark } = row;
	return ["audit", sequence, at, actor, structureId, act, screen, subject, session, mark];
}

/**
 * Walks the trail and says at which entry it stops holding: a link that does not follow, a number
 * left out, a name that is not the one that was marked.
 *
 * @returns the number of that entry; undefined when everything holds
 */
export function brokenTrailEntry(db: Db): number | undefined {
	let { sequence, link } = trailAnchor(db);
	const rows = db.select().from(audit).orderBy(audit.sequence);
	for (const row of rows.all()) {
		const follows = row.sequence === sequence + 1;
		const linked = Buffer.from(linkAfter(link, trailParts(row))).equals(row.link);
		if (!follows || !linked || !isMarked(row)) return row.sequence;
		({ sequence, link } = row);
	}
}

/** Forgets which situation was read or acted on; the entries and their chain stay. */
export function forgetInTrail(tx: Tx, situationPk: number): void {
	tx.update(audit)
		.set({ situationPk: null, handoffId: null, salt: null })
		.where(eq(audit.situationPk, situationPk))
		.run();
}

/**
 * Forgets the oldest entries, up to the first that is not older than an instant. The store itself
 * keeps the last twelve months, whatever is asked.
 *
 * @returns how many entries were forgotten
 */
export function cleanAudit(db: Db | Tx, before: number): number {
	const write = (tx: Db | Tx) => {
		const kept = tx
			.select({ first: min(audit.sequence) })
			.from(audit)
			.where(gte(audit.at, before))
			.get();
		const last = tx
			.select({ sequence: audit.sequence, link: audit.link })
			.from(audit)
			.where(kept?.first ? lt(audit.sequence, kept.first) : undefined)
			.orderBy(desc(audit.sequence))
			.limit(1)
			.get();
		if (!last) return 0;
		tx.insert(auditAnchor)
			.values({ id: 1, ...last })
			.onConflictDoUpdate({ target: auditAnchor.id, set: last })
			.run();
		return tx.delete(audit).where(lte(audit.sequence, last.sequence)).run().changes;
	};
	return isOpen(db) ? write(db) : db.transaction(write, { behavior: "immediate" });
}

const saltLength = 16;

function rowOf(
	entry: AuditEntry,
	{ sequence, at, random }: { sequence: number; at: number; random: Random },
): Row {
	const { actor, structureId = null, act, screen = null, subject = null } = entry;
	const { situationPk = null, handoffId = null, visit } = entry;
	const salt = situationPk === null ? null : Buffer.from(random.bytes(saltLength));
	return {
		...{ sequence, at, actor, structureId, act, screen, subject },
		session: visit === undefined ? null : Buffer.from(visit, "base64url"),
		...{ situationPk, handoffId },
		salt,
		mark: salt && situationPk !== null ? markOf(salt, situationPk, handoffId) : null,
	};
}

/** Whether the same reading was kept in the last quarter of an hour. */
export function wasRead(db: Db | Tx, now: number, entry: AuditEntry & { visit: string }): boolean {
	const { act, screen = null, situationPk = null, handoffId = null, structureId = null } = entry;
	const same = statementsOf(db).same.get({
		session: Buffer.from(entry.visit, "base64url"),
		...{ since: now - readingWindowMs, now },
		...{ act, screen, structureId, situationPk, handoffId },
	});
	return same !== undefined;
}

const statementsOf = preparedOnce((db) => {
	const { sequence, link, session, at } = audit;
	const { act, screen, structureId, situationPk, handoffId } = audit;
	const alike = Object.entries({ act, screen, structureId, situationPk, handoffId }).map(
		// `IS` finds what is not there as well.
		([name, column]) => sql`${column} IS ${sql.placeholder(name)}`,
	);
	return {
		add: db
			.insert(audit)
			.values(given(getTableColumns(audit)))
			.prepare(),
		last: db.select({ sequence, link }).from(audit).orderBy(desc(sequence)).limit(1).prepare(),
		same: db
			.select({ sequence })
			.from(audit)
			.where(
				and(
					eq(session, sql.placeholder("session")),
					gte(at, sql.placeholder("since")),
					lte(at, sql.placeholder("now")),
					...alike,
				),
			)
			.limit(1)
			.prepare(),
	};
});

function isMarked({ salt, situationPk, handoffId, mark }: Row): boolean {
	if (!salt || situationPk === null) return true;
	return mark?.equals(markOf(salt, situationPk, handoffId)) ?? false;
}

function markOf(salt: Uint8Array, situationPk: number, handoffId: string | null): Buffer {
	return Buffer.from(linkAfter(genesis, [salt, situationPk, handoffId]));
}

/** Whether a transaction is already open, whose fate the entry shares. */
function isOpen(db: Db | Tx): db is Tx {
	return !("$client" in db);
}
