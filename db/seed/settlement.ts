import { eq } from "drizzle-orm";
import { insertAccount } from "../accounts.ts";
import type { Db } from "../client.ts";
import { reviewMembers } from "../member-reviews.ts";
import { users } from "../schema/accounts.ts";
import { members, structureClosingDays, structureRoles, structures } from "../schema/structures.ts";
import { territories } from "../schema/territories.ts";
import { type MadeUpStructure, madeUpStructures } from "./directory.ts";
import {
	demonstrationPasswordHash,
	type MadeUpPerson,
	madeUpPeople,
	memberIdOf,
} from "./people.ts";

const dayMs = 86_400_000;

/** Writes the made-up territory with its structures, roles, closing days and accounts. */
export function settle(db: Db, territoryId: string, now: number): void {
	db.insert(territories)
		.values({
			id: territoryId,
			name: "Département de démonstration",
			timeZone: "Europe/Paris",
			holidayRegion: "metropole",
			officeStartMinute: 9 * 60,
			officeEndMinute: 17 * 60 + 30,
			demonstration: true,
		})
		.run();
	for (const structure of madeUpStructures) addStructure(db, territoryId, structure, now);
	for (const person of madeUpPeople) addPerson(db, person, now);
	for (const structure of madeUpStructures) addReview(db, structure.id, now);
}

function addStructure(
	db: Db,
	territoryId: string,
	{ roles, closedOn = [], closedInDays = [], ...structure }: MadeUpStructure,
	now: number,
): void {
	db.insert(structures)
		.values({ territoryId, ...structure })
		.run();
	for (const roleId of roles) {
		db.insert(structureRoles).values({ structureId: structure.id, roleId }).run();
	}
	const days = [
		...closedOn.map((weekday) => ({ weekday })),
		...closedInDays.map((ahead) => ({ date: dateOf(now + ahead * dayMs) })),
	];
	for (const day of days) {
		db.insert(structureClosingDays)
			.values({ structureId: structure.id, ...day })
			.run();
	}
}

function addPerson(db: Db, person: MadeUpPerson, now: number): void {
	const { id, label, structures: places, reception, manager, duty, seenDaysAgo = 0 } = person;
	const email = `${id}@demonstration.invalid`;
	const at = now - 90 * dayMs;
	insertAccount(db, { id, email, name: label, at }, demonstrationPasswordHash);
	const seenDay = Math.floor(now / dayMs) - seenDaysAgo;
	db.update(users).set({ seenDay }).where(eq(users.id, id)).run();
	for (const structureId of places) {
		const memberId = memberIdOf(person, structureId);
		db.insert(members)
			.values({ id: memberId, userId: id, structureId, label, reception, manager, duty })
			.run();
	}
}

/** Every structure reviewed its members a month ago; one is late, so that there is a reminder to see. */
function addReview(db: Db, structureId: string, now: number): void {
	const manager = madeUpPeople.find(
		({ manager, structures }) => manager && structures.includes(structureId),
	);
	if (!manager) return;
	const memberId = memberIdOf(manager, structureId);
	const daysAgo = structureId === "foyer-erable" ? 120 : 30;
	reviewMembers(db, { structureId, memberId, now: now - daysAgo * dayMs });
}

function dateOf(instant: number): string {
	return new Date(instant).toISOString().slice(0, 10);
}
