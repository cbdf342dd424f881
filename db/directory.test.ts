import { eq, like } from "drizzle-orm";
import { expect, test } from "vitest";
import { roleInProtocols, roleLabels, thinRoles } from "./coverage.ts";
import { directoryEntry, directoryOf, fits } from "./directory.ts";
import { accepted, situationToHandOff } from "./handoff-stage.for-tests.ts";
import { structureClosingDays, structures } from "./schema/structures.ts";
import { monday, type SmallTerritory, smallTerritory } from "./small-territory.ts";

test("a structure is listed with its roles, its days and what the week leaves open", () => {
	const territory = smallTerritory();
	const { db } = territory;
	db.insert(structureClosingDays)
		.values([
			{ structureId: "crip", weekday: 3 },
			{ structureId: "crip", weekday: 6 },
			{ structureId: "crip", date: "2026-09-21" },
			{ structureId: "crip", date: "2026-01-05" },
			{ structureId: "crip", date: "2027-01-04" },
		])
		.run();

	const entry = directoryEntry(db, scopeOf(territory, "spotter"), "crip", monday);

	expect(entry).toMatchObject({
		roles: ["crip"],
		closedOn: [3],
		closings: ["2026-09-21"],
		openDays: 4,
		openToday: true,
		own: false,
	});
});

test("a protected structure shows its roles alone, except to its own and to those who work with it", () => {
	const apart = situationToHandOff();
	const together = accepted();
	for (const territory of [apart, together]) protect(territory, "crip");

	const seenBy = (territory: SmallTerritory, reader: string) =>
		directoryOf(territory.db, scopeOf(territory, reader), monday);

	expect(JSON.stringify(seenBy(apart, "spotter"))).not.toContain('"id":"crip"');
	expect(seenBy(apart, "spotter").at(-1)).toEqual({ masked: true, roles: ["crip"] });
	expect(directoryEntry(apart.db, scopeOf(apart, "spotter"), "crip", monday)).toBeUndefined();
	expect(seenBy(apart, "crip").every(({ masked }) => !masked)).toBe(true);
	expect(seenBy(together, "spotter").every(({ masked }) => !masked)).toBe(true);
});

test("filters keep a role or a zone, and never tell the zone of a protected structure", () => {
	const territory = smallTerritory();
	const { db } = territory;
	db.update(structures).set({ zone: "Nord" }).run();
	protect(territory, "care");

	const all = directoryOf(db, scopeOf(territory, "spotter"), monday);

	const kept = (filter: { role?: string; zone?: string }) =>
		all.filter((entry) => fits(entry, filter)).length;
	expect(kept({ role: "care" })).toBe(kept({ role: "care", zone: "Nord" }) + 1);
	expect(kept({ zone: "Sud" })).toBe(0);
});

test("roles that no structure holds, or one alone, are named, the emptiest first", () => {
	const { db, territoryId } = smallTerritory();
	const close = (pattern: string) =>
		db.update(structures).set({ active: false }).where(like(structures.id, pattern)).run();
	for (const pattern of ["care%", "crip-%"]) close(pattern);

	const thin = thinRoles(db, territoryId);

	expect(thin.map(({ roleId, structures: count }) => [roleId, count])).toEqual([
		["care", 0],
		["crip", 1],
	]);
});

test("a role is called as the protocol calls it, with the steps it carries and receives", () => {
	const { db, territoryId } = smallTerritory();

	const [use] = roleInProtocols(db, territoryId, "crip");

	expect(roleLabels(db, territoryId).get("care")?.en).toBe("Care actor");
	expect(use?.carries.map(({ en }) => en)).toEqual(["First analysis"]);
	expect(use?.receives.map(({ en }) => en)).toEqual(["Send the concern report"]);
});

function protect({ db }: SmallTerritory, structureId: string): void {
	db.update(structures).set({ sensitive: true }).where(eq(structures.id, structureId)).run();
}

function scopeOf({ territoryId }: SmallTerritory, structureId: string) {
	return { territoryId, structureId };
}
