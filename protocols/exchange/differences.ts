import type { DocumentPath } from "#protocols/language/places.ts";

/** Where two JSON documents differ: the ways into the first, at most so many. */
export function differences(given: unknown, wanted: unknown, most = 200): DocumentPath[] {
	return [...differing(given, wanted, [])].slice(0, most);
}

function* differing(given: unknown, wanted: unknown, path: DocumentPath): Generator<DocumentPath> {
	if (!isCompound(given) || !isCompound(wanted) || Array.isArray(given) !== Array.isArray(wanted)) {
		if (!Object.is(given, wanted)) yield path;
		return;
	}
	const ours = wanted as Record<string, unknown>;
	const theirs = given as Record<string, unknown>;
	for (const key of new Set([...Object.keys(theirs), ...Object.keys(ours)])) {
		const at = [...path, Array.isArray(given) ? Number(key) : key];
		yield* differing(theirs[key], ours[key], at);
	}
}

function isCompound(value: unknown): value is object {
	return value !== null && typeof value === "object";
}
