/** What has a form of its own: a text that holds one of these is refused. */
export const stopKinds = [
	"telephone",
	"email",
	"nir",
	"birth-date",
	"handle",
	"address",
	"plate",
	"bank-account",
	"file-number",
] as const;
export type StopKind = (typeof stopKinds)[number];

/** What only looks like something: a second person reads the text before it is shown. */
export const warningKinds = ["name"] as const;
export type WarningKind = (typeof warningKinds)[number];

export type FindingKind = StopKind | WarningKind;

/** A place of a text where something may point at a person. */
export type Finding<Kind extends FindingKind = FindingKind> = {
	kind: Kind;
	/** Where it begins and ends in the text as it was given. */
	from: number;
	to: number;
	/** Those characters: for the screen of whoever wrote them, never for a log or a table. */
	seen: string;
};

/** What the guard saw in a text, in reading order. */
export type Inspection = { stops: Finding<StopKind>[]; warnings: Finding<WarningKind>[] };

/** A piece of a plain text, before it is told as a finding. */
export type Span = { from: number; to: number };
