import { eq } from "drizzle-orm";
import { partOf } from "#protocols/editing/command-part.ts";
import type { EditCommand } from "#protocols/editing/commands.ts";
import { edit } from "#protocols/editing/edit.ts";
import { withNeutralNames } from "#protocols/editing/neutral-names.ts";
import { type PartRef, spellPart } from "#protocols/editing/part-ref.ts";
import { patchBetween, patched, reversed } from "#protocols/editing/patch.ts";
import { rebased } from "#protocols/editing/rebase.ts";
import type { EditRefusal } from "#protocols/editing/refusal.ts";
import { isUnchanged, type Standing, standsOn } from "#protocols/editing/stands-on.ts";
import { canonicalJson } from "#protocols/language/canonical.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import type { Text } from "#protocols/language/text.ts";
import type { Db, Tx } from "./client.ts";
import { draftAt, type LoggedEdit, log, logOf, stacksOf } from "./draft-log.ts";
import { type Draft, type DraftAuthor, draftOf, fitsDraft } from "./drafts.ts";
import { inspectText } from "./public-texts/inspect-text.ts";
import { drafts } from "./schema/drafts.ts";
import { members } from "./schema/structures.ts";

type Key = { territoryId: string; draftId: string };

/** Why a draft was not changed; nothing of it, and nothing of the wish, is lost. */
export type DraftRefusal =
	| EditRefusal
	/** Somebody changed what the wish was made on: what stands now, to choose between the two. */
	| {
			code: "changed-meanwhile";
			/** The revision of what stands now. */
			revision: number;
			by: DraftAuthor;
			at: number;
			theirs: Standing;
			sentence: { fr: string; en: string };
	  }
	| {
			code: "too-long" | "nothing-to-undo" | "nothing-to-redo" | "no-draft";
			sentence: { fr: string; en: string };
	  };

export type DraftEdited =
	| { ok: true; revision: number; selected?: PartRef }
	| { ok: false; refusal: DraftRefusal };

/**
 * Changes a draft as somebody wishes.
 *
 * A wish that was made on an older page is granted when what it changes is still as that page
 * showed it; whatever others did elsewhere stays.
 *
 * @param wish `seen` is the revision that the page showed; `by` is a member
 */
export function editDraft(
	db: Db,
	{
		command,
		seen,
		by,
		at,
		...key
	}: Key & { command: EditCommand; seen: number; by: string; at: number },
): DraftEdited {
	return changeDraft(db, key, (tx, draft) => {
		const edits = logOf(tx, draft.id);
		const changed = changedMeanwhile(tx, { draft, edits, seen }, command);
		if (changed) return { ok: false, refusal: changed };
		const before = draftAt(draft, edits, seen);
		const edited = edit(
			draft.protocol,
			before ? rebased(before, draft.protocol, command) : command,
		);
		if (!edited.ok) return edited;
		const { protocol, selected } = withNeutralNames(draft.protocol, edited, mayNameSomebody);
		if (!fitsDraft(protocol)) return refuse("too-long");

		const done = { act: "edit", command: command.type, part: spellPart(partOf(command)) } as const;
		const revision = save(tx, draft, { ...done, protocol, by, at });
		return { ok: true, revision, ...(selected ? { selected } : {}) };
	});
}

/** Takes the latest edit back, whoever made it; only on the page that shows it. */
export function undoEdit(
	db: Db,
	move: Key & { seen: number; by: string; at: number },
): DraftEdited {
	return moveAlong(db, move, "undo");
}

/** Makes the edit again that was undone last. */
export function redoEdit(
	db: Db,
	move: Key & { seen: number; by: string; at: number },
): DraftEdited {
	return moveAlong(db, move, "redo");
}

