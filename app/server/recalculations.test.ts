import { expect, test } from "vitest";
import { changeCalendar } from "#db/calendars.ts";
import { workingCalendarOf } from "#db/circumstances.ts";
import { historyOf } from "#db/history.ts";
import { openIncidents } from "#db/incidents.ts";
import { askRecalculation, waitingRecalculations } from "#db/recalculation.ts";
import { incidents } from "#db/schema/incidents.ts";
import { tellInStore } from "#db/small-casework.ts";
import { momentAt, monday, smallTerritory } from "#db/small-territory.ts";
import { type LogEvent, noLog } from "./log.server.ts";
import {
	finishRecalculations,
	isBehind,
	notePortion,
	previewChange,
	stuckRecalculation,
} from "./recalculations.server.ts";
import { testServices } from "./services.for-tests.ts";

const mornings = { startMinute: 540, endMinute: 720 };

test("a preview adds up portions, and writes nothing", async () => {
	const { services, territoryId, change, told } = settled(12);

	const preview = await previewChange(services, { territoryId, change });

	expect(preview).toEqual({
		clocks: 12,
		later: 0,
		earlier: 12,
		lateAtOnce: 0,
		situations: 12,
		all: 12,
	});
	expect(told.every((situationPk) => typesOf(services, situationPk).length === 1)).toBe(true);
});

test("what a change left behind is computed in portions, until nothing is left", async () => {
	const { services, told, changed } = settled(12);
	changed();
	expect(isBehind(services)).toBe(true);

	await finishRecalculations(services);

	expect(isBehind(services)).toBe(false);
	for (const situationPk of told) {
		expect(typesOf(services, situationPk)).toEqual(["situation-opened", "clocks-recalculated"]);
	}
});

test("stopped in between, it stays noted, and goes on later", async () => {
	const { services, told, changed } = settled(12);
	changed();
	let asked = 0;

	await finishRecalculations(services, () => {
		asked += 1;
		return asked <= 2;
	});

	expect(waitingRecalculations(services.db)).toEqual(["small"]);
	await finishRecalculations(services);
	for (const situationPk of told) expect(typesOf(services, situationPk)).toHaveLength(2);
});

test("a situation that cannot be computed again is told of, and stops no other", async () => {
	const { services, told, changed, logged } = settled(8);
	services.db.$client.exec("DROP TRIGGER journal_refuses_update");
	services.db.$client.exec("UPDATE journal SET sealed = zeroblob(80) WHERE situation_pk = 7");
	changed();

	await finishRecalculations(services);

	expect(isBehind(services)).toBe(false);
	expect(logged).toEqual([
		{ event: "clocks-not-recalculated", situations: 1, faults: [expect.any(String)] },
	]);
	expect(services.db.select().from(incidents).all()).toMatchObject([
		{ source: "worker", key: "recalculation:small", reason: "clock-failed", resolution: null },
	]);
	expect(typesOf(services, told.at(-1) ?? 0)).toHaveLength(2);
});

test("the incident ends once every situation of the territory could be computed, and not before", async () => {
	const { services, changed, again, territoryId } = settled(8);
	const { $client } = services.db;
	$client.exec("DROP TRIGGER journal_refuses_update");
	$client.exec("CREATE TEMP TABLE kept AS SELECT sequence, sealed FROM journal");
	$client.exec("UPDATE journal SET sealed = zeroblob(80) WHERE situation_pk = 2");
	notePortion(services, territoryId, changed());
	await finishRecalculations(services);
	expect(openIncidents(services.db)).toMatchObject([{ reason: "clock-failed" }]);

	again();
	await finishRecalculations(services);
	expect(openIncidents(services.db)).toHaveLength(1);

	$client.exec(
		"UPDATE journal SET sealed = (SELECT sealed FROM kept WHERE sequence = journal.sequence) WHERE situation_pk = 2",
	);
	again();
	await finishRecalculations(services);

	expect(openIncidents(services.db)).toEqual([]);
	expect(services.db.select().from(incidents).all()).toMatchObject([
		{ resolution: "went-through" },
	]);
});

test("whoever joined in the middle does not know of the first situations: the incident stays", async () => {
	const { services, changed, territoryId } = settled(8);
	services.incidents.open({ ...stuckRecalculation(territoryId), reason: "clock-failed" });
	changed();

	await finishRecalculations(services);

	expect(openIncidents(services.db)).toHaveLength(1);
});

/** A territory with so many situations, and new hours for it. */
function settled(count: number) {
	const territory = smallTerritory();
	const { db, territoryId } = territory;
	const logged: LogEvent[] = [];
	const told = Array.from(
		{ length: count },
		(_, index) => tellInStore(territory, [], { seed: index + 1 }).situationPk,
	);
	const services = testServices({
		given: {
			db,
			clock: { now: () => monday + 60_000 },
			log: { ...noLog, error: (event) => void logged.push(event) },
		},
	});
	const calendar = { ...workingCalendarOf(db, territoryId), office: mornings };
	const change = { of: "territory", calendar } as const;
	const who = { territoryId, actor: "lead-member", structureId: "lead" };
	const changed = () => {
		const portion = changeCalendar(db, momentAt(monday + 60_000), { ...who, change });
		if (!portion) throw new Error("The calendar was the same.");
		return portion;
	};
	const again = () => askRecalculation(db, territoryId, monday + 60_000);
	return { services, territoryId, change, told, changed, again, logged };
}

function typesOf({ db }: ReturnType<typeof testServices>, situationPk: number): string[] {
	return historyOf(db, situationPk).map(({ type }) => type);
}
