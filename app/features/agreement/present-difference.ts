import type { Language } from "#app/i18n/languages.ts";
import type { ChangeForRoles, RoleChanges } from "#protocols/difference/changes-for.ts";
import type {
	ChangeKind,
	DifferenceLine,
	PartDifference,
} from "#protocols/difference/difference.ts";
import { spellPart } from "#protocols/editing/part-ref.ts";

/** One thing that is otherwise, in the reader's language. */
export type LineView = {
	key: string;
	change: ChangeKind;
	label: string;
	before?: string;
	after?: string;
};

/** A part of which something is otherwise, in the reader's language. */
export type PartView = {
	key: string;
	kind: PartDifference["ref"]["kind"];
	change: ChangeKind;
	title: string;
	summary?: string;
	lines: LineView[];
};

/** What changes for a structure, in the reader's language. */
export type RoleChangesView = {
	own: (Pick<ChangeForRoles, "concern" | "turn"> & { part: PartView })[];
	everybody: PartView[];
	others: number;
};

/** Words a difference: every line of it, translations included. */
export function presentDifference(
	parts: readonly PartDifference[],
	language: Language,
): PartView[] {
	return parts.map((part) => partView(part, language));
}

/** Words what changes for some roles; of a text that changed in both languages, the reader's own. */
export function presentChanges(changes: RoleChanges, language: Language): RoleChangesView {
	const brief = (part: PartDifference) => {
		return partView({ ...part, lines: inOneLanguage(part.lines, language) }, language);
	};
	return {
		own: changes.own.map(({ concern, turn, part }) => ({ concern, turn, part: brief(part) })),
		everybody: changes.everybody.map(brief),
		others: changes.others,
	};
}

function partView(
	{ ref, change, title, summary, lines }: PartDifference,
	language: Language,
): PartView {
	return {
		key: spellPart(ref),
		kind: ref.kind,
		change,
		title: title[language],
		...(summary ? { summary: summary[language] } : {}),
		lines: lines.map((line) => lineView(line, language)),
	};
}

function lineView(
	{ facet, change, label, before, after }: DifferenceLine,
	language: Language,
): LineView {
	return {
		key: facet,
		change,
		label: label[language],
		...(before ? { before: before[language] } : {}),
		...(after ? { after: after[language] } : {}),
	};
}

function inOneLanguage(lines: readonly DifferenceLine[], language: Language): DifferenceLine[] {
	const told = new Set(
		lines.filter(({ written }) => written === language).map(({ facet }) => textOf(facet)),
	);
	return lines.filter(
		({ written, facet }) =>
			written === undefined || written === language || !told.has(textOf(facet)),
	);
}

/** A text's name without its language: `title/en` is the same text as `title/fr`. */
function textOf(facet: string): string {
	return facet.slice(0, facet.lastIndexOf("/"));
}
