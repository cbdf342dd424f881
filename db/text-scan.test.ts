import { expect, test } from "vitest";
import { type Db, migrate, openDb } from "./client.ts";
import { addComment, commentsOf } from "./consultation-comments.ts";
import { consultationComments } from "./schema/consultations.ts";
import { protocolVersions } from "./schema/protocol-versions.ts";
import { members, structures } from "./schema/structures.ts";
import { demonstrationId } from "./seed/demonstration.ts";
import { settle } from "./seed/settlement.ts";
import { approver, consulted, smallAgreement } from "./small-agreement.ts";
import { momentAt, monday, smallTerritory } from "./small-territory.ts";
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

test("a comment on a protocol is read again, and found by its own name", () => {
	const agreement = smallAgreement();
	const { db, territoryId } = agreement;
	const consultationId = consulted(agreement);
	const person = approver("crip-member", "crip");
	const text = "Le délai nous convient.";
	addComment(db, momentAt(monday), person, { territoryId, consultationId, text });
	const before = lookAt(db);

	// A newer guard sees what an older one let pass.
	db.update(consultationComments).set({ text: "Le délai convient à Kezianne." }).run();
	const found = lookAt(db);
	keepFindings(db, found, monday);

	const [comment] = commentsOf(db, consultationId);
	const where = { about: "comment", subjectId: consultationId, place: comment?.id, kind: "name" };
	expect(before.filter(({ about }) => about === "comment")).toEqual([]);
	expect(keptFindings(db, territoryId)).toContainEqual(expect.objectContaining(where));
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
