import type { z } from "zod";
import type { DocumentIssue } from "./issue.ts";
import { type Protocol, protocolShape } from "./protocol.ts";
import { referenceIssues } from "./references.ts";

export type ReadProtocol =
	| { ok: true; protocol: Protocol }
	| { ok: false; issues: DocumentIssue[] };

/**
 * Reads a document as a protocol: its shape, then what refers to what.
 *
 * @param document anything, for example the outcome of `JSON.parse`
 * @returns the protocol, or every issue with its path and a sentence in both languages
 */
export function readProtocol(document: unknown): ReadProtocol {
	if (isDeeperThan(mostLevels, document)) return { ok: false, issues: [tooDeep] };

	const shape = protocolShape.safeParse(document);
	if (!shape.success) return { ok: false, issues: shape.error.issues.flatMap(shapeIssues) };

	const issues = referenceIssues(shape.data);
	return issues.length > 0 ? { ok: false, issues } : { ok: true, protocol: shape.data };
}

/** No protocol that people read nests deeper; what does would exhaust the reader's own stack. */
const mostLevels = 100;

const tooDeep: DocumentIssue = {
	code: "too-deep",
	path: [],
	sentence: {
		fr: `Trop de parties les unes dans les autres : au plus ${mostLevels} niveaux.`,
		en: `Too many parts inside one another: at most ${mostLevels} levels.`,
	},
};

/** Level by level, without recursion: the document may come from anywhere. */
function isDeeperThan(most: number, document: unknown): boolean {
	let level = new Set([document]);
	for (let depth = 0; depth <= most; depth += 1) {
		const below = [...level].flatMap((part) =>
			part !== null && typeof part === "object" ? Object.values(part) : [],
		);
		if (below.length === 0) return false;
		level = new Set(below);
	}
	return true;
}

const sorts: Readonly<Record<string, { fr: string; en: string }>> = {
	object: { fr: "des clés entre accolades", en: "keys in braces" },
	record: { fr: "des clés entre accolades", en: "keys in braces" },
	array: { fr: "une liste entre crochets", en: "a list in brackets" },
	string: { fr: "un texte", en: "a text" },
	number: { fr: "un nombre", en: "a number" },
	int: { fr: "un nombre entier", en: "a whole number" },
	boolean: { fr: "true ou false", en: "true or false" },
};

/** A type of zod in words; its own name where a protocol holds no such thing. */
function sortOf(type: string): { fr: string; en: string } {
	return sorts[type] ?? { fr: type, en: type };
}

/** What zod says of a shape, in sentences. */
export function shapeIssues(issue: z.core.$ZodIssue): DocumentIssue[] {
	const path = issue.path.map((key) => (typeof key === "symbol" ? String(key) : key));
	const at = (code: string, fr: string, en: string): DocumentIssue[] => [
		{ code, path, sentence: { fr, en } },
	];

	switch (issue.code) {
		case "unrecognized_keys":
			return issue.keys.map((key) => ({
				code: "unknown-key",
				path: [...path, key],
				sentence: {
					fr: `La clé « ${key} » n'existe pas ici.`,
					en: `The key "${key}" does not exist here.`,
				},
			}));
		case "invalid_type":
			return at(
				"wrong-type",
				`Une valeur manque ou n'est pas de la bonne sorte (attendu : ${sortOf(issue.expected).fr}).`,
				`A value is missing or is of the wrong sort (expected: ${sortOf(issue.expected).en}).`,
			);
		case "invalid_value":
			return at(
				"unknown-value",
				`Cette valeur n'est pas dans la liste : ${issue.values.join(", ")}.`,
				`This value is not in the list: ${issue.values.join(", ")}.`,
			);
		case "invalid_format":
			return at(
				"wrong-format",
				"Ce nom ne suit pas la forme attendue (minuscules, chiffres, tirets ; codes en majuscules).",
				"This name does not have the expected form (lower case, digits, hyphens; codes in capitals).",
			);
		case "too_small":
			return at(
				"too-small",
				`Trop petit ou vide : au moins ${issue.minimum}.`,
				`Too small or empty: at least ${issue.minimum}.`,
			);
		case "too_big":
			return at(
				"too-big",
				`Trop grand : au plus ${issue.maximum}.`,
				`Too big: at most ${issue.maximum}.`,
			);
		case "invalid_union":
			return at(
				"no-such-form",
				"Cette partie n'a aucune des formes possibles.",
				"This part has none of the possible forms.",
			);
		case "custom":
			return at(
				"law-without-reference",
				"Un délai fondé sur la loi cite son texte.",
				"A delay that rests on law cites its text.",
			);
		default:
			return at("unreadable", "Cette partie n'est pas lisible.", "This part cannot be read.");
	}
}
