import { paths } from "#app/paths.ts";
import type { HandoffPage } from "#db/handoff-page.ts";
import type { ToldMoment } from "#db/handoff-people.ts";
import { actFormOf, slugOf } from "./act-table.ts";

/** The page of a handoff just after an act on it: it says when that was recorded. */
export function afterAct(handle: string, slug: string): string {
	return `${paths.handoff(handle)}?recorded=${encodeURIComponent(slug)}`;
}

/** What was just recorded, and when. */
export type JustRecorded = { what: ToldMoment["what"]; at: number };

/** The act that an address names, if it is the latest that a person did. */
export function justRecorded(
	url: string,
	{ life, closed }: Pick<HandoffPage, "life" | "closed">,
): JustRecorded | null {
	if (closed) return null;
	const slug = new URL(url).searchParams.get("recorded") ?? "";
	const byPeople = life.filter(({ by }) => by !== "clock" && by !== "system");
	const latest = byPeople.at(-1);
	const named = slug === "prepare" ? "PREPARE" : actFormOf(slug)?.act;
	return latest && latest.what === named ? { what: latest.what, at: latest.at } : null;
}

/** The address of the page of a handoff that was just prepared, sent or kept as a draft. */
export function afterPreparation(handle: string, sent: boolean): string {
	return afterAct(handle, sent ? slugOf("SEND") : "prepare");
}
