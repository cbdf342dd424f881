import type { EditCommand } from "#protocols/editing/commands.ts";
import type { Db } from "./client.ts";
import { editDraft, redoEdit, undoEdit } from "./draft-edits.ts";
import { createDraft, type Draft, draftOf } from "./drafts.ts";
import { exampleProtocol, momentAt, monday, smallTerritory } from "./small-territory.ts";

/** Two members who write the same draft of the short example. */
export const writers = { first: "lead-member", second: "crip-member" };
export const firstWriter = { memberId: writers.first, structureId: "lead" };

/** A territory with one draft, and what its two writers do to it. */
export function draftStage() {
	const { db, territoryId, versionHash } = smallTerritory();
	const draftId = createDraft(db, momentAt(monday), firstWriter, {
		territoryId,
		origin: { kind: "model", id: "example" },
		protocol: exampleProtocol(),
	});
	const key = { territoryId, draftId };
	let at = monday;
	return {
		...{ db, territoryId, versionHash, draftId, key },
		draft: () => there(db, key),
		write: (command: EditCommand, given: { seen?: number; by?: string } = {}) => {
			at += 1000;
			const { seen = there(db, key).revision, by = writers.first } = given;
			return editDraft(db, { ...key, command, seen, by, at });
		},
		undo: (by = writers.first, seen = there(db, key).revision) =>
			undoEdit(db, { ...key, seen, by, at }),
		redo: (by = writers.first, seen = there(db, key).revision) =>
			redoEdit(db, { ...key, seen, by, at }),
	};
}

function there(db: Db, key: { territoryId: string; draftId: string }): Draft {
	const draft = draftOf(db, key);
	if (!draft) throw new Error("The draft is not there.");
	return draft;
}

/** Gives a step of the short example another French title. */
export function retitle(step: string, fr: string): EditCommand {
	return { type: "set-step", step, title: { fr } };
}
