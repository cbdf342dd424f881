import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { lateItems } from "./late-list.ts";
import { lateCount } from "./late-rows.ts";
import { structures } from "./schema/structures.ts";
import { accompanied, actInStore, handoffsOf, sentToCrip, tellInStore } from "./small-casework.ts";
import { settleCoordinator } from "./small-coordinator.ts";
import { momentAt, type SmallTerritory, smallTerritory } from "./small-territory.ts";
import { sweepTimers } from "./timers.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const all = { limit: 50 };

const coordination = { territoryId: "small", structureId: "coordination", whole: true };
const ofStructure = (structureId: string) => ({ territoryId: "small", structureId, whole: false });

test("nothing is late before a delay has ended", () => {
	const territory = coordinated();
	const { now } = tellInStore(territory, sentToCrip);
	sweepOn(territory, now + 3 * hourMs);

	expect(lateItems(territory.db, coordination, now, all)).toEqual({ rows: [], more: false });
	expect(lateCount(territory.db, coordination)).toEqual({ late: 0, escalated: 0 });
});

test("a handoff that nobody answers is late for its sender, its recipient and the coordinator", () => {
	const territory = coordinated();
	const { now } = tellInStore(territory, sentToCrip);
	const later = now + 7 * hourMs;
	sweepOn(territory, later);
	const read = (scope: typeof coordination) => lateItems(territory.db, scope, later, all).rows;

	const [forCoordinator] = read(coordination);
	const [forSender] = read(ofStructure("spotter"));
	const [forRecipient] = read(ofStructure("crip"));

	expect(forCoordinator).toMatchObject({
		link: { handoff: expect.any(String) },
		name: null,
		structure: "crip",
		own: false,
		urgency: "urgent",
		state: "sent",
		rung: "coordinator",
	});
	expect(forSender).toMatchObject({ own: false, structure: "crip", name: expect.any(String) });
	expect(forRecipient).toMatchObject({ own: true, name: expect.stringContaining(",") });
	expect(forRecipient?.link).not.toEqual(forSender?.link);
	expect(read(ofStructure("care"))).toEqual([]);
	expect(lateCount(territory.db, ofStructure("crip"))).toEqual({ late: 1, escalated: 0 });
});

test("at 200 % it stays escalated for its whole search, and the sender is awaited", () => {
	const territory = coordinated();
	const { situationPk, now } = tellInStore(territory, sentToCrip);
	const [sent] = handoffsOf(territory.db, situationPk);
	sweepOn(territory, now + 2 * dayMs);

	const [row, ...others] = lateItems(territory.db, coordination, now + 2 * dayMs, all).rows;

	expect(others).toEqual([]);
	expect(row).toMatchObject({ rung: "escalate", state: "unanswered", structure: "spotter" });
	expect(row?.dueAt).toBe((sent?.sentAt ?? 0) + 4 * hourMs);
	expect(row?.share).toBeGreaterThan(2);
	expect(lateCount(territory.db, coordination)).toEqual({ late: 1, escalated: 1 });
});

test("an answer takes it off every list", () => {
	const territory = coordinated();
	const { situationPk, now } = tellInStore(territory, sentToCrip);
	const later = now + 2 * dayMs;
	sweepOn(territory, later);
	const [sent] = handoffsOf(territory.db, situationPk);
	const asking = { by: "crip", handoff: sent?.id ?? "", seen: sent?.latestAct ?? 0, now: later };
	const accepted = actInStore(territory.db, territory, situationPk, { ...asking, act: "ACCEPT" });

	expect(accepted.recorded).toBe(true);
	expect(lateItems(territory.db, coordination, later, all).rows).toEqual([]);
});

test("so does another structure that is asked: the one asked now is on time", () => {
	const territory = coordinated();
	const { situationPk, now } = tellInStore(territory, sentToCrip);
	const later = now + 2 * dayMs;
	sweepOn(territory, later);
	const [sent] = handoffsOf(territory.db, situationPk);
	const asking = { by: "spotter", handoff: sent?.id ?? "", seen: sent?.latestAct ?? 0, now: later };

	const rerouted = actInStore(territory.db, territory, situationPk, { ...asking, act: "REROUTE" });

	expect(rerouted.recorded).toBe(true);
	expect(lateItems(territory.db, coordination, later, all).rows).toMatchObject([
		// The step itself is late all the same: its young person waits since it began.
		{ handoffId: null, rung: "escalate" },
	]);
});

