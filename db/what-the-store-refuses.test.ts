import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { publishVersion } from "./protocol-versions.ts";
import { protocolVersions } from "./schema/protocol-versions.ts";
import { tellInStore } from "./small-casework.ts";
import { monday, smallTerritory } from "./small-territory.ts";

/** A link of the right length. */
const link = "zeroblob(32)";

test.each([
	`INSERT INTO journal VALUES (2, 99, 1, x'00', ${link})`,
	`INSERT INTO journal VALUES (2, 1, 1, x'00', ${link})`,
	`INSERT INTO journal VALUES (3, 1, 2, x'00', ${link})`,
	"INSERT INTO journal VALUES (2, 1, 2, x'00', x'00')",
	"INSERT INTO purged_situations VALUES (1, 1, 0)",
	"INSERT INTO timers (situation_pk, clock) VALUES (99, 'step:x')",
	"INSERT INTO outbox (structure_id, kind, at) VALUES ('nowhere', 'waiting', 0)",
	"DELETE FROM situations",
	"UPDATE protocol_versions SET document = '{}'",
	"UPDATE protocol_versions SET hash = 'other'",
	"DELETE FROM protocol_versions",
])("the store itself refuses: %s", (statement) => {
	const territory = smallTerritory();
	tellInStore(territory, []);

	expect(() => territory.db.$client.exec(statement)).toThrow(
		/constraint failed|is immutable|has no gap|no such situation/,
	);
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
