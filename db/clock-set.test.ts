import { expect, test } from "vitest";
import { historyOf, situationOf } from "./history.ts";
import { integrityOf, isWhole } from "./integrity.ts";
import { checkRows } from "./rebuild.ts";
import { situations } from "./schema/situations.ts";
import { actInStore, handoffsOf, sentToCrip, tellInStore } from "./small-casework.ts";
import { momentAt, smallTerritory } from "./small-territory.ts";
import { sweepTimers } from "./timers.ts";

const hourMs = 3_600_000;

test.each([
	["set back two hours", [-2]],
	["set forward three days", [72]],
	["set forward three days and back again", [72, 0]],
	["set back two hours, forward three days, and right again", [-2, 72, 0]],
])("%s, the clock reverses no order, and closes and forgets nothing", (_, leaps) => {
	const territory = smallTerritory();
	const { db, territoryId } = territory;
	const { situationPk, now } = tellInStore(territory, sentToCrip);

	for (const [index, leap] of leaps.entries()) {
		const at = now + leap * hourMs + index;
		sweepTimers(db, momentAt(at));
		sweepTimers(db, momentAt(at));
		const [handoff] = handoffsOf(db, situationPk);
		const seen = handoff?.latestAct ?? 0;
		const act = index === 0 ? "ACKNOWLEDGE" : "DECLINE";
		const asked = { by: "crip", act, handoff: handoff?.id ?? "", seen, now: at } as const;
		if (index < 2) expect(actInStore(db, { territoryId }, situationPk, asked).recorded).toBe(true);
	}

	const instants = historyOf(db, situationPk).map(({ at }) => at);
	expect(instants).toEqual(instants.toSorted((one, other) => one - other));
	expect(situationOf(db, situationPk).latestAt).toBe(instants.at(-1));
	expect(db.select({ status: situations.status }).from(situations).all()).toEqual([
		{ status: "open" },
	]);
	expect(checkRows(db)).toEqual([]);
	expect(isWhole(integrityOf(db, now))).toBe(true);
});
