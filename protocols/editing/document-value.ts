import type { DocumentPath } from "#protocols/language/places.ts";

type Branch = Record<string | number, unknown>;

/** Writes a value at a path of a document, in place; takes it away without one. */
export function writeAt(document: unknown, path: DocumentPath, value: unknown): void {
	const key = path.at(-1);
	const branch = valueAt(document, path.slice(0, -1));
	if (key === undefined || !isBranch(branch)) throw new Error(`Nothing at ${path.join("/")}.`);
	if (value !== undefined) branch[key] = value;
	else delete branch[key];
}

/** What stands at a path of a document; undefined where nothing does. */
export function valueAt(document: unknown, path: DocumentPath): unknown {
	return path.reduce<unknown>((part, key) => (isBranch(part) ? part[key] : undefined), document);
}

/** Whether a path leads to a place inside another, or to the place itself. */
export function isWithin(path: DocumentPath, place: DocumentPath): boolean {
	return place.every((key, index) => path[index] === key);
}

function isBranch(value: unknown): value is Branch {
	return value !== null && typeof value === "object";
}