function moveAlong(
	db: Db,
	{ seen, by, at, ...key }: Key & { seen: number; by: string; at: number },
	act: "undo" | "redo",
): DraftEdited {
	return changeDraft(db, key, (tx, draft) => {
		const edits = logOf(tx, draft.id);
		if (seen !== draft.revision) {
			return { ok: false, refusal: changedBy(tx, draft, edits.at(-1), {}) };
		}
		const last = stacksOf(edits)[act].at(-1);
		if (!last) return refuse(act === "undo" ? "nothing-to-undo" : "nothing-to-redo");

		const protocol = patched(draft.protocol, reversed(last.patch));
		const { command, part, revision: ofRevision } = last;
		const revision = save(tx, draft, { act, command, part, ofRevision, protocol, by, at });
		return { ok: true, revision };
	});
}

/** A title may be corrected; the name that was derived from it would stay in every history. */
function mayNameSomebody({ fr }: Text): boolean {
	const { stops, warnings } = inspectText(fr, { language: "fr" });
	return stops.length + warnings.length > 0;
}

function changeDraft(db: Db, key: Key, change: (tx: Tx, draft: Draft) => DraftEdited): DraftEdited {
	return db.transaction(
		(tx) => {
			const draft = draftOf(tx, key);
			return draft ? change(tx, draft) : refuse("no-draft");
		},
		{ behavior: "immediate" },
	);
}

/** @returns the new revision; the same one when the edit changed nothing */
function save(
	tx: Tx,
	draft: Draft,
	{
		protocol,
		...done
	}: Omit<LoggedEdit, "revision" | "patch"> & {
		protocol: Protocol;
		ofRevision?: number;
	},
): number {
	const changes = patchBetween(draft.protocol, protocol);
	if (changes.length === 0) return draft.revision;
	const revision = draft.revision + 1;
	tx.update(drafts)
		.set({
			document: canonicalJson(protocol),
			revision,
			updatedAt: done.at,
			updatedBy: done.by,
		})
		.where(eq(drafts.id, draft.id))
		.run();
	log(tx, draft.id, { ...done, revision, patch: changes });
	return revision;
}

type Seen = { draft: Draft; edits: LoggedEdit[]; seen: number };

function changedMeanwhile(
	tx: Tx,
	{ draft, edits, seen }: Seen,
	command: EditCommand,
): DraftRefusal | undefined {
	if (seen === draft.revision) return undefined;
	const { protocol } = draft;
	const before = draftAt(draft, edits, seen);
	if (before && isUnchanged(before, protocol, command)) return undefined;
	const who = before ? lastToChange(draft, edits, command) : edits.at(-1);
	return changedBy(tx, draft, who, standsOn(protocol, command));
}

/** Who made it what it is now: walked back one edit at a time. */
function lastToChange(
	{ protocol }: Draft,
	edits: LoggedEdit[],
	command: EditCommand,
): LoggedEdit | undefined {
	let before = protocol;
	return edits.findLast((edit) => {
		before = patched(before, reversed(edit.patch));
		return !isUnchanged(before, protocol, command);
	});
}

function changedBy(
	tx: Tx,
	draft: Draft,
	edit: LoggedEdit | undefined,
	theirs: Standing,
): DraftRefusal {
	const memberId = edit?.by ?? draft.updatedBy.memberId;
	const row = tx
		.select({ label: members.label })
		.from(members)
		.where(eq(members.id, memberId))
		.get();
	const label = row?.label ?? draft.updatedBy.label;
	return {
		code: "changed-meanwhile",
		revision: draft.revision,
		by: { memberId, label },
		at: edit?.at ?? draft.updatedAt,
		theirs,
		sentence: {
			fr: `${label} a changé cette partie depuis que vous l'avez ouverte.`,
			en: `${label} has changed this part since you opened it.`,
		},
	};
}

function refuse(code: keyof typeof words): { ok: false; refusal: DraftRefusal } {
	return { ok: false, refusal: { code, sentence: words[code] } };
}

const words = {
	"too-long": {
		fr: "Le brouillon est trop long : partagez-le en deux protocoles.",
		en: "The draft is too long: divide it into two protocols.",
	},
	"nothing-to-undo": { fr: "Il n'y a rien à annuler.", en: "There is nothing to undo." },
	"nothing-to-redo": { fr: "Il n'y a rien à rétablir.", en: "There is nothing to redo." },
	"no-draft": { fr: "Ce brouillon n'existe plus.", en: "This draft is not there any more." },
} as const;
