import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { dayMs } from "#protocols/retention/due-act.ts";
import { defaultRetention } from "#protocols/retention/policy.ts";
import { historyOf } from "./history.ts";
import { livedDaysOf, lookToday } from "./lived-days.ts";
import { checkRows } from "./rebuild.ts";
import { liveDay, liveDays } from "./retention.for-tests.ts";
import { changeRetention } from "./retention-policy.ts";
import { applyRetention, sweepRetention } from "./retention-sweep.ts";
import { audit } from "./schema/audit.ts";
import { outbox } from "./schema/journal.ts";
import { yearlyCounts } from "./schema/retention.ts";
import { situations } from "./schema/situations.ts";
import { sentToCrip, tellInStore } from "./small-casework.ts";
import { momentAt, monday, type SmallTerritory, smallTerritory } from "./small-territory.ts";
import { countOnce } from "./yearly-counts.ts";

const spotted = sentToCrip.slice(0, 1);

test("in a year without anybody, each act comes once, and then nothing is left but counters", () => {
	const territory = smallTerritory();
	tellInStore(territory, spotted);

	const happened = liveDays(territory, 0, 365);

	expect(happened).toEqual([
		[61, "remind"],
		[91, "propose"],
		[181, "close"],
		[271, "purge"],
	]);
	expect(territory.db.select().from(situations).all()).toEqual([]);
	expect(countsOf(territory)).toEqual({
		closure_reason: { NO_ACTIVITY: 1 },
		length: { M6_12: 1 },
		handoffs: { N0: 1 },
		runaways: { N0: 1 },
		age_band: { UNK: 1 },
		source_type: { UNK: 1 },
	});
});

test("each act is recorded once, told to who holds once, and the closure kept in the trail", () => {
	const territory = smallTerritory();
	const { situationPk } = tellInStore(territory, spotted);

	liveDays(territory, 0, 200);

	const recorded = historyOf(territory.db, situationPk).filter(({ by }) => by === "system");
	expect(recorded).toMatchObject([
		{ type: "inactivity-noted", stage: "reminder" },
		{ type: "inactivity-noted", stage: "proposal" },
		{ type: "situation-closed", reason: "NO_ACTIVITY" },
	]);
	// The clock of the handoff step is urgent; what concerns retention waits for the next notice.
	const told = territory.db.select().from(outbox).where(eq(outbox.kind, "waiting")).all();
	expect(told).toMatchObject(Array(3).fill({ structureId: "spotter", audience: "structure" }));
	expect(actsInTrail(territory)).toEqual(["CLOSED_BY_SYSTEM"]);
	expect(checkRows(territory.db)).toEqual([]);
});

test("looked at every hour, by two servers and after each restart, it still happens once", () => {
	const file = join(mkdtempSync(join(tmpdir(), "relais-")), "data", "relais.db");
	const territory = smallTerritory(file);
	const { situationPk } = tellInStore(territory, spotted);

	for (let day = 0; day < 185; day += 1) {
		const moment = momentAt(monday + day * dayMs, day + 1);
		lookToday(territory.db, moment.now);
		for (let hour = 0; hour < 3; hour += 1) {
			expect([...sweepRetention(territory.db, moment)].filter((met) => "fault" in met)).toEqual([]);
		}
	}

	const types = historyOf(territory.db, situationPk).map(({ type }) => type);
	expect(types.filter((type) => type === "inactivity-noted")).toHaveLength(2);
	expect(types.filter((type) => type === "situation-closed")).toHaveLength(1);
});

test("a handoff that nobody answers is put before a person, and its situation never closed", () => {
	const territory = smallTerritory();
	const { situationPk } = tellInStore(territory, sentToCrip);

	const happened = liveDays(territory, 0, 400);

	expect(happened.map(([, act]) => act)).toEqual(["remind", "propose", "arbitrate"]);
	expect(rowOf(territory, situationPk)).toMatchObject({
		status: "open",
		inactivity: "arbitration",
	});
	expect(checkRows(territory.db)).toEqual([]);
});

test("an act of a person begins anew", () => {
	const territory = smallTerritory();
	const first = tellInStore(territory, spotted);
	const late = monday + 80 * dayMs;

	const before = liveDays(territory, 0, 80);
	tellInStore(territory, spotted, { seed: 2, startsAt: late });
	const after = liveDays(territory, 80, 145);

	expect([...before, ...after]).toEqual([
		[61, "remind"],
		[91, "propose"],
		[141, "remind"],
	]);
	expect(rowOf(territory, first.situationPk).inactivity).toBe("proposal");
});

test("a clock that leaps forward three days forgets nothing before its time", () => {
	const territory = smallTerritory();
	tellInStore(territory, spotted);
	liveDays(territory, 0, 268);

	const leapt = liveDays(territory, 271, 274);
	const later = liveDays(territory, 274, 276);

	expect(leapt).toEqual([]);
	// Three days were never lived: it happens on the third clock day after its date.
	expect(later).toEqual([[274, "purge"]]);
});

test("a clock that was ahead and is set right lived no day of the future", () => {
	const { db } = smallTerritory();
	for (let day = 0; day < 10; day += 1) lookToday(db, monday + day * dayMs);
	lookToday(db, monday + 900 * dayMs);

	const look = lookToday(db, monday + 10 * dayMs);

	expect(look).toMatchObject({ ahead: 890, missed: 0, done: false });
	expect(livedDaysOf(db)).toHaveLength(11);
});

