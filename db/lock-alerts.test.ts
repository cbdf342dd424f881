import { expect, test } from "vitest";
import { recordAudit } from "./audit.ts";
import { lockAlerts, wasLocked } from "./lock-alerts.ts";
import { territories } from "./schema/territories.ts";
import { momentAt, monday, smallTerritory } from "./small-territory.ts";

const dayMs = 86_400_000;

test("who answers for a structure, and who coordinates, are told that somebody searched in vain", () => {
	const territory = locked();

	const [alert] = seenBy(territory, { manager: true });

	expect(alert).toEqual({
		act: "SEARCH_LOCKED",
		at: monday,
		colleague: "crip",
		structure: "crip",
	});
	expect(seenBy(territory, { duty: "coordinator", structureId: "lead" })).toEqual([
		{ ...alert, colleague: null },
	]);
});

test("nobody else is told: not a colleague, not another structure, not another territory", () => {
	const territory = locked();
	territory.db.insert(territories).values({ id: "elsewhere", name: "Ailleurs" }).run();

	expect(seenBy(territory, {})).toEqual([]);
	expect(seenBy(territory, { manager: true, structureId: "care" })).toEqual([]);
	expect(seenBy(territory, { duty: "coordinator", territoryId: "elsewhere" })).toEqual([]);
	expect(seenBy(territory, { duty: "animator" })).toEqual([]);
});

test("an alert is shown for a week, and a lock is kept once", () => {
	const territory = locked();
	const { db } = territory;
	const lock = { actor: "crip-member", act: "SEARCH_LOCKED" } as const;

	expect(seenBy(territory, { manager: true }, monday + 8 * dayMs)).toEqual([]);
	expect(wasLocked(db, { ...lock, since: monday - 1 })).toBe(true);
	expect(wasLocked(db, { ...lock, since: monday + 1 })).toBe(false);
	expect(wasLocked(db, { ...lock, act: "NUMBER_LOCKED", since: 0 })).toBe(false);
});

type Territory = ReturnType<typeof smallTerritory>;
type Reader = Parameters<typeof lockAlerts>[1];

function locked(): Territory {
	const territory = smallTerritory();
	const entry = { actor: "crip-member", structureId: "crip", act: "SEARCH_LOCKED" } as const;
	recordAudit(territory.db, momentAt(monday), entry);
	return territory;
}

function seenBy({ db, territoryId }: Territory, reader: Partial<Reader>, now = monday + 1000) {
	const anybody = { territoryId, structureId: "crip", manager: false, duty: "professional" };
	return lockAlerts(db, { ...anybody, ...reader }, now);
}
