import { and, asc, eq, exists, sql } from "drizzle-orm";
import type { StructureClosing, WorkingCalendar } from "#protocols/calendar/working-calendar.ts";
import type { Circumstances, Directory } from "#protocols/casework/situation.ts";
import { territoryCalendar } from "#protocols/casework/territory-calendar.ts";
import type { Db, Tx } from "./client.ts";
import { preparedOnce } from "./prepared.ts";
import type { Random } from "./pseudonyms/code.ts";
import { drawHandle } from "./pseudonyms/handle.ts";
import { members, structureClosingDays, structureRoles, structures } from "./schema/structures.ts";
import { exceptionalDays, territories } from "./schema/territories.ts";

/**
 * Everything that a decision may not find by itself: the instant, fresh ids, the territory's
 * calendar and its directory, as they stand inside this transaction.
 */
export function circumstancesOf(
	db: Db | Tx,
	territoryId: string,
	{ now, random }: { now: number; random: Random },
): Circumstances {
	return {
		now,
		newId: () => drawHandle(random),
		calendar: territoryCalendar(workingCalendarOf(db, territoryId), (structureId) =>
			closingOf(db, structureId),
		),
		directory: directoryOf(db, territoryId),
	};
}

/**
 * The working calendar of a territory.
 *
 * @throws RangeError when there is no such territory (a caller's bug)
 */
export function workingCalendarOf(db: Db | Tx, territoryId: string): WorkingCalendar {
	const row = statementsOf(db).territory.get({ territoryId });
	if (!row) throw new RangeError(`No territory ${territoryId}.`);

	const days = statementsOf(db).days.all({ territoryId });
	return {
		timeZone: row.timeZone,
		holidays: row.holidayRegion,
		office: { startMinute: row.officeStartMinute, endMinute: row.officeEndMinute },
		workDays: [...row.workDays].map(Number),
		closedDates: days.filter(({ closed }) => closed).map(({ date }) => date),
		openDates: days.filter(({ closed }) => !closed).map(({ date }) => date),
	};
}

/** The closing days of a structure, beyond those of its territory. */
export function closingOf(db: Db | Tx, structureId: string): StructureClosing {
	const rows = statementsOf(db).closing.all({ structureId });
	return {
		weekdays: rows.flatMap(({ weekday }) => weekday ?? []),
		dates: rows.flatMap(({ date }) => date ?? []),
	};
}

const statementsOf = preparedOnce((db) => ({
	territory: db
		.select()
		.from(territories)
		.where(eq(territories.id, sql.placeholder("territoryId")))
		.prepare(),
	days: db
		.select()
		.from(exceptionalDays)
		.where(eq(exceptionalDays.territoryId, sql.placeholder("territoryId")))
		.prepare(),
	closing: db
		.select({ weekday: structureClosingDays.weekday, date: structureClosingDays.date })
		.from(structureClosingDays)
		.where(eq(structureClosingDays.structureId, sql.placeholder("structureId")))
		.prepare(),
	activeMember: db
		.select({ id: members.id })
		.from(members)
		.where(
			and(
				eq(members.structureId, sql.placeholder("structureId")),
				eq(members.id, sql.placeholder("memberId")),
				eq(members.active, true),
			),
		)
		.prepare(),
	holdingRole: db
		.select({ id: structures.id })
		.from(structureRoles)
		.innerJoin(structures, eq(structures.id, structureRoles.structureId))
		.where(
			and(
				eq(structures.territoryId, sql.placeholder("territoryId")),
				eq(structures.active, true),
				eq(structureRoles.roleId, sql.placeholder("roleId")),
				exists(
					db
						.select({ id: members.id })
						.from(members)
						.where(
							and(
								eq(members.structureId, structures.id),
								eq(members.active, true),
								eq(members.reception, true),
							),
						),
				),
			),
		)
		.orderBy(asc(structures.name), asc(structures.id))
		.prepare(),
}));

function directoryOf(db: Db | Tx, territoryId: string): Directory {
	return {
		structuresHolding: (role) => structuresHolding(db, territoryId, role),
		isActiveMember: (structureId, memberId) =>
			statementsOf(db).activeMember.get({ structureId, memberId }) !== undefined,
	};
}

/**
 * The active structures of a territory that hold a role, by name. One where nobody is at reception
 * holds none for now: what is handed to it would find nobody.
 */
export function structuresHolding(db: Db | Tx, territoryId: string, roleId: string): string[] {
	return statementsOf(db)
		.holdingRole.all({ territoryId, roleId })
		.map(({ id }) => id);
}
