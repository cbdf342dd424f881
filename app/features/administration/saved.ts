/** What was just done, as the address that one arrives at says it. */
export const savedKinds = ["closed", "opened", "withdrawn"] as const;

export type SavedKind = (typeof savedKinds)[number];

/** What an address says was just done. */
export function savedIn(url: string): SavedKind | null {
	const saved = new URL(url).searchParams.get("saved");
	return savedKinds.find((kind) => kind === saved) ?? null;
}
