import { and, asc, eq } from "drizzle-orm";
import { localDay } from "#protocols/calendar/time-zone.ts";
import { workingDayTest } from "#protocols/calendar/working-calendar.ts";
import type { Scope } from "./access.ts";
import type { Declaration } from "./availability.ts";
import { closingOf, workingCalendarOf } from "./circumstances.ts";
import type { Db } from "./client.ts";
import { comingClosings } from "./handoff-choices.ts";
import { acquaintancesOf } from "./known-structures.ts";
import { structureRoles, structures } from "./schema/structures.ts";

type Row = typeof structures.$inferSelect;

/** A structure of the directory, open to the reader. */
export type OpenEntry = Pick<Row, "id" | "name" | "kind" | "zone" | "phone" | "presentation"> & {
	masked: false;
	own: boolean;
	/** What it declares of its room for new situations, and when. */
	capacity: Declaration | null;
	roles: string[];
	/** Days of the week when it is closed though the territory works; Monday is 1. */
	closedOn: number[];
	/** Closed dates within 60 days. */
	closings: string[];
	openDays: number;
	openToday: boolean;
};

/** A structure that shows its roles alone: its name protects somebody. */
export type MaskedEntry = { masked: true; roles: string[] };

export type Entry = OpenEntry | MaskedEntry;

/** Which structures to list: all, those that hold a role, those of a zone. */
export type DirectoryFilter = { role?: string | undefined; zone?: string | undefined };

/** The active structures of a territory, by name; those that are masked come last. */
export function directoryOf(db: Db, scope: Scope, now: number): Entry[] {
	const describe = describing(db, scope, now);
	const entries = rowsOf(db, scope).map(describe);
	const open = entries
		.filter((entry) => !entry.masked)
		.sort((one, other) => one.name.localeCompare(other.name, "fr"));
	const masked = entries.filter((entry) => entry.masked);
	return [...open, ...masked];
}

/** One structure; undefined when the reader may not know it, or there is none. */
export function directoryEntry(
	db: Db,
	scope: Scope,
	structureId: string,
	now: number,
): OpenEntry | undefined {
	const row = rowsOf(db, scope).find(({ id }) => id === structureId);
	const entry = row && describing(db, scope, now)(row);
	return entry && !entry.masked ? entry : undefined;
}

/**
 * Whether a structure is among those asked for. A masked one has no zone for anybody: filtering by
 * zone would tell where it is.
 */
export function fits(entry: Entry, { role, zone }: DirectoryFilter): boolean {
	if (role && !entry.roles.includes(role)) return false;
	return !zone || (!entry.masked && entry.zone === zone);
}

function rowsOf(db: Db, { territoryId }: Scope): Row[] {
	return db
		.select()
		.from(structures)
		.where(and(eq(structures.territoryId, territoryId), eq(structures.active, true)))
		.orderBy(asc(structures.name), asc(structures.id))
		.all();
}

function describing(db: Db, scope: Scope, now: number): (row: Row) => Entry {
	const acquainted = acquaintancesOf(db, scope);
	const rolesOf = heldRoles(db);
	const calendar = workingCalendarOf(db, scope.territoryId);
	const today = localDay(calendar.timeZone, now);
	return ({ id, name, kind, zone, phone, presentation, sensitive, capacity, capacityAt }) => {
		const roles = rolesOf.get(id) ?? [];
		if (sensitive && !acquainted.has(id)) return { masked: true, roles };

		const closing = closingOf(db, id);
		const worked = calendar.workDays;
		const closedOn = closing.weekdays.filter((day) => worked.includes(day)).sort();
		return {
			masked: false,
			id,
			name,
			kind,
			zone,
			phone,
			presentation,
			own: id === scope.structureId,
			capacity: capacity === null || capacityAt === null ? null : { capacity, at: capacityAt },
			roles,
			closedOn,
			closings: comingClosings(closing.dates, today),
			openDays: worked.length - closedOn.length,
			openToday: workingDayTest(calendar, closing)(today),
		};
	};
}

function heldRoles(db: Db): Map<string, string[]> {
	const held = db.select().from(structureRoles).orderBy(asc(structureRoles.roleId)).all();
	const roles = new Map<string, string[]>();
	for (const { structureId, roleId } of held) {
		roles.set(structureId, [...(roles.get(structureId) ?? []), roleId]);
	}
	return roles;
}
