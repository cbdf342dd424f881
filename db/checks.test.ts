import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { findingsOf } from "./checks.ts";
import { structureClosingDays, structures } from "./schema/structures.ts";
import { smallTerritory } from "./small-territory.ts";
import { territoryFacts } from "./territory-facts.ts";

test("a role that the directory no longer fills becomes an error the next time one looks", () => {
	const { db, territoryId, protocol } = smallTerritory();
	const before = findingsOf(db, territoryId, protocol);
	for (const id of ["care", "care-2", "care-3"]) {
		db.update(structures).set({ active: false }).where(eq(structures.id, id)).run();
	}

	const after = findingsOf(db, territoryId, protocol);

	expect(before.filter(({ severity }) => severity === "error")).toEqual([]);
	expect(after.filter(({ severity }) => severity === "error")).toMatchObject([
		{ code: "role-without-structure", part: { kind: "role", id: "care" } },
	]);
});

test("the same protocol under the same directory is checked once", () => {
	const { db, territoryId, protocol } = smallTerritory();

	const first = findingsOf(db, territoryId, protocol);

	expect(findingsOf(db, territoryId, structuredClone(protocol))).toBe(first);
});

test("a text that seems to name somebody is a finding", () => {
	const { db, territoryId, protocol } = smallTerritory();
	const named = structuredClone(protocol);
	named.title = { fr: "Protocole de Camille Martin, 06 12 34 56 78", en: "Protocol" };

	const findings = findingsOf(db, territoryId, named);

	expect(findings).toContainEqual(
		expect.objectContaining({ code: "names-a-person", path: ["title"] }),
	);
});

test("a structure is open on the working days on which it does not close", () => {
	const { db, territoryId } = smallTerritory();
	db.insert(structureClosingDays).values({ structureId: "care", weekday: 3 }).run();

	const [care] = territoryFacts(db, territoryId).structuresHolding("care");

	expect(care).toEqual({ id: "care", name: "care", openOn: [1, 2, 4, 5] });
});
