import { expect, test } from "vitest";
import { type Db, migrate, openDb } from "./client.ts";
import { protocolVersions } from "./schema/protocol-versions.ts";
import { members, structures } from "./schema/structures.ts";
import { demonstrationId } from "./seed/demonstration.ts";
import { settle } from "./seed/settlement.ts";
import { monday, smallTerritory } from "./small-territory.ts";
import { acceptText } from "./text-acceptances.ts";
import {
	findingsIn,
	keepFindings,
	keptFindings,
	shownTexts,
	type TextFinding,
} from "./text-scan.ts";

test("nothing that the made-up directory says may point at somebody", () => {
	const db = openDb(":memory:");
	migrate(db);
	settle(db, demonstrationId, monday);

	expect(shownTexts(db).length).toBeGreaterThan(25);
	expect(lookAt(db)).toEqual([]);
});

test("what is already shown and may point at somebody is found, in protocols and structures", () => {
	const { db, territoryId, protocol } = smallTerritory();
	db.update(structures)
		.set({ name: "Accueil", presentation: "Demandez Kezianne. Écrivez à k@exemple.fr." })
		.run();
	const document = JSON.stringify({ ...protocol, title: { fr: "Le protocole de Kezianne" } });
	db.insert(protocolVersions)
		.values({
			territoryId,
			hash: "0f".repeat(32),
			protocolId: "older",
			status: "published",
			document,
		})
		.run();

	const found = lookAt(db);

	expect(found).toContainEqual(
		expect.objectContaining({
			about: "protocol",
			subjectId: "older",
			place: "title",
			kind: "name",
		}),
	);
	const kinds = found.filter(({ about }) => about === "structure").map(({ kind }) => kind);
	expect(new Set(kinds)).toEqual(new Set(["email", "name"]));
	expect(JSON.stringify(found)).not.toMatch(/Kezianne|k@/);
});

test("a name that two people accepted is not found again", () => {
	const { db, territoryId } = smallTerritory();
	const text = "Demandez Kezianne à l'accueil.";
	db.update(structures).set({ name: "Accueil de jour", presentation: text }).run();
	expect(lookAt(db)).not.toEqual([]);

	for (const { id } of db.select().from(members).all().slice(0, 2)) {
		acceptText(db, { territoryId, text }, { memberId: id, kind: "structure", at: monday });
	}

	expect(lookAt(db)).toEqual([]);
});

test("each look takes the place of the one before", () => {
	const { db, territoryId } = smallTerritory();
	const finding: TextFinding = {
		...{ territoryId, about: "structure", subjectId: "a", place: "name" },
		...{ language: "fr", kind: "plate" },
	};

	keepFindings(db, [finding, finding, { ...finding, subjectId: "b" }], monday);
	expect(keptFindings(db, territoryId)).toHaveLength(2);
	expect(keptFindings(db, demonstrationId)).toEqual([]);

	keepFindings(db, [], monday);
	expect(keptFindings(db, territoryId)).toEqual([]);
});

function lookAt(db: Db) {
	return shownTexts(db).flatMap((text) => findingsIn(db, text));
}
