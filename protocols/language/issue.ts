import type { DocumentPath } from "./places.ts";

/** Something in a document that keeps it from being read as a protocol. */
export type DocumentIssue = {
	code: string;
	path: DocumentPath;
	sentence: { fr: string; en: string };
};

/** Writes a path as a person reads it: `phases[0].steps[1].role`. */
export function spellPath(path: DocumentPath): string {
	return path.reduce<string>((said, key) => {
		if (typeof key === "number") return `${said}[${key}]`;
		return said === "" ? key : `${said}.${key}`;
	}, "");
}
