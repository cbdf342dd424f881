/** What was just done to an incident, as the address that one arrives at says it. */
export const savedKinds = ["taken", "resolved"] as const;

export type SavedKind = (typeof savedKinds)[number];

/** What an address says was just done. */
export function savedIn(url: string): SavedKind | null {
	const saved = new URL(url).searchParams.get("saved");
	return savedKinds.find((kind) => kind === saved) ?? null;
}
