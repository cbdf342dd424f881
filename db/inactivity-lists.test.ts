import { expect, test } from "vitest";
import { weekOf } from "#protocols/calendar/iso-week.ts";
import { dayMs } from "#protocols/retention/due-act.ts";
import {
	endedElsewhere,
	endedSituations,
	inactiveSituations,
	unsettledSituations,
} from "./inactivity-lists.ts";
import { liveDays } from "./retention.for-tests.ts";
import { structures } from "./schema/structures.ts";
import { sentToCrip, tellInStore } from "./small-casework.ts";
import { monday, type SmallTerritory, smallTerritory } from "./small-territory.ts";

const spotted = sentToCrip.slice(0, 1);
const cut = { limit: 20 };

test("a situation without activity is listed for who holds it, and for nobody else", () => {
	const territory = livedUntil(62);

	expect(inactiveSituations(territory.db, scopeOf("spotter"), cut).rows).toMatchObject([
		{ stage: "reminder", closesAt: null },
	]);
	expect(inactiveSituations(territory.db, scopeOf("spotter-2"), cut).rows).toEqual([]);
	expect(inactiveSituations(territory.db, scopeOf("crip"), cut).rows).toEqual([]);
});

test("a proposal says when the situation closes by itself at the earliest", () => {
	const [row] = inactiveSituations(livedUntil(92).db, scopeOf("spotter"), cut).rows;

	expect(row).toMatchObject({ stage: "proposal" });
	expect((row?.closesAt ?? 0) - (row?.activeAt ?? 0)).toBe(180 * dayMs);
});

test("what closed by itself stays before who held it, with its weeks, until it is forgotten", () => {
	const territory = livedUntil(185);
	const closedIn = weekOf(monday + 181 * dayMs);

	expect(inactiveSituations(territory.db, scopeOf("spotter"), cut).rows).toEqual([]);
	expect(endedSituations(territory.db, scopeOf("spotter"), cut).rows).toMatchObject([
		{ closedAt: closedIn, purgeAt: closedIn + 90 * dayMs },
	]);
	expect(endedSituations(territory.db, scopeOf("crip"), cut).rows).toEqual([]);
	expect(endedElsewhere(territory.db, scopeOf("lead"), cut).rows).toEqual([
		{ structureId: "spotter", structure: "spotter", count: 1, since: closedIn },
	]);
});

test("where something still runs, a coordinator learns whom to call, not which situation", () => {
	const territory = smallTerritory();
	tellInStore(territory, sentToCrip);
	tellInStore(territory, sentToCrip, { seed: 2 });
	liveDays(territory, 0, 182);

	const { rows, more } = unsettledSituations(territory.db, scopeOf("lead"), cut);

	expect(rows).toMatchObject([{ structureId: "spotter", structure: "spotter", count: 2 }]);
	expect(Object.keys(rows[0] ?? {}).sort()).toEqual(["count", "since", "structure", "structureId"]);
	expect(more).toBe(false);
});

test("a name that protects somebody is not told to the coordinator either", () => {
	const territory = livedUntil(185);
	territory.db.update(structures).set({ sensitive: true }).run();

	expect(endedElsewhere(territory.db, scopeOf("lead"), cut).rows).toMatchObject([
		{ structure: null },
	]);
});

test("nothing is listed from another territory", () => {
	const { db } = livedUntil(185);
	const elsewhere = { territoryId: "elsewhere", structureId: "spotter" };

	expect(endedSituations(db, elsewhere, cut).rows).toEqual([]);
	expect(endedElsewhere(db, elsewhere, cut).rows).toEqual([]);
});

test("lists are cut, and say that there is more", () => {
	const territory = smallTerritory();
	for (const seed of [1, 2, 3]) tellInStore(territory, spotted, { seed });
	liveDays(territory, 0, 62);

	const first = inactiveSituations(territory.db, scopeOf("spotter"), { limit: 2 });
	const rest = inactiveSituations(territory.db, scopeOf("spotter"), { limit: 2, offset: 2 });

	expect([first.rows.length, first.more]).toEqual([2, true]);
	expect([rest.rows.length, rest.more]).toEqual([1, false]);
});

function livedUntil(day: number): SmallTerritory {
	const territory = smallTerritory();
	tellInStore(territory, spotted);
	liveDays(territory, 0, day);
	return territory;
}

function scopeOf(structureId: string) {
	return { territoryId: "small", structureId };
}
