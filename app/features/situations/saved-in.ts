import { paths } from "#app/paths.ts";

/** What was just recorded, as the address that one arrives at says it. */
export const savedKinds = [
	"opened",
	"answered",
	"raised",
	"bound",
	"lead",
	"corrected",
	"goes-on",
	"closed",
	"same",
] as const;
export type SavedKind = (typeof savedKinds)[number];

/** What an address says was just recorded. */
export function savedIn(url: string): SavedKind | null {
	const saved = new URL(url).searchParams.get("saved");
	return savedKinds.find((kind) => kind === saved) ?? null;
}

/** Back to the situation, with the word that it is recorded. */
export function afterSaving(handle: string, saved: SavedKind): string {
	return `${paths.situation(handle)}?saved=${saved}`;
}
