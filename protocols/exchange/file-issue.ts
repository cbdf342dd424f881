import { type DocumentIssue, spellPath } from "#protocols/language/issue.ts";
import type { DocumentPath } from "#protocols/language/places.ts";
import { type JsonNode, placeOf, type SourcePlace } from "./json-node.ts";

/** Something in a file that was not understood or not accepted, with its line and column. */
export type FileIssue = {
	code: string;
	at: SourcePlace;
	/** The way to it in the document, as a person reads it; empty for the whole. */
	path: string;
	sentence: { fr: string; en: string };
};

/** Puts an issue of a document where it stands in the text of its file. */
export function placeIssue(
	node: JsonNode,
	{ code, path, sentence }: DocumentIssue,
	within: DocumentPath = [],
): FileIssue {
	const whole = [...within, ...path];
	return { code, at: placeOf(node, whole), path: spellPath(whole), sentence };
}

/** In the order in which one reads the file. */
export function inFileOrder(issues: FileIssue[]): FileIssue[] {
	return issues.toSorted(
		(one, other) => one.at.line - other.at.line || one.at.column - other.at.column,
	);
}
