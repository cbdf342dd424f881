import { genesis, linkAfter, type Part } from "./chain.ts";

/** A row as the store keeps it. */
export type ChainedRow = Record<string, Part> & { sequence: number; link: Uint8Array };

/**
 * A table whose rows follow each other: `sequence` counts 1, 2, 3 … without a gap, and
 * `link = linkAfter(link of the row before, [table, ...columns])`.
 */
export type ChainedTable = {
	table: "journal" | "audit";
	/** What a link covers, in this order. */
	columns: readonly string[];
	/** Where the chain begins once its oldest rows were lawfully forgotten. */
	anchor: string | undefined;
	/** Whether what the link does not cover is what the row says it is. */
	holds(row: ChainedRow): boolean;
};

/** The two histories that nobody may change unseen. */
export const chainedTables: readonly ChainedTable[] = [
	{
		table: "journal",
		columns: ["sequence", "situation_pk", "position", "sealed"],
		anchor: undefined,
		holds: () => true,
	},
	{
		table: "audit",
		columns: [
			"sequence",
			"at",
			"actor",
			"structure_id",
			"act",
			"screen",
			"subject",
			"session",
			"mark",
		],
		anchor: "audit_anchor",
		// The names that may be forgotten are marked with a salted hash, which the link does cover.
		holds: ({ salt, mark, situation_pk: pk, handoff_id: handoff }) =>
			salt === null ||
			(mark instanceof Uint8Array &&
				Buffer.from(linkAfter(genesis, [salt ?? null, pk ?? null, handoff ?? null])).equals(mark)),
	},
];

/** What the link of an entry of the journal covers. */
export function journalParts(entry: {
	sequence: number;
	situationPk: number;
	position: number;
	sealed: Uint8Array;
}): Part[] {
	return ["journal", entry.sequence, entry.situationPk, entry.position, entry.sealed];
}
