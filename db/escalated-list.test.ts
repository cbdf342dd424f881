import { expect, test } from "vitest";
import { weekOf } from "#protocols/calendar/iso-week.ts";
import { decide } from "#protocols/casework/decide.ts";
import { escalatedItems } from "./escalated-list.ts";
import { decideAndRecord } from "./journal.ts";
import { accompanied, handoffsOf, sentToCrip, tellInStore } from "./small-casework.ts";
import { settleCoordinator } from "./small-coordinator.ts";
import { momentAt, type SmallTerritory, smallTerritory } from "./small-territory.ts";
import { sweepTimers } from "./timers.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const coordination = { territoryId: "small", structureId: "coordination" };

test("what was escalated stays on the list, week after week, until somebody answers", () => {
	const territory = coordinated();
	const { now } = tellInStore(territory, sentToCrip);
	const early = sweepOn(territory, now + 6 * hourMs);
	expect(escalatedItems(territory.db, coordination, early).rows).toEqual([]);

	const escalatedAt = sweepOn(territory, now + 2 * dayMs);
	const later = sweepOn(territory, now + 23 * dayMs);

	expect(escalatedItems(territory.db, coordination, later)).toMatchObject({
		more: false,
		rows: [
			{
				structure: "spotter",
				since: weekOf(escalatedAt),
				weeks: 3,
				done: { acts: [], elsewhere: null },
			},
		],
	});
});

test("what people did about a handoff since is said, each kind of act once", () => {
	const territory = coordinated();
	const { situationPk, now } = tellInStore(territory, sentToCrip);
	const later = sweepOn(territory, now + 2 * dayMs);
	call(territory, situationPk, later);
	call(territory, situationPk, later + hourMs);

	const [row] = escalatedItems(territory.db, coordination, later + 2 * hourMs).rows;

	expect(row?.done).toEqual({ acts: ["REACHED_BY_PHONE"], elsewhere: null });
});

test("of a step only the week is said in which somebody last acted in its situation", () => {
	const territory = coordinated();
	const { situationPk, now } = tellInStore(territory, accompanied);
	const later = sweepOn(territory, now + 60 * dayMs) + hourMs;
	decideAndRecord(
		territory.db,
		{ territoryId: "small", situationPk },
		momentAt(later),
		(told, at) =>
			decide(
				told,
				{
					type: "raise-interruption",
					acting: {
						structure: "lead",
						actor: "lead-member",
						reception: true,
						coordinator: false,
					},
					seen: told.position,
					interruption: "immediate-danger",
				},
				at,
			),
	);

	const { rows } = escalatedItems(territory.db, coordination, later);

	expect(rows.length).toBeGreaterThan(0);
	for (const { done } of rows) expect(done).toEqual({ acts: [], elsewhere: weekOf(later) });
	expect(JSON.stringify(rows)).not.toMatch(/L3_DANGER|L2_RISK/);
});

function coordinated(): SmallTerritory {
	const territory = smallTerritory();
	settleCoordinator(territory);
	return territory;
}

/** Lets every clock strike that is due, hour by hour. */
function sweepOn({ db }: SmallTerritory, now: number): number {
	while (sweepTimers(db, momentAt(now)).struck > 0);
	return now;
}

/** The sender notes a call. */
function call({ db, territoryId }: SmallTerritory, situationPk: number, now: number): void {
	const [handoff] = handoffsOf(db, situationPk);
	const recorded = decideAndRecord(db, { territoryId, situationPk }, momentAt(now), (told, at) =>
		decide(
			told,
			{
				type: "act-on-handoff",
				acting: {
					structure: "spotter",
					actor: "spotter-member",
					reception: true,
					coordinator: false,
				},
				seen: told.position,
				handoff: handoff?.id ?? "",
				act: "REACHED_BY_PHONE",
				codes: { phone: "WILL_ANSWER" },
			},
			at,
		),
	);
	expect(recorded.recorded).toBe(true);
}
