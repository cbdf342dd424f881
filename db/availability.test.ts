import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { availabilityOf, declarationsIn, declareAvailability } from "./availability.ts";
import { directoryEntry } from "./directory.ts";
import { structureChoices } from "./handoff-choices.ts";
import { audit } from "./schema/audit.ts";
import { members, structures } from "./schema/structures.ts";
import { momentAt, monday, type SmallTerritory, smallTerritory } from "./small-territory.ts";

const scope = { territoryId: "small", structureId: "spotter" };

test("what a structure declares is dated, kept in the trail, and read in the directory", () => {
	const territory = smallTerritory();

	const written = declare(territory, "crip", "limited", "crip-member");

	expect(written).toBe(true);
	expect(availabilityOf(territory.db, "crip")).toMatchObject({
		capacity: "limited",
		declaredAt: monday,
		second: "crip-member",
	});
	expect(directoryEntry(territory.db, scope, "crip", monday)?.capacity).toEqual({
		capacity: "limited",
		at: monday,
	});
	expect(territory.db.select().from(audit).all()).toMatchObject([
		{ act: "AVAILABILITY_DECLARED", actor: "crip-member" },
	]);
});

test("a declaration may be taken back, and leaves no date behind", () => {
	const territory = smallTerritory();
	declare(territory, "crip", "full", "crip-member");

	declare(territory, "crip", null, null);

	expect(availabilityOf(territory.db, "crip")).toMatchObject({
		capacity: null,
		declaredAt: null,
		second: null,
	});
	expect(declarationsIn(territory.db, "small").size).toBe(0);
});

test("nobody of another structure, and nobody who has left, is told second", () => {
	const territory = smallTerritory();
	territory.db
		.update(members)
		.set({ active: false, suspended: "disabled" })
		.where(eq(members.id, "crip-member"))
		.run();

	expect(declare(territory, "crip", "open", "spotter-member")).toBe(false);
	expect(declare(territory, "crip", "open", "crip-member")).toBe(false);
	expect(declarationsIn(territory.db, "small").size).toBe(0);
});

test("who declares room is offered first, who declares none last, and silence is no blame", () => {
	const territory = smallTerritory();
	declare(territory, "care", "full", null);
	declare(territory, "care-3", "open", null);

	expect(offered(territory)).toEqual(["care-3", "care-2", "care"]);
});

test("a name that protects somebody shows no declaration either", () => {
	const territory = smallTerritory();
	declare(territory, "care-3", "open", null);
	territory.db.update(structures).set({ sensitive: true }).where(eq(structures.id, "care-3")).run();

	const choices = structureChoices(territory.db, scope, {
		roleId: "care",
		except: [],
		now: monday,
	});

	expect(choices.find(({ id }) => id === "care-3")).toMatchObject({ name: null, capacity: null });
});

function declare(
	{ db }: SmallTerritory,
	structureId: string,
	capacity: "open" | "limited" | "full" | null,
	second: string | null,
): boolean {
	const by = { actor: `${structureId}-member`, structureId, visit: "AAAAAAAAAAAAAAAAAAAAAA" };
	return declareAvailability(db, momentAt(monday), { ...by, capacity, second });
}

function offered({ db }: SmallTerritory): string[] {
	const asked = { roleId: "care", except: [], now: monday };
	return structureChoices(db, scope, asked).map(({ id }) => id);
}
