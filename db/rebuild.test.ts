import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { situationOf } from "./history.ts";
import { checkRows, rewriteRows } from "./rebuild.ts";
import { handoffs } from "./schema/handoffs.ts";
import { journal, timers } from "./schema/journal.ts";
import { holders, openSteps, participations, situations } from "./schema/situations.ts";
import { accompanied, actInStore, handoffsOf, tellInStore } from "./small-casework.ts";
import { momentAt, monday, type SmallTerritory, smallTerritory } from "./small-territory.ts";

/** A situation in which care was asked: it has rows in every table. */
const story = [...accompanied, { by: "lead", handsOff: "ask-care" }];

test("rows that the journal wrote are as history tells them", () => {
	const { territory } = told();

	expect(checkRows(territory.db)).toEqual([]);
});

test("rows are as history tells them also where the clock of the server was set back since", () => {
	const { territory, situationPk, now } = told();
	const { db, territoryId } = territory;
	const [, asked] = handoffsOf(db, situationPk);
	const { position: seen } = situationOf(db, situationPk);

	const twoHours = 2 * 3_600_000;
	const recall = { by: "lead", act: "RECALL_NUMBER", handoff: asked?.id ?? "", seen } as const;
	const done = actInStore(db, { territoryId }, situationPk, { ...recall, now: now - twoHours });

	expect(done.recorded).toBe(true);
	expect(checkRows(db)).toEqual([]);
});

test("a changed row of any table is named, with what it holds and what it should hold", () => {
	const { territory, situationPk: pk, now } = told();
	const { db } = territory;
	const [, asked] = handoffsOf(db, pk);
	const id = asked?.id ?? "";
	const care = "track:care";

	db.update(situations).set({ phase: "identification" }).run();
	db.update(participations)
		.set({ takesPart: true })
		.where(eq(participations.structureId, "care"))
		.run();
	db.update(openSteps).set({ overdue: true }).where(eq(openSteps.stepId, "ask-care")).run();
	db.update(holders).set({ structureId: "care" }).where(eq(holders.part, care)).run();
	db.update(handoffs).set({ state: "accepted" }).where(eq(handoffs.id, id)).run();
	db.update(timers)
		.set({ fireAt: monday })
		.where(eq(timers.clock, `handoff:${id}`))
		.run();

	const fireAt = situationOf(db, pk).clocks[`handoff:${id}`]?.strikes[0]?.at;
	expect(now).toBeGreaterThan(monday);
	expect(checkRows(db)).toEqual([
		differs("situations", `${pk}`, "phase", "identification", "accompaniment"),
		differs("participations", `${pk}/care`, "takesPart", true, false),
		differs("open_steps", `${pk}/ask-care`, "overdue", true, false),
		differs("holders", `${pk}/${care}`, "structureId", "care", "lead"),
		differs("handoffs", `${pk}/${id}`, "state", "accepted", "sent"),
		differs("timers", `${pk}/handoff:${id}`, "fireAt", monday, fireAt),
	]);
});

test("a row too many and a row too few are named", () => {
	const { territory, situationPk: pk } = told();
	const { db } = territory;
	const since = monday;

	db.delete(timers).where(eq(timers.clock, "step:ask-care")).run();
	db.insert(timers).values({ situationPk: pk, clock: "step:nothing", fireAt: monday }).run();
	db.insert(holders).values({ situationPk: pk, part: "course", structureId: "crip", since }).run();

	expect(checkRows(db)).toEqual([
		differs("holders", `${pk}/course`, "row", "present", null),
		differs("timers", `${pk}/step:ask-care`, "row", null, "present"),
		differs("timers", `${pk}/step:nothing`, "row", "present", null),
	]);
});

test("rewriting brings every row back, and leaves the names that structures gave", () => {
	const { territory, situationPk } = told();
	const { db } = territory;
	const names = namesIn(territory);
	db.update(situations).set({ status: "closed", changedAt: monday, leadId: "care" }).run();
	db.update(handoffs).set({ state: "accepted" }).run();
	db.update(participations).set({ takesPart: true }).run();
	db.delete(timers).run();
	db.delete(holders).run();
	db.delete(openSteps).where(eq(openSteps.situationPk, situationPk)).run();

	const found = rewriteRows(db, momentAt(monday, 3).random);

	expect(found.length).toBeGreaterThan(6);
	expect(checkRows(db)).toEqual([]);
	expect(namesIn(territory)).toEqual(names);
});

test("a history that cannot be read is reported, and nothing is rewritten", () => {
	const { territory, situationPk } = told();
	const { db } = territory;
	tellInStore(territory, story, { seed: 2 });
	db.$client.exec("DROP TRIGGER journal_refuses_update");
	db.update(journal)
		.set({ sealed: Buffer.alloc(99) })
		.where(eq(journal.sequence, 1))
		.run();
	db.delete(timers).run();

	const rewrite = () => rewriteRows(db, momentAt(monday).random);

	expect(checkRows(db)).toContainEqual(
		differs("journal", String(situationPk), "history", "unreadable", "SealBroken"),
	);
	expect(rewrite).toThrow();
	expect(db.select().from(timers).all()).toEqual([]);
});

function told() {
	const territory = smallTerritory();
	return { territory, ...tellInStore(territory, story) };
}

function differs(table: string, key: string, field: string, stored: unknown, computed: unknown) {
	return { table, key, field, stored, computed };
}

function namesIn({ db }: SmallTerritory) {
	const { number, senderHandle, recipientHandle } = handoffs;
	const { handle, code, alias } = participations;
	return [
		db.select({ handle, code, alias }).from(participations).all(),
		db.select({ number, senderHandle, recipientHandle }).from(handoffs).all(),
	];
}
