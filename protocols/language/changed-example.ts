import exampleDocument from "#protocols/catalogue/example/protocol.json" with { type: "json" };
import type { DocumentPath } from "./places.ts";

/** One change of a document: what stands at a path from now on; nothing when it is left out. */
export type DocumentChange = { at: DocumentPath; becomes?: unknown };

/** The short example of the catalogue as written, with changes, for proofs and exercises. */
export function changedExample(...changes: DocumentChange[]): unknown {
	return changes.reduce<unknown>(
		(document, { at, becomes }) => changedAt(document, at, becomes),
		exampleDocument,
	);
}

/** Where the parts of the short example stand that most changes concern. */
export const exampleAt = {
	receiveSign: ["phases", 0, "steps", 0],
	watch: ["phases", 0, "steps", 1],
	sendConcern: ["phases", 1, "steps", 0],
	firstAnalysis: ["phases", 1, "steps", 1],
	close: ["phases", 2, "steps", 0],
	support: ["phases", 2, "groups", 0],
	safety: ["phases", 2, "groups", 0, "tracks", 0],
	care: ["phases", 2, "groups", 0, "tracks", 1],
	firstContact: ["phases", 2, "groups", 0, "tracks", 0, "steps", 0],
	review: ["phases", 2, "groups", 0, "tracks", 0, "steps", 1],
	askCare: ["phases", 2, "groups", 0, "tracks", 1, "steps", 0],
	careLater: ["phases", 2, "groups", 0, "tracks", 1, "steps", 1],
	danger: ["interruptions", 0],
	call: ["interruptions", 0, "steps", 0],
	report: ["interruptions", 0, "steps", 1],
	runaway: ["interruptions", 1],
	keepBond: ["interruptions", 1, "steps", 0],
	welcome: ["interruptions", 1, "steps", 1],
} as const satisfies Record<string, DocumentPath>;

function changedAt(part: unknown, [key, ...rest]: DocumentPath, becomes: unknown): unknown {
	if (key === undefined) return becomes;
	if (Array.isArray(part)) {
		const copy = [...part];
		if (rest.length === 0 && becomes === undefined) copy.splice(Number(key), 1);
		else copy[Number(key)] = changedAt(part[Number(key)], rest, becomes);
		return copy;
	}
	const held = Object.entries(part ?? {}).filter(([name]) => name !== key);
	const inner = (part as Record<string, unknown> | undefined)?.[key];
	const next = changedAt(inner, rest, becomes);
	return Object.fromEntries(next === undefined ? held : [...held, [key, next]]);
}
