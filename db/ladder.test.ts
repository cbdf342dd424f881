import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { SituationEvent } from "#protocols/casework/events.ts";
import { historyOf } from "./history.ts";
import { handoffs } from "./schema/handoffs.ts";
import { outbox, timers } from "./schema/journal.ts";
import { accompanied, actInStore, handoffsOf, sentToCrip, tellInStore } from "./small-casework.ts";
import { settleCoordinator } from "./small-coordinator.ts";
import { momentAt, type SmallTerritory, smallTerritory } from "./small-territory.ts";
import { closeStores, openStores, placesIn } from "./stores.ts";
import { sweepTimers } from "./timers.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

test("in thirty days without a reader each rung of each clock is told exactly once", () => {
	const folder = mkdtempSync(join(tmpdir(), "relais-ladder-"));
	const territory = coordinated(smallTerritory(placesIn(folder).store));
	const { situationPk, now } = tellInStore(territory, sentToCrip);
	const before = queued(territory).length;

	let other = openStores(placesIn(folder));
	for (let hour = 1; hour <= 30 * 24; hour += 1) {
		const [first, second] = hour % 2 === 0 ? [territory.db, other] : [other, territory.db];
		sweepTimers(first, momentAt(now + hour * hourMs));
		sweepTimers(second, momentAt(now + hour * hourMs));
		expect(sentWithoutOneTimer(territory)).toEqual([]);
		if (hour % 100 === 0) {
			closeStores(other);
			other = openStores(placesIn(folder));
		}
	}

	// The acknowledgement, the sender's search for somebody else, and the step: four rungs each.
	expect(rungsTold(historyOf(territory.db, situationPk))).toEqual({
		// Its first clock was that of the draft.
		"handoff 2": ["soon", "overdue", "coordinator", "escalate"],
		"handoff 3": ["soon", "overdue", "coordinator", "escalate"],
		"step 1": ["soon", "overdue", "coordinator", "escalate"],
	});
	expect(countOf(queued(territory).slice(before))).toEqual({
		"structure crip urgent": 3,
		"structure spotter urgent": 7,
		"coordinators coordination urgent": 6,
		"second-contact crip urgent": 1,
		"second-contact spotter urgent": 2,
	});
	closeStores(other);
	closeStores(territory.db);
});

test("a sweep that comes three days late tells the highest rung alone, once", () => {
	const territory = coordinated(smallTerritory());
	const { situationPk, now } = tellInStore(territory, sentToCrip);
	const before = queued(territory).length;

	const later = now + 3 * dayMs;
	while (sweepTimers(territory.db, momentAt(later)).struck > 0);

	const [handoff] = territory.db
		.select()
		.from(timers)
		.where(eq(timers.situationPk, situationPk))
		.all()
		.filter(({ clock }) => clock.startsWith("handoff:"));
	expect(handoff).toMatchObject({ rung: "escalate", rungAt: later });
	expect(countOf(queued(territory).slice(before))).toEqual({
		// The handoff and the step are both at their last rung.
		"coordinators coordination urgent": 2,
		"structure spotter urgent": 1,
	});
});

test("an answer ends the ladder of its clock: nobody is told of what was answered", () => {
	const territory = coordinated(smallTerritory());
	const { situationPk, now } = tellInStore(territory, sentToCrip);
	const [sent] = handoffsOf(territory.db, situationPk);
	const asking = { by: "crip", handoff: sent?.id ?? "", seen: sent?.latestAct ?? 0, now };
	actInStore(territory.db, territory, situationPk, { ...asking, act: "ACCEPT" });
	const before = queued(territory).length;

	sweepTimers(territory.db, momentAt(now + 5 * hourMs));

	expect(queued(territory).slice(before)).toEqual([]);
});

test("what is not urgent waits for the next notice", () => {
	const territory = coordinated(smallTerritory());
	const { now } = tellInStore(territory, accompanied);
	const before = queued(territory).length;

	for (let hour = 1; hour <= 20 * 24; hour += 1) {
		sweepTimers(territory.db, momentAt(now + hour * hourMs));
	}

	// The first contact and the question whom to ask for care, at 150 and 200 %; the rest is urgent.
	expect(countOf(queued(territory).slice(before))).toMatchObject({
		"coordinators coordination waiting": 4,
		"coordinators coordination urgent": 2,
	});
});

test("an animator, an administrator and a coordinator who has left coordinate nothing", () => {
	const territory = smallTerritory();
	settleCoordinator(territory, { id: "left", active: false });
	settleCoordinator(territory, { id: "animating", duty: "animator" });
	const { now } = tellInStore(territory, sentToCrip);

	while (sweepTimers(territory.db, momentAt(now + 30 * dayMs)).struck > 0);

	expect(queued(territory).filter((one) => one.startsWith("coordinators"))).toEqual([]);
});

function coordinated(territory: SmallTerritory): SmallTerritory {
	settleCoordinator(territory);
	return territory;
}

/** Handoffs that were sent, and have no timer of their own or more than one. */
function sentWithoutOneTimer({ db }: SmallTerritory): string[] {
	const open = db.select().from(timers).all();
	return db
		.select()
		.from(handoffs)
		.where(eq(handoffs.state, "sent"))
		.all()
		.map(({ id }) => id)
		.filter((id) => {
			const own = open.filter(({ clock }) => clock === `handoff:${id}`);
			return own.length !== 1 || own[0]?.fireAt === null;
		});
}

function queued({ db }: SmallTerritory): string[] {
	const rows = db.select().from(outbox).orderBy(outbox.id).all();
	return rows.map(({ audience, structureId, kind }) => `${audience} ${structureId} ${kind}`);
}

function countOf(names: string[]): Record<string, number> {
	const counted: Record<string, number> = {};
	for (const name of names) counted[name] = (counted[name] ?? 0) + 1;
	return counted;
}

/** What each clock told, a clock anew each time it was started. */
function rungsTold(events: SituationEvent[]): Record<string, string[]> {
	const turns = new Map<string, number>();
	const told: Record<string, string[]> = {};
	for (const event of events) {
		if (event.type === "clock-struck") {
			const [kind] = event.clock.split(":");
			const name = `${kind} ${turns.get(event.clock)}`;
			told[name] = [...(told[name] ?? []), event.stage];
		}
		for (const { change, clock } of event.clocks) {
			if (change === "started") turns.set(clock, (turns.get(clock) ?? 0) + 1);
		}
	}
	return told;
}
