import { and, asc, eq, lte } from "drizzle-orm";
import type { EditCommand } from "#protocols/editing/commands.ts";
import { type Patch, patch, patched, reversed } from "#protocols/editing/patch.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import type { Db, Tx } from "./client.ts";
import { type draftActs, draftEdits } from "./schema/drafts.ts";

/** How far back a draft can go, and how old a page may be that is still answered part by part. */
export const keptRevisions = 200;

/** What led to one revision of a draft. */
export type LoggedEdit = {
	revision: number;
	act: (typeof draftActs)[number];
	command: EditCommand["type"];
	/** The part that it was about, as `spellPart` writes it. */
	part: string;
	patch: Patch;
	at: number;
	/** A member. */
	by: string;
};

/** What can be undone, and what can be done again, the next one last. */
export type Stacks = { undo: LoggedEdit[]; redo: LoggedEdit[] };

/** The latest changes of a draft, the oldest first. */
export function logOf(db: Db | Tx, draftId: string): LoggedEdit[] {
	return db
		.select()
		.from(draftEdits)
		.where(eq(draftEdits.draftId, draftId))
		.orderBy(asc(draftEdits.revision))
		.all()
		.map((row) => ({ ...row, patch: patch.parse(JSON.parse(row.patch)) }));
}

/** Adds what led to a revision, and forgets what is too old to go back to. */
export function log(
	tx: Tx,
	draftId: string,
	{ patch: changes, ...edit }: LoggedEdit & { ofRevision?: number },
): void {
	tx.insert(draftEdits)
		.values({ draftId, ...edit, patch: JSON.stringify(changes) })
		.run();
	const tooOld = lte(draftEdits.revision, edit.revision - keptRevisions);
	tx.delete(draftEdits)
		.where(and(eq(draftEdits.draftId, draftId), tooOld))
		.run();
}

/** What stands to be undone and done again: a new edit ends what could be done again. */
export function stacksOf(edits: readonly LoggedEdit[]): Stacks {
	let undo: LoggedEdit[] = [];
	let redo: LoggedEdit[] = [];
	for (const edit of edits) {
		if (edit.act === "undo") {
			undo = undo.slice(0, -1);
			redo = [...redo, edit];
		} else {
			redo = edit.act === "redo" ? redo.slice(0, -1) : [];
			undo = [...undo, edit];
		}
	}
	return { undo, redo };
}

/**
 * A draft as it stood at an earlier revision.
 *
 * @returns undefined when nobody can tell any more, or the draft never had that revision
 */
export function draftAt(
	{ protocol, revision }: { protocol: Protocol; revision: number },
	edits: readonly LoggedEdit[],
	seen: number,
): Protocol | undefined {
	const since = edits.filter((edit) => edit.revision > seen);
	if (seen > revision || since.length !== revision - seen) return undefined;
	const back = since.toReversed().flatMap((edit) => reversed(edit.patch));
	return patched(protocol, back);
}
