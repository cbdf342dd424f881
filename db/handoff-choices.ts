import { and, asc, eq } from "drizzle-orm";
import { dayNumberOf, plainDateOf } from "#protocols/calendar/day-number.ts";
import { localDay } from "#protocols/calendar/time-zone.ts";
import { workingDayTest } from "#protocols/calendar/working-calendar.ts";
import { hasEnded } from "#protocols/casework/handoff/life.ts";
import type { OwnHandoff, Scope } from "./access.ts";
import { type Declaration, declarationsIn } from "./availability.ts";
import { closingOf, structuresHolding, workingCalendarOf } from "./circumstances.ts";
import type { Db } from "./client.ts";
import { knownStructures } from "./known-structures.ts";
import { handoffs } from "./schema/handoffs.ts";
import { members } from "./schema/structures.ts";
import { territories } from "./schema/territories.ts";

/** A structure that may be asked, with what helps to choose among several. */
export type StructureChoice = {
	id: string;
	/** Null where its name protects somebody. */
	name: string | null;
	zone: string | null;
	phone: string | null;
	/** What it declares of its room, and when; null where it said nothing, or its name protects somebody. */
	capacity: Declaration | null;
	/** Days of the week when it is closed though the territory works; Monday is 1. */
	closedOn: number[];
	/** Its next closed date that the territory would work, within 60 days. */
	nextClosing: string | null;
	openToday: boolean;
};

const soonDays = 60;

/** The active structures that hold a role, except those that cannot be asked. */
export function structureChoices(
	db: Db,
	scope: Scope,
	{ roleId, except, now }: { roleId: string; except: readonly string[]; now: number },
): StructureChoice[] {
	const known = knownStructures(db, scope);
	const calendar = workingCalendarOf(db, scope.territoryId);
	const today = localDay(calendar.timeZone, now);
	const declared = declarationsIn(db, scope.territoryId);
	const choices = structuresHolding(db, scope.territoryId, roleId)
		.filter((id) => !except.includes(id))
		.map((id) => {
			const closing = closingOf(db, id);
			const { name = null, zone = null, phone = null } = known.get(id) ?? {};
			return {
				id,
				name,
				zone,
				phone: name === null ? null : phone,
				capacity: name === null ? null : (declared.get(id) ?? null),
				closedOn: closing.weekdays.filter((day) => calendar.workDays.includes(day)).sort(),
				nextClosing: comingClosings(closing.dates, today)[0] ?? null,
				openToday: workingDayTest(calendar, closing)(today),
			};
		});
	return byRoom(choices);
}

/**
 * Whoever declares room comes first, then whoever said nothing, then whoever declares none; within
 * that, as they are listed. Only what a structure says of itself counts, never what it did.
 */
function byRoom(choices: StructureChoice[]): StructureChoice[] {
	const room = { open: 0, limited: 1, unsaid: 2, full: 3 };
	const rank = ({ capacity }: StructureChoice) => room[capacity?.capacity ?? "unsaid"];
	return choices.sort((one, other) => rank(one) - rank(other));
}

/** The closed dates of a structure from today on, the next first. */
export function comingClosings(dates: readonly string[], today: number): string[] {
	const last = plainDateOf(today + soonDays);
	return dates.filter((date) => dayNumberOf(date) >= today && date <= last).sort();
}

/** The people of a structure whom a handoff may name, as partners see them. */
export function referentChoices(db: Db, structureId: string): { id: string; label: string }[] {
	return db
		.select({ id: members.id, label: members.label })
		.from(members)
		.where(
			and(
				eq(members.structureId, structureId),
				eq(members.active, true),
				eq(members.duty, "professional"),
			),
		)
		.orderBy(asc(members.label), asc(members.id))
		.all();
}

/** The other structures that hold the role that a handoff asks. */
export function otherStructures(
	db: Db,
	scope: Scope,
	handoffId: string,
	now: number,
): StructureChoice[] {
	const row = db.select().from(handoffs).where(eq(handoffs.id, handoffId)).get();
	if (!row) return [];
	const except = [row.senderId, row.recipientId ?? ""];
	return structureChoices(db, scope, { roleId: row.roleId, except, now });
}

/** Whether there is a slip to print: for the sender, from the sending until the number expires. */
export function hasSlip(db: Db, { handoffId, side }: OwnHandoff): boolean {
	const row = db
		.select({ sentAt: handoffs.sentAt, state: handoffs.state })
		.from(handoffs)
		.where(eq(handoffs.id, handoffId))
		.get();
	return side === "sender" && row !== undefined && row.sentAt !== null && !hasEnded(row.state);
}

/** Whether a territory wants a square code on its slips, beside the number; off unless it says so. */
export function wantsSquare(db: Db, territoryId: string): boolean {
	const row = db
		.select({ slipQr: territories.slipQr })
		.from(territories)
		.where(eq(territories.id, territoryId))
		.get();
	return row?.slipQr ?? false;
}