test("after an outage nothing is closed or forgotten before a week of looking", () => {
	const territory = smallTerritory();
	tellInStore(territory, spotted);
	liveDays(territory, 0, 182);

	expect(liveDays(territory, 300, 307)).toEqual([]);
	expect(liveDay(territory, 307)).toEqual([[307, "purge"]]);
});

test("what was counted before a crash is forgotten without being counted again", () => {
	const territory = smallTerritory();
	const { situationPk } = tellInStore(territory, spotted);
	liveDays(territory, 0, 182);
	// The crash came after the count was committed, before anything was forgotten.
	territory.db.update(situations).set({ counted: true }).run();

	const candidate = { territoryId: territory.territoryId, situationPk };
	const applied = applyRetention(territory.db, momentAt(monday + 271 * dayMs), candidate);

	expect(applied).toBe("purge");
	expect(territory.db.select().from(yearlyCounts).all()).toEqual([]);
	expect(applyRetention(territory.db, momentAt(monday + 271 * dayMs), candidate)).toBeUndefined();
});

test("two sweeps at the same instant count a situation once", () => {
	const territory = smallTerritory();
	const { situationPk } = tellInStore(territory, spotted);
	liveDays(territory, 0, 182);
	const candidate = { territoryId: territory.territoryId, situationPk };

	countOnce(territory.db, candidate);
	countOnce(territory.db, candidate);

	expect(countsOf(territory)).toMatchObject({ closure_reason: { NO_ACTIVITY: 1 } });
});

test("a history that cannot be read stops no other situation", () => {
	const territory = smallTerritory();
	const lost = tellInStore(territory, spotted);
	tellInStore(territory, spotted, { seed: 2 });
	const moment = momentAt(monday + 62 * dayMs);
	lookToday(territory.db, moment.now);
	damage(territory, lost.situationPk);

	const met = [...sweepRetention(territory.db, moment)];

	expect(met).toMatchObject([{ fault: expect.anything() }, { applied: "remind" }]);
});

test("a territory that keeps everything shorter has it done sooner, a week after it said so", () => {
	const territory = smallTerritory();
	tellInStore(territory, spotted);
	liveDays(territory, 0, 10);
	const policy = { reminderDays: 14, proposalDays: 28, closureDays: 56, purgeDays: 30 };
	changeRetention(territory.db, momentAt(monday + 10 * dayMs), {
		territoryId: territory.territoryId,
		actor: "spotter-member",
		structureId: "spotter",
		policy: { ...policy, longerReason: null },
	});

	expect(liveDays(territory, 10, 120)).toEqual([
		[15, "remind"],
		[29, "propose"],
		[57, "close"],
		[87, "purge"],
	]);
});

test("a setting that would close at once waits for a week", () => {
	const territory = smallTerritory();
	tellInStore(territory, spotted);
	liveDays(territory, 0, 100);
	const policy = { ...defaultRetention, closureDays: 104 };
	const change = { actor: "spotter-member", structureId: "spotter", policy };
	const { territoryId } = territory;
	liveDays(territory, 100, 115);

	changeRetention(territory.db, momentAt(monday + 115 * dayMs), { territoryId, ...change });

	expect(liveDays(territory, 115, 130)).toEqual([[122, "close"]]);
	expect(actsInTrail(territory)).toEqual(["RETENTION_CHANGED", "CLOSED_BY_SYSTEM"]);
});

test("of a closed situation, rows keep no instant finer than its week", () => {
	const territory = smallTerritory();
	const { situationPk } = tellInStore(territory, spotted);
	const before = rowOf(territory, situationPk);
	liveDays(territory, 0, 182);

	const row = rowOf(territory, situationPk);

	expect([before.openedAt, before.activeAt].every(isMonday)).toBe(false);
	expect([row.openedAt, row.activeAt, row.changedAt, row.closedAt].every(isMonday)).toBe(true);
	expect(row).toMatchObject({ closedBy: "system", inactivity: null, phase: "orientation" });
	expect(checkRows(territory.db)).toEqual([]);
});

function isMonday(at: number | null): boolean {
	return at !== null && at % dayMs === 0 && new Date(at).getUTCDay() === 1;
}

function rowOf({ db }: SmallTerritory, situationPk: number) {
	const row = db.select().from(situations).where(eq(situations.pk, situationPk)).get();
	if (!row) throw new Error(`No row of ${situationPk}.`);
	return row;
}

function countsOf({ db }: SmallTerritory) {
	const counts: Record<string, Record<string, number>> = {};
	for (const { dimension, code, count, year } of db.select().from(yearlyCounts).all()) {
		expect(year).toBe(2027);
		counts[dimension] = { ...counts[dimension], [code]: count };
	}
	return counts;
}

function actsInTrail({ db }: SmallTerritory): string[] {
	return db
		.select({ act: audit.act })
		.from(audit)
		.all()
		.map(({ act }) => act);
}

/** Makes the first event of a situation unreadable, as a damaged disk would. */
function damage({ db }: SmallTerritory, situationPk: number): void {
	db.$client.exec("DROP TRIGGER journal_refuses_update");
	db.$client
		.prepare("UPDATE journal SET sealed = zeroblob(60) WHERE situation_pk = ? AND position = 1")
		.run(situationPk);
}
