import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { situationOf } from "./history.ts";
import {
	handoffRow,
	holderRows,
	openStepRows,
	projectionVersion,
	situationRow,
	timerRows,
} from "./projection.ts";
import { accompanied, sentToCrip, tellInStore } from "./small-casework.ts";
import { momentAt, smallTerritory } from "./small-territory.ts";
import { sweepTimers } from "./timers.ts";

const dayMs = 86_400_000;

/*
 * A store that another version wrote has its rows written anew, and knows so by the version of the
 * projection. Where this fails, what is computed from the same histories has changed: raise
 * `projectionVersion`, and put what is seen here. Where only the example changed, put what is seen.
 */
test("what is computed from a history is that of this version of the projection", () => {
	const territory = smallTerritory();
	const { db } = territory;
	const told = [
		tellInStore(territory, sentToCrip),
		tellInStore(territory, accompanied, { seed: 2 }),
		tellInStore(territory, accompanied, { seed: 3 }),
	];
	sweepTimers(db, momentAt(Math.max(...told.map(({ now }) => now)) + 20 * dayMs));

	const rows = told.map(({ situationPk }) => {
		const situation = situationOf(db, situationPk);
		const handoffs = Object.values(situation.handoffs);
		return {
			situation: situationRow(situation),
			steps: openStepRows(situation),
			holders: holderRows(situation),
			handoffs: handoffs.map((handoff) => handoffRow(situation, handoff)),
			timers: timerRows(situation).map(({ clock, ...timer }) => ({
				...timer,
				kind: clock.split(":")[0],
			})),
		};
	});

	const digest = createHash("sha256").update(JSON.stringify(rows)).digest("hex").slice(0, 16);
	expect({ projectionVersion, digest }).toEqual({
		projectionVersion: 1,
		digest: "cd213a5dd4363e8f",
	});
});
