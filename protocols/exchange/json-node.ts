import type { DocumentPath } from "#protocols/language/places.ts";

/** A place in a text, as an editor counts: the first line and the first column are 1. */
export type SourcePlace = { line: number; column: number };

/** A value of a JSON text that remembers where it stands. */
export type JsonNode = { at: SourcePlace } & (
	| { kind: "plain"; value: string | number | boolean | null }
	| { kind: "list"; items: JsonNode[] }
	| { kind: "record"; entries: JsonEntry[] }
);

/** A key with its value. */
export type JsonEntry = { key: string; at: SourcePlace; node: JsonNode };

/** The value without its places, in plain objects. */
export function plainValue(node: JsonNode): unknown {
	switch (node.kind) {
		case "plain":
			return node.value;
		case "list":
			return node.items.map(plainValue);
		case "record":
			return Object.fromEntries(
				node.entries.map(({ key, node: value }) => [key, plainValue(value)]),
			);
	}
}

/** Where a part of the document stands; where the path ends early, the innermost part that is there. */
export function placeOf(node: JsonNode, path: DocumentPath): SourcePlace {
	const [key, ...rest] = path;
	if (key === undefined) return node.at;
	if (node.kind === "list" && typeof key === "number") {
		const item = node.items[key];
		return item ? placeOf(item, rest) : node.at;
	}
	if (node.kind !== "record") return node.at;
	const entry = node.entries.find((one) => one.key === String(key));
	if (!entry) return node.at;
	const within = entry.node.kind === "plain" ? entry.at : placeOf(entry.node, rest);
	return rest.length === 0 ? entry.at : within;
}
