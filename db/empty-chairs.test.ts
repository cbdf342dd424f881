import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { structuresHolding } from "./circumstances.ts";
import { structuresWithout } from "./empty-chairs.ts";
import { members, structureRoles, structures } from "./schema/structures.ts";
import { smallTerritory } from "./small-territory.ts";

test("a structure where nobody ever came lacks both, until it is closed", () => {
	const { db, territoryId } = smallTerritory();
	db.insert(structures).values({ id: "new", territoryId, name: "Nouvelle", kind: "other" }).run();
	const rights = () =>
		structuresWithout(db, territoryId)
			.filter(({ structureId }) => structureId === "new")
			.map(({ right }) => right);

	expect(rights()).toEqual(["reception", "manager"]);
	expect(structuresWithout(db, "elsewhere")).toEqual([]);
	db.update(structures).set({ active: false }).where(eq(structures.id, "new")).run();
	expect(rights()).toEqual([]);
});

test("nothing is handed to a structure where nobody receives, until somebody does", () => {
	const { db, territoryId } = smallTerritory();
	db.insert(structures).values({ id: "new", territoryId, name: "Nouvelle", kind: "other" }).run();
	db.insert(structureRoles).values({ structureId: "new", roleId: "crip" }).run();
	const holds = (structureId: string) =>
		structuresHolding(db, territoryId, "crip").includes(structureId);

	expect(holds("new")).toBe(false);
	const place = { id: "m", userId: "crip-user", structureId: "new", label: "A" };
	db.insert(members)
		.values({ ...place, reception: true })
		.run();
	expect(holds("new")).toBe(true);
	db.update(members).set({ active: false, suspended: "dormant" }).where(eq(members.id, "m")).run();
	expect(holds("new")).toBe(false);
	expect(holds("crip")).toBe(true);
});
