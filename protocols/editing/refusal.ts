import type { DocumentIssue } from "#protocols/language/issue.ts";
import type { DocumentPath } from "#protocols/language/places.ts";
import type { PartRef } from "./part-ref.ts";

/** How one part of a protocol points to another. */
export type ReferenceKind =
	| "starts-with"
	| "outcome-leads-to"
	| "interruption-leads-to"
	| "group-leads-to"
	| "raises"
	| "waits-for"
	| "carried-by"
	| "with"
	| "handed-to"
	| "raised-by";

/** One part that points to another: who, from where, and the sentence that says so. */
export type Reference = {
	kind: ReferenceKind;
	/** The part to open in order to change it. */
	from: PartRef;
	/** The outcome of that step, where an outcome points. */
	outcome?: string;
	to: PartRef;
	path: DocumentPath;
	sentence: { fr: string; en: string };
};

/** Why an edit was not made; the protocol stays as it was. */
export type EditRefusal = { sentence: { fr: string; en: string } } & RefusalFacts;

export type RefusalFacts =
	| { code: "absent"; part: PartRef }
	| { code: "outcome-absent"; part: PartRef; outcome: string }
	/** The name or the code that was asked for is taken. */
	| { code: "name-taken"; name: string }
	/** No neighbour of that name stands there. */
	| { code: "neighbour-absent"; name: string }
	/** Others point to it, and no `redirect`, or one that does not suit these, was given. */
	| { code: "still-referred-to"; part: PartRef; by: Reference[] }
	/** A place keeps a step or a group, a step an outcome, a group two tracks, a protocol a role. */
	| { code: "last-of-its-place"; part: PartRef }
	| { code: "closure-elsewhere"; part: PartRef }
	| { code: "into-itself"; part: PartRef }
	/** The last round of the step leaves by that outcome. */
	| { code: "left-after-rounds"; part: PartRef; outcome: string }
	/** What was asked for does not make a protocol: every issue, as for a document. */
	| { code: "unreadable"; issues: DocumentIssue[] };
