import { and, asc, countDistinct, eq, gt } from "drizzle-orm";
import type { StructureClosing } from "#protocols/calendar/working-calendar.ts";
import type { History } from "#protocols/casework/recalculation.ts";
import { firstVersion, replay } from "#protocols/casework/replay.ts";
import type { Circumstances, Situation } from "#protocols/casework/situation.ts";
import { territoryCalendar } from "#protocols/casework/territory-calendar.ts";
import type { CalendarChange } from "./calendar-change.ts";
import { circumstancesOf, closingOf, workingCalendarOf } from "./circumstances.ts";
import type { Db, Tx } from "./client.ts";
import { historyOf } from "./history.ts";
import type { Moment } from "./journal.ts";
import { compiledVersion } from "./protocol-versions.ts";
import { timers } from "./schema/journal.ts";
import { situations } from "./schema/situations.ts";

/** The circumstances of a territory, also under a change; its closings are read once. */
export function circumstancesUnder(
	db: Db | Tx,
	territoryId: string,
	{ moment, change }: { moment: Moment; change?: CalendarChange },
): Circumstances {
	const calendar =
		change?.of === "territory" ? change.calendar : workingCalendarOf(db, territoryId);
	const closings = new Map<string, StructureClosing>();
	if (change?.of === "structure") closings.set(change.structureId, change.closing);
	const closing = (structureId: string) => {
		const known = closings.get(structureId) ?? closingOf(db, structureId);
		closings.set(structureId, known);
		return known;
	};
	return {
		...circumstancesOf(db, territoryId, moment),
		calendar: territoryCalendar(calendar, closing),
	};
}

/** A situation, and the history that it is told from. */
export function pastOf(db: Db | Tx, situationPk: number): { before: Situation; history: History } {
	const row = db
		.select({ territoryId: situations.territoryId, versionHash: situations.versionHash })
		.from(situations)
		.where(eq(situations.pk, situationPk))
		.get();
	if (!row) throw new RangeError(`No situation ${situationPk}.`);
	const events = historyOf(db, situationPk);
	const versions = (hash: string) => compiledVersion(db, row.territoryId, hash);
	const compiled = versions(firstVersion(events) ?? row.versionHash);
	return {
		before: replay(compiled, events, versions),
		history: { compiled, events, versions },
	};
}

/** The next situations of a territory with a running clock, in the order in which they were opened. */
export function situationsWithClocks(
	db: Db | Tx,
	territoryId: string,
	{ afterPk, limit }: { afterPk: number; limit: number },
): number[] {
	return db
		.selectDistinct({ pk: situations.pk })
		.from(situations)
		.innerJoin(timers, eq(timers.situationPk, situations.pk))
		.where(and(eq(situations.territoryId, territoryId), gt(situations.pk, afterPk)))
		.orderBy(asc(situations.pk))
		.limit(limit)
		.all()
		.map(({ pk }) => pk);
}

/** How many situations of a territory have a running clock. */
export function situationsToRecalculate(db: Db, territoryId: string): number {
	const row = db
		.select({ all: countDistinct(timers.situationPk) })
		.from(timers)
		.innerJoin(situations, eq(situations.pk, timers.situationPk))
		.where(eq(situations.territoryId, territoryId))
		.get();
	return row?.all ?? 0;
}
