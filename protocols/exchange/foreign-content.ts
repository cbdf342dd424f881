import type { DocumentIssue } from "#protocols/language/issue.ts";
import type { DocumentPath } from "#protocols/language/places.ts";

/** The longest text of a protocol, in characters: two printed pages. */
export const longestText = 6000;

type Form = { code: string; looks: RegExp; sentence: DocumentIssue["sentence"] };

/** What no text of a protocol holds, whatever it says. */
const refused: Form[] = [
	{
		code: "markup",
		looks: /<[a-z!/?]|&(?:#\d|#x[\da-f]|lt;|gt;)/i,
		sentence: {
			fr: "Ce texte contient du balisage (HTML ou autre). Un protocole ne contient que du texte simple.",
			en: "This text holds markup (HTML or other). A protocol holds plain text only.",
		},
	},
	{
		code: "executable",
		looks:
			/\bfunction\s*[\w$]*\s*\([^)]*\)\s*\{|=>\s*\{|\)\s*=>|\b(?:eval|require|import)\(|\bnew Function\b/,
		sentence: {
			fr: "Ce texte ressemble à un programme. Un protocole ne contient rien qui s'exécute.",
			en: "This text looks like a program. A protocol holds nothing that runs.",
		},
	},
	{
		code: "executable",
		looks: /\$\{|\{\{|<%|\b(?:javascript|vbscript)\s*:|\bdata:[a-z]+[/;,]/i,
		sentence: {
			fr: "Ce texte contient une formule à remplacer ou à exécuter. Un protocole n'en contient pas.",
			en: "This text holds a formula to fill in or to run. A protocol holds none.",
		},
	},
	{
		code: "address",
		looks: /\b[a-z][a-z0-9+.-]*:\/\/|\bwww\.[a-z0-9]/i,
		sentence: {
			fr: "Ce texte contient une adresse internet. Aucune partie d'un protocole n'en attend.",
			en: "This text holds an internet address. No part of a protocol expects one.",
		},
	},
	{
		code: "hidden-characters",
		// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
		looks: /[\u0000-\u0008\u000b-\u001f\u007f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/,
		sentence: {
			fr: "Ce texte contient des caractères invisibles qui changent ce que l'on lit.",
			en: "This text holds invisible characters that change what one reads.",
		},
	},
];

const tooLong: DocumentIssue["sentence"] = {
	fr: `Ce texte est trop long : au plus ${longestText} caractères.`,
	en: `This text is too long: at most ${longestText} characters.`,
};

const reference: DocumentIssue["sentence"] = {
	fr: "Une clé qui commence par « $ » renvoie ailleurs. Un protocole contient tout ce qu'il dit.",
	en: 'A key that begins with "$" points elsewhere. A protocol holds all that it says.',
};

/** Everything in a document that is no plain text and no plain name, wherever it stands. */
export function foreignContent(value: unknown, path: DocumentPath = []): DocumentIssue[] {
	if (typeof value === "string") return inText(value, path);
	if (Array.isArray(value)) {
		return value.flatMap((item, index) => foreignContent(item, [...path, index]));
	}
	if (value === null || typeof value !== "object") return [];
	return Object.entries(value).flatMap(([key, part]) => {
		const at = [...path, key];
		const points: DocumentIssue[] = key.startsWith("$")
			? [{ code: "reference", path: at, sentence: reference }]
			: [];
		return [...points, ...foreignContent(part, at)];
	});
}

function inText(text: string, path: DocumentPath): DocumentIssue[] {
	if (text.length > longestText) return [{ code: "too-long", path, sentence: tooLong }];
	const found = refused.find(({ looks }) => looks.test(text));
	return found ? [{ code: found.code, path, sentence: found.sentence }] : [];
}
