import { expect, test } from "vitest";
import { reviewMembers } from "./member-reviews.ts";
import { momentAt, monday, smallTerritory } from "./small-territory.ts";
import {
	addStructure,
	isNameTaken,
	keptStructure,
	keptStructures,
	rewriteStructure,
	type StructureSheet,
} from "./structure-upkeep.ts";

const sheet: StructureSheet = {
	name: "Maison du Bouleau",
	kind: "care-home",
	zone: "Nord",
	phone: "02 61 91 10 20",
	sensitive: true,
	roles: ["ase", "crip"],
};

test("a structure that is added is empty, and its keeper sees that nobody is there", () => {
	const { db, territoryId } = smallTerritory();

	const id = db.transaction((tx) => addStructure(tx, territoryId, sheet, momentAt(1).random));

	expect(keptStructure(db, territoryId, id)).toEqual({
		id,
		...sheet,
		members: 0,
		reception: false,
		manager: false,
		reviewedAt: null,
	});
	expect(keptStructure(db, "elsewhere", id)).toBeUndefined();
});

test("a sheet is written anew, roles included", () => {
	const { db, territoryId } = smallTerritory();
	const id = db.transaction((tx) => addStructure(tx, territoryId, sheet, momentAt(1).random));

	const changed = { ...sheet, name: "Maison du Charme", sensitive: false, roles: ["crip"] };
	db.transaction((tx) => rewriteStructure(tx, id, changed));

	expect(keptStructure(db, territoryId, id)).toMatchObject(changed);
});

test("the keeper sees how many act in a structure, whether they receive, and the last review", () => {
	const { db, territoryId } = smallTerritory();
	reviewMembers(db, { structureId: "crip", memberId: "crip-member", now: monday });
	reviewMembers(db, { structureId: "crip", memberId: "crip-member", now: monday + 5 });

	expect(keptStructures(db, territoryId).find(({ id }) => id === "crip")).toMatchObject({
		members: 1,
		reception: true,
		manager: false,
		reviewedAt: monday + 5,
	});
});

test("two structures of a territory are not called the same", () => {
	const { db, territoryId } = smallTerritory();

	expect(isNameTaken(db, { territoryId, name: "CRÎP" })).toBe(true);
	expect(isNameTaken(db, { territoryId, name: "crip" }, "crip")).toBe(false);
	expect(isNameTaken(db, { territoryId: "elsewhere", name: "crip" })).toBe(false);
});
