import type Database from "better-sqlite3";
import { genesis, type Link, linkAfter } from "./chain.ts";
import { type ChainedRow, type ChainedTable, chainedTables } from "./chained-tables.ts";
import { type Checkpoint, type Head, type Statement, shortForm } from "./checkpoint-text.ts";

/** A chain as it was found, walked from its beginning. */
export type WalkedChain = {
	table: ChainedTable["table"];
	/** How far it holds. */
	head: Head;
	/** The first entry that does not follow, or is missing; undefined when every one follows. */
	brokenAt: number | undefined;
	/** How many of the oldest entries were forgotten; what they were can be checked no more. */
	forgotten: number;
	/** The links at the counts that were asked for, as far as they could be walked. */
	links: ReadonlyMap<number, Link>;
};

/** What does not agree with a checkpoint. */
export type Disagreement = {
	table: ChainedTable["table"];
	/** `shorter`: entries are missing at the end. `rewritten`: up to `count`, others stand there. */
	kind: "shorter" | "rewritten" | "forgotten";
	count: number;
};

/** Walks a chain and works out every link anew. @param counts where to note the link */
export function walkChain(
	client: Database.Database,
	chained: ChainedTable,
	counts: readonly number[] = [],
): WalkedChain {
	const wanted = new Set(counts);
	let head = anchorOf(client, chained);
	const forgotten = head.count;
	const links = new Map<number, Link>([[head.count, head.link]]);
	const walked = (brokenAt?: number) => ({
		table: chained.table,
		head,
		brokenAt,
		forgotten,
		links,
	});
	try {
		const rows = client.prepare(`SELECT * FROM ${chained.table} ORDER BY sequence`).iterate();
		for (const row of rows as Iterable<ChainedRow>) {
			const link = linkOf(row, chained, head.link);
			const follows = row.sequence === head.count + 1 && link.equals(row.link);
			if (!follows || !chained.holds(row)) return walked(head.count + 1);
			head = { count: row.sequence, link };
			if (wanted.has(row.sequence)) links.set(row.sequence, link);
		}
	} catch (error) {
		// A number that is none of ours: SQLite holds larger ones than we ever write.
		if (error instanceof RangeError) return walked(head.count + 1);
		throw error;
	}
	return walked();
}

function linkOf(row: ChainedRow, { table, columns }: ChainedTable, previous: Link): Buffer {
	const parts = columns.map((column) => row[column] ?? null);
	return Buffer.from(linkAfter(previous, [table, ...parts]));
}

/** Walks every chain of a store. @param statements where to note links, to compare with them */
export function walkChains(
	client: Database.Database,
	statements: readonly Statement[] = [],
): Record<ChainedTable["table"], WalkedChain> {
	const walked = chainedTables.map((chained) => {
		const counts = statements.map((statement) => statement[chained.table].count);
		return [chained.table, walkChain(client, chained, counts)] as const;
	});
	return Object.fromEntries(walked) as Record<ChainedTable["table"], WalkedChain>;
}

/** How the trail is kept: entries older than this may be forgotten, and checked no more. */
const keptMs = 365 * 24 * 3_600_000;

/**
 * Compares what was walked with what a checkpoint states.
 *
 * @param now oldest entries may be missing only once they are older than a year
 */
export function disagreementsWith(
	statement: Statement,
	walked: Record<ChainedTable["table"], WalkedChain>,
	now: number,
): Disagreement[] {
	return chainedTables.flatMap(({ table }): Disagreement[] => {
		const { count, link } = statement[table];
		const { head, links, forgotten } = walked[table];
		if (count > head.count) return [{ table, kind: "shorter", count: head.count }];
		if (count < forgotten) {
			const lawful = statement.at <= now - keptMs;
			return lawful ? [] : [{ table, kind: "forgotten", count: forgotten }];
		}
		const found = links.get(count);
		const same = found !== undefined && Buffer.from(found).equals(link);
		return same ? [] : [{ table, kind: "rewritten", count }];
	});
}

/** The checkpoints that a store itself remembers; they help, but whoever writes it can change them. */
export function storedCheckpoints(client: Database.Database): Checkpoint[] {
	const rows = client
		.prepare(
			`SELECT at, journal_count, journal_head, audit_count, audit_head, signature
			FROM checkpoints ORDER BY sequence`,
		)
		.all() as StoredRow[];
	return rows.map((row) => ({
		at: row.at,
		journal: { count: row.journal_count, link: row.journal_head },
		audit: { count: row.audit_count, link: row.audit_head },
		signature: row.signature,
	}));
}

/**
 * The checkpoint that a short form was printed for, with the links that the store has now: it is
 * only found again while they are the same.
 */
export function statementOfShortForm(
	short: string,
	stored: readonly Statement[],
	walked: Record<ChainedTable["table"], WalkedChain>,
): Statement | undefined {
	return stored
		.map(({ at, journal, audit }) => ({
			at,
			journal: headNow(journal, walked.journal),
			audit: headNow(audit, walked.audit),
		}))
		.find((statement) => shortForm(statement) === short);
}

/** What was forgotten cannot be walked: there the short form tells whether the stored link is right. */
function headNow({ count, link }: Head, { links, forgotten }: WalkedChain): Head {
	return { count, link: count < forgotten ? link : (links.get(count) ?? genesis) };
}

type StoredRow = {
	at: number;
	journal_count: number;
	journal_head: Buffer;
	audit_count: number;
	audit_head: Buffer;
	signature: Buffer;
};

function anchorOf(client: Database.Database, { anchor }: ChainedTable): Head {
	const row = anchor && client.prepare(`SELECT sequence, link FROM ${anchor}`).get();
	if (!row) return { count: 0, link: genesis };
	const { sequence, link } = row as { sequence: number; link: Buffer };
	return { count: sequence, link };
}
