import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { participationOf, situationByHandle } from "./access.ts";
import { preparationOf } from "./handoff-preparation.ts";
import { actingFor, situationToHandOff } from "./handoff-stage.for-tests.ts";
import { structureRoles } from "./schema/structures.ts";
import { momentAt, monday, type SmallTerritory } from "./small-territory.ts";

test("a sender chooses among the others who hold the role, never itself", () => {
	const territory = situationToHandOff();
	hold(territory, ["spotter", "crip"]);

	expect(choices(territory)).toEqual(["crip"]);
});

test("alone in a role, a structure may pass the part to another of its teams", () => {
	const territory = situationToHandOff();
	hold(territory, ["spotter"]);

	expect(choices(territory)).toEqual(["spotter"]);
});

/** Says which structures hold the role that the concern is sent to. */
function hold({ db }: SmallTerritory, holders: string[]): void {
	db.delete(structureRoles).where(eq(structureRoles.roleId, "crip")).run();
	db.insert(structureRoles)
		.values(holders.map((structureId) => ({ structureId, roleId: "crip" })))
		.run();
}

function choices({ db, territoryId }: SmallTerritory): string[] {
	const scope = { territoryId, structureId: "spotter" };
	const own = situationByHandle(db, scope, participationOf(db, 1, "spotter")?.handle ?? "");
	if (!own) throw new Error("The spotter has a part in the situation.");
	const asked = { own, acting: actingFor("spotter"), moment: momentAt(monday) };
	const preparation = preparationOf(db, scope, { ...asked, stepId: "send-concern" });
	return preparation?.structures.map(({ id }) => id) ?? [];
}
