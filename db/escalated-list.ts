import { weekOf } from "#protocols/calendar/iso-week.ts";
import type { HandoffMoved } from "#protocols/casework/events.ts";
import { lifeIn } from "#protocols/casework/handoff/told-life.ts";
import { nobody } from "#protocols/casework/situation.ts";
import type { Scope } from "./access.ts";
import type { Db } from "./client.ts";
import { historyOf } from "./history.ts";
import { type LateItem, lateItems } from "./late-list.ts";

/** What was done about something since it was escalated: acts of people, or that nothing was. */
export type DoneSince = {
	/** On the handoff itself, each kind of act once. */
	acts: HandoffMoved["act"][];
	/** The week in which somebody last acted elsewhere in the situation; null where nobody did. */
	elsewhere: number | null;
};

/** Something that was escalated and still is. */
export type EscalatedItem = Pick<LateItem, "link" | "step" | "role" | "structure" | "own"> & {
	/** The week in which it was escalated, and how many weeks ago that was. */
	since: number;
	weeks: number;
	done: DoneSince;
};

const weekMs = 7 * 86_400_000;

/** Most lines of the list of a week: it is read and printed, not searched. */
export const mostEscalated = 200;

/** What was escalated in the territory and still is, the oldest first; instants as weeks. */
export function escalatedItems(
	db: Db,
	{ territoryId, structureId }: Scope,
	now: number,
): { rows: EscalatedItem[]; more: boolean } {
	const scope = { territoryId, structureId, whole: true };
	const filter = { limit: mostEscalated, rung: "escalate" } as const;
	const { rows, more } = lateItems(db, scope, now, filter);
	const oldestFirst = rows.sort((one, other) => one.rungAt - other.rungAt);
	return { rows: oldestFirst.map((item) => escalated(db, item, now)), more };
}

function escalated(db: Db, item: LateItem, now: number): EscalatedItem {
	const { link, step, role, structure, own, rungAt } = item;
	const since = weekOf(rungAt);
	const weeks = Math.round((weekOf(now) - since) / weekMs);
	return { link, step, role, structure, own, since, weeks, done: doneSince(db, item) };
}

function doneSince(db: Db, { situationPk, handoffId, rungAt, activeAt }: LateItem): DoneSince {
	const acts = handoffId === null ? [] : actsSince(db, situationPk, handoffId, rungAt);
	return { acts, elsewhere: acts.length === 0 && activeAt > rungAt ? weekOf(activeAt) : null };
}

function actsSince(db: Db, situationPk: number, handoffId: string, since: number) {
	const acts = lifeIn(historyOf(db, situationPk), handoffId).flatMap((event) =>
		event.type === "handoff-moved" && event.at > since && !nobody.includes(event.by)
			? [event.act]
			: [],
	);
	return [...new Set(acts)];
}