test("whoever waits longest by the delay that was given comes first, not by the calendar", () => {
	const territory = coordinated();
	const told = tellInStore(territory, accompanied);
	// Sent three days later, and urgent: four working hours were given, not days.
	const urgent = tellInStore(territory, sentToCrip, {
		seed: 2,
		startsAt: told.now + 3 * dayMs,
	});
	const later = urgent.now + 8 * hourMs;
	sweepOn(territory, later);

	const rows = lateItems(territory.db, coordination, later, all).rows;

	expect(rows[0]?.situationPk).toBe(urgent.situationPk);
	const shares = rows.map(({ share }) => share);
	expect(shares).toEqual(shares.toSorted((one, other) => other - one));
	expect(new Set(rows.map(({ situationPk }) => situationPk)).size).toBe(2);
});

test("a step that nobody answers names its role, and opens for those who take part alone", () => {
	const territory = coordinated();
	const { now } = tellInStore(territory, accompanied);
	const later = now + 20 * dayMs;
	sweepOn(territory, later);

	const forCoordinator = lateItems(territory.db, coordination, later, all).rows;
	const forLead = lateItems(territory.db, ofStructure("lead"), later, all).rows;

	expect(forCoordinator.filter(({ handoffId }) => handoffId === null)[0]).toMatchObject({
		link: null,
		name: null,
		structure: "lead",
	});
	expect(forLead[0]).toMatchObject({ link: { situation: expect.any(String) }, own: true });
});

test("a clock that stands still is on no list", () => {
	const territory = coordinated();
	const { now } = tellInStore(territory, accompanied);
	sweepOn(territory, now + 20 * dayMs);
	const before = lateCount(territory.db, ofStructure("lead")).late;
	const paused = smallTerritory();
	const runaway = tellInStore(paused, [...accompanied, { by: "lead", raises: "runaway" }]);
	sweepOn(paused, runaway.now + 20 * dayMs);

	const rows = lateItems(paused.db, ofStructure("lead"), runaway.now + 20 * dayMs, all).rows;

	expect(before).toBeGreaterThan(0);
	expect(rows.map(({ step }) => step.en)).toEqual(["Keep the bond"]);
});

test("a name that protects somebody is not written; the role and the telephone are", () => {
	const territory = coordinated();
	territory.db
		.update(structures)
		.set({ sensitive: true, phone: "01 23 45 67 89" })
		.where(eq(structures.id, "crip"))
		.run();
	const { now } = tellInStore(territory, sentToCrip);
	sweepOn(territory, now + 7 * hourMs);

	const [row] = lateItems(territory.db, coordination, now + 7 * hourMs, all).rows;

	expect(row).toMatchObject({ structure: null, phone: "01 23 45 67 89" });
	expect(row?.role.fr).toBeTruthy();
});

test("a list may be limited to a rung or a role, and is read page by page", () => {
	const territory = coordinated();
	const stories = [1, 2, 3].map((seed) => tellInStore(territory, sentToCrip, { seed }));
	const later = (stories[0]?.now ?? 0) + 2 * dayMs;
	sweepOn(territory, later);
	const count = (filter: Parameters<typeof lateItems>[3]) => {
		const { rows, more } = lateItems(territory.db, coordination, later, filter);
		return [rows.length, more];
	};

	expect(count({ limit: 2 })).toEqual([2, true]);
	expect(count({ limit: 2, offset: 2 })).toEqual([1, false]);
	expect(count({ ...all, rung: "escalate" })).toEqual([3, false]);
	expect(count({ ...all, rung: "overdue" })).toEqual([0, false]);
	expect(count({ ...all, role: "crip" })).toEqual([3, false]);
	expect(count({ ...all, role: "care" })).toEqual([0, false]);
});

test("another territory has its own list", () => {
	const territory = coordinated();
	const { now } = tellInStore(territory, sentToCrip);
	sweepOn(territory, now + 30 * dayMs);
	const elsewhere = { ...coordination, territoryId: "another" };

	expect(lateItems(territory.db, elsewhere, now + 30 * dayMs, all).rows).toEqual([]);
	expect(lateCount(territory.db, elsewhere)).toEqual({ late: 0, escalated: 0 });
});

function coordinated(): SmallTerritory {
	const territory = smallTerritory();
	settleCoordinator(territory);
	return territory;
}

/** Lets every clock strike that is due. */
function sweepOn({ db }: SmallTerritory, now: number): void {
	while (sweepTimers(db, momentAt(now)).struck > 0);
}
