import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { publishVersion } from "./protocol-versions.ts";
import { protocolVersions } from "./schema/protocol-versions.ts";
import { tellInStore } from "./small-casework.ts";
import { monday, smallTerritory } from "./small-territory.ts";

test.each([
	"INSERT INTO journal (situation_pk, position, type, by, at, payload) VALUES (99, 1, 'lead-named', 'crip', 0, '{}')",
	"INSERT INTO journal (situation_pk, position, type, by, at, payload) VALUES (1, 1, 'lead-named', 'crip', 0, '{}')",
	"INSERT INTO journal (situation_pk, position, type, by, at, payload) VALUES (1, 2, 'gossip', 'crip', 0, '{}')",
	"INSERT INTO timers (situation_pk, clock) VALUES (99, 'step:x')",
	"INSERT INTO outbox (structure_id, kind, at) VALUES ('nowhere', 'waiting', 0)",
	"DELETE FROM situations",
	"UPDATE protocol_versions SET document = '{}'",
	"UPDATE protocol_versions SET hash = 'other'",
	"DELETE FROM protocol_versions",
])("the store itself refuses: %s", (statement) => {
	const territory = smallTerritory();
	tellInStore(territory, []);

	expect(() => territory.db.$client.exec(statement)).toThrow(/constraint failed|is immutable/);
});

test("a version that was retired stays as it was", () => {
	const territory = smallTerritory();
	const { db, territoryId, versionHash, protocol } = territory;
	publishVersion(db, { territoryId, protocol: { ...protocol, promises: [] }, at: monday });

	const status = db
		.select()
		.from(protocolVersions)
		.where(eq(protocolVersions.hash, versionHash))
		.get();

	expect(status?.status).toBe("retired");
	expect(() => db.delete(protocolVersions).run()).toThrow("is immutable");
	expect(() => db.update(protocolVersions).set({ document: "{}" }).run()).toThrow("is immutable");
});
