import { expect, test } from "vitest";
import { changeCalendar } from "#db/calendars.ts";
import { workingCalendarOf } from "#db/circumstances.ts";
import { recalculateSome } from "#db/recalculation.ts";
import { tellInStore } from "#db/small-casework.ts";
import { momentAt, monday, smallTerritory } from "#db/small-territory.ts";
import { leftBehind } from "./recalculated.ts";

const moment = momentAt(monday + 60_000);
const mornings = { startMinute: 540, endMinute: 720 };

test("clocks that a change of calendar left behind are found, until the last one is computed", () => {
	const { territory, look } = crowded();
	const { db, territoryId } = territory;
	expect(look()).toEqual([]);

	const calendar = { ...workingCalendarOf(db, territoryId), office: mornings };
	const who = { territoryId, actor: "lead-member", structureId: "lead" };
	changeCalendar(db, moment, { ...who, change: { of: "territory", calendar } });

	expect(look()).toEqual([
		"Clocks of small were not computed again.",
		...[6, 7, 8].map((pk) => `Clocks of situation ${pk} still run by an old calendar.`),
	]);
	db.transaction((tx) => recalculateSome(tx, moment, territoryId, 100));
	expect(look()).toEqual([]);
});

test("clocks of a calendar that was changed without asking for them are found", () => {
	const { territory, look } = crowded();

	territory.db.$client.exec("UPDATE territories SET office_end_minute = 720");

	expect(look()).toHaveLength(8);
});

function crowded() {
	const territory = smallTerritory();
	for (let seed = 1; seed <= 8; seed += 1) tellInStore(territory, [], { seed });
	const look = () => leftBehind(territory.db, moment, [territory.territoryId]);
	return { territory, look };
}
