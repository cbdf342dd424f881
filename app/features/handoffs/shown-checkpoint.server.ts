import { type Statement, shortForm, showShortForm } from "#db/checkpoint-text.ts";
import type { ShownCheckpoint } from "./handoff-checkpoint.tsx";

/** A checkpoint as its short form, in groups; null before a handoff is sent. */
export function shownCheckpoint(checkpoint: Statement | undefined): ShownCheckpoint | null {
	return checkpoint ? { short: showShortForm(shortForm(checkpoint)), at: checkpoint.at } : null;
}
