import { canonicalJson } from "#protocols/language/canonical.ts";
import type { DocumentIssue } from "#protocols/language/issue.ts";
import type { DocumentPath } from "#protocols/language/places.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import { readProtocol, shapeIssues } from "#protocols/language/read-protocol.ts";
import { type FileIssue, inFileOrder, placeIssue } from "./file-issue.ts";
import { foreignContent } from "./foreign-content.ts";
import { type JsonNode, plainValue } from "./json-node.ts";
import { type JsonFault, readJsonSource } from "./json-source.ts";
import { type Digest, type FileOrigin, ownEnvelope, ownFormat } from "./own-file.ts";
import { isXstateFile } from "./xstate-file.ts";
import { readXstate } from "./xstate-read.ts";

/** The longest file that is looked at, in characters. */
export const longestFile = 2_000_000;

/** What a file holds, and what is to be said about it. */
export type ReadFile =
	| {
			ok: true;
			kind: "own" | "bare" | "xstate";
			protocol: Protocol;
			/** What the file says of itself; absent when it says nothing. */
			origin?: FileOrigin;
			/** What does not keep it from being read: changed since export, without hash. */
			notices: FileIssue[];
	  }
	| { ok: false; issues: FileIssue[] };

/**
 * Reads a file that somebody brings: one of ours, a protocol alone, or the JSON of an XState
 * machine that we wrote. Nothing in it is executed; whatever is not understood is named with its
 * line, and then nothing of the file is taken.
 */
export function readFile(source: string, digest: Digest): ReadFile {
	if (source.length > longestFile) return refused([tooBig]);
	const node = readJsonSource(source.replace(/^\ufeff/, ""));
	if ("code" in node) return refused([jsonIssue(node)]);

	const document = plainValue(node);
	const foreign = foreignContent(document).map((issue) => placeIssue(node, issue));
	if (foreign.length > 0) return refused(foreign);

	if (isXstateFile(document)) return readMachine(node, document);
	return isOwn(document) ? readOwn(node, document, digest) : readBare(node, document);
}

function isOwn(document: unknown): document is Record<string, unknown> {
	return document !== null && typeof document === "object" && "file" in document;
}

function readOwn(node: JsonNode, document: Record<string, unknown>, digest: Digest): ReadFile {
	if (document.file !== ownFormat) return refused([placeIssue(node, otherFormat)]);
	const envelope = ownEnvelope.safeParse(document);
	if (!envelope.success) return refusedIn(node, envelope.error.issues.flatMap(shapeIssues));

	const read = readProtocol(document.protocol);
	if (!read.ok) return refusedIn(node, read.issues, ["protocol"]);

	const { origin, sha256 } = envelope.data;
	const same = digest(canonicalJson(document.protocol)) === sha256;
	const notices = same ? [] : [placeIssue(node, changed)];
	return { ok: true, kind: "own", protocol: read.protocol, origin, notices };
}

function readBare(node: JsonNode, document: unknown): ReadFile {
	const read = readProtocol(document);
	if (!read.ok) return refusedIn(node, read.issues);
	const notices = [placeIssue(node, withoutHash)];
	return { ok: true, kind: "bare", protocol: read.protocol, notices };
}

function readMachine(node: JsonNode, document: unknown): ReadFile {
	const read = readXstate(document);
	if (!read.ok) return refusedIn(node, read.issues);
	const notices = [placeIssue(node, withoutHash)];
	return { ok: true, kind: "xstate", protocol: read.protocol, notices };
}

function refusedIn(node: JsonNode, issues: DocumentIssue[], within: DocumentPath = []): ReadFile {
	return refused(issues.map((issue) => placeIssue(node, issue, within)));
}

function refused(issues: FileIssue[]): ReadFile {
	return { ok: false, issues: inFileOrder(issues) };
}

const tooBig: FileIssue = {
	code: "too-big",
	at: { line: 1, column: 1 },
	path: "",
	sentence: {
		fr: `Ce fichier est trop grand : au plus ${longestFile / 1_000_000} millions de caractères.`,
		en: `This file is too big: at most ${longestFile / 1_000_000} million characters.`,
	},
};

const otherFormat: DocumentIssue = {
	code: "other-format",
	path: ["file"],
	sentence: {
		fr: `Ce fichier n'est pas de la forme « ${ownFormat} ».`,
		en: `This file does not have the form "${ownFormat}".`,
	},
};

const changed: DocumentIssue = {
	code: "changed-since-export",
	path: ["sha256"],
	sentence: {
		fr: "Le protocole a changé depuis son export : son empreinte n'est plus celle du fichier. Relisez-le avant de l'utiliser.",
		en: "The protocol has changed since it was exported: its hash is no longer the one in the file. Read it again before using it.",
	},
};

const withoutHash: DocumentIssue = {
	code: "without-hash",
	path: [],
	sentence: {
		fr: "Ce fichier ne porte pas d'empreinte : rien ne dit s'il a changé depuis qu'il a été écrit.",
		en: "This file carries no hash: nothing tells whether it has changed since it was written.",
	},
};

/** Another kind of file altogether: a letter, a page, a drawing. */
const otherFile = {
	fr: "Ce texte n'est pas celui d'un fichier JSON. Exportez le protocole de Relais, format « JSON de Relais ».",
	en: 'This is not the text of a JSON file. Export the protocol from Relais, format "Relais JSON".',
};

function jsonIssue({ code, at, found }: JsonFault): FileIssue {
	const fromTheStart = found !== "" && at.line === 1 && at.column === 1;
	const sentences = {
		"not-json": fromTheStart
			? otherFile
			: {
					fr: `Ici, le fichier n'est plus du JSON${found === "" ? " : il s'arrête trop tôt" : ` : « ${found} »`}.`,
					en: `Here the file is no longer JSON${found === "" ? ": it ends too early" : `: "${found}"`}.`,
				},
		"same-key-twice": {
			fr: `La clé « ${found} » est écrite deux fois au même endroit.`,
			en: `The key "${found}" is written twice in the same place.`,
		},
		"forbidden-key": {
			fr: `La clé « ${found} » n'est jamais acceptée.`,
			en: `The key "${found}" is never accepted.`,
		},
		"too-deep": {
			fr: "Trop de parties les unes dans les autres.",
			en: "Too many parts inside one another.",
		},
	};
	return { code, at, path: "", sentence: sentences[code] };
}
