import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { isHeldByRecipient } from "#protocols/casework/handoff/handoff.ts";
import { brokenPromises } from "#protocols/casework/invariants.ts";
import { lineByCode, participationOf, situationByCode, situationByHandle } from "./access.ts";
import type { Db } from "./client.ts";
import { situationOf } from "./history.ts";
import { knownStructures } from "./known-structures.ts";
import { mergeInto, mergerRefusal } from "./merger.ts";
import { checkRows } from "./rebuild.ts";
import { handoffs } from "./schema/handoffs.ts";
import { outbox, timers } from "./schema/journal.ts";
import { situations } from "./schema/situations.ts";
import { structures } from "./schema/structures.ts";
import { situationPage } from "./situation-page.ts";
import { accompanied, handoffsOf, otherCast, sentToCrip, tellInStore } from "./small-casework.ts";
import { actingFor } from "./small-story.ts";
import { momentAt, type SmallTerritory, smallTerritory } from "./small-territory.ts";
import { sweepTimers } from "./timers.ts";

const hourMs = 3_600_000;

test("one transaction writes both histories, and all that lists read of them", () => {
	const { territory, older, newer } = twoSituations();

	merge(territory, older, newer);

	const [remaining, closed] = [situationOf(territory.db, older), situationOf(territory.db, newer)];
	expect([remaining.status, closed.status]).toEqual(["open", "closed"]);
	expect(closed.closure?.reason).toBe("DUPLICATE");
	expect(checkRows(territory.db)).toEqual([]);
	expect([...brokenPromises(remaining), ...brokenPromises(closed)]).toEqual([]);
});

test("a handoff that moved has one home, one timer, and the names that it had", () => {
	const { territory, older, newer } = twoSituations();
	const { db } = territory;
	const before = rowsOf(db, newer);
	const clocks = timersOf(db);

	merge(territory, older, newer);

	const moved = before.filter(({ state }) => state === "sent");
	expect(moved).toHaveLength(1);
	for (const row of moved) {
		const now = db.select().from(handoffs).where(eq(handoffs.id, row.id)).all();
		expect(now).toEqual([{ ...row, situationPk: older }]);
		const timer = timersOf(db).filter(({ clock }) => clock === `handoff:${row.id}`);
		const was = clocks.find(({ clock }) => clock === `handoff:${row.id}`);
		expect(timer).toEqual([{ ...was, situationPk: older }]);
	}
	expect(timersOf(db).filter(({ situationPk }) => situationPk === newer)).toEqual([]);
});

test("its clock strikes in its new home, when it would have struck in the old one", () => {
	const { territory, older, newer } = twoSituations();
	const { db } = territory;
	const [row] = rowsOf(db, newer).filter(({ state }) => state === "sent");
	merge(territory, older, newer);

	for (let day = 1; day <= 40; day += 1) {
		sweepTimers(db, momentAt((row?.sentAt ?? 0) + day * 24 * hourMs, day));
	}

	const handoff = situationOf(db, older).handoffs[row?.id ?? ""];
	expect(handoff?.unmatched?.why).toBe("SILENCE");
	expect(
		db
			.select()
			.from(handoffs)
			.where(eq(handoffs.id, row?.id ?? ""))
			.get()?.state,
	).toBe("unanswered");
	expect(checkRows(db)).toEqual([]);
});

test("each structure of the duplicate has a code of its own for what remains, and keeps the old one", () => {
	const { territory, older, newer } = twoSituations();
	const { db, territoryId } = territory;
	const scope = { territoryId, structureId: "spotter-2" };
	const before = participationOf(db, newer, "spotter-2");
	expect(participationOf(db, older, "spotter-2")).toBeUndefined();

	merge(territory, older, newer);

	const after = participationOf(db, older, "spotter-2");
	expect(after).toMatchObject({ takesPart: true, beside: true });
	expect(after?.code).not.toBe(before?.code);
	expect(situationByCode(db, scope, before?.code ?? "")).toMatchObject({ situationPk: newer });
	expect(situationByCode(db, scope, after?.code ?? "")).toMatchObject({ situationPk: older });
	expect(participationOf(db, older, "crip-2")).toMatchObject({ takesPart: false, beside: false });
});

test("a code from before leads on: to what remains, or to the handoff that went there", () => {
	const { territory, older, newer } = twoSituations();
	const { db, territoryId } = territory;
	const asked = { territoryId, structureId: "crip-2" };
	const before = participationOf(db, newer, "crip-2")?.code ?? "";
	const [row] = rowsOf(db, newer).filter(({ state }) => state === "sent");

	merge(territory, older, newer);

	expect(lineByCode(db, asked, before)).toEqual({ handoff: row?.recipientHandle });
	expect(participationOf(db, older, "crip-2")?.code).not.toBe(before);
});

test("two structures do not get to know each other by it", () => {
	const { territory, older, newer } = twoSituations();
	const { db, territoryId } = territory;
	db.update(structures).set({ sensitive: true }).where(eq(structures.id, "spotter")).run();
	db.update(structures).set({ sensitive: true }).where(eq(structures.id, "spotter-2")).run();

	merge(territory, older, newer);

	const nameOf = (structureId: string, other: string) =>
		knownStructures(db, { territoryId, structureId }).get(other)?.name;
	expect(nameOf("spotter-2", "spotter")).toBeNull();
	expect(nameOf("spotter", "spotter-2")).toBeNull();
	expect(nameOf("crip", "spotter")).toBe("spotter");
});

test("who came along reads its own handoffs, that they go on here, and nothing of the others", () => {
	const { territory, older, newer } = twoSituations();
	const before = pageOf(territory, newer, "spotter-2");
	const outside = JSON.stringify(pageOf(territory, older, "spotter"));

	merge(territory, older, newer);

	const closed = pageOf(territory, newer, "spotter-2");
	const page = pageOf(territory, older, "spotter-2");
	expect(closed.continues).toEqual({ handle: page.handle, alias: page.alias });
	expect(page).toMatchObject({
		beside: true,
		facts: {},
		steps: [],
		correctable: [],
		steers: false,
	});
	expect(page.handoffs).toMatchObject([{ own: true, beside: true, side: "sender", state: "sent" }]);
	expect(page.history.map(({ kind }) => kind)).toEqual(["joined"]);
	expect(page.held.map(({ who }) => who.name)).toEqual(page.held.map(() => null));
	expect(JSON.stringify({ ...page, compiled: null })).not.toMatch(/"name":"(spotter|crip|lead)"/);
	expect(before.handoffs).toHaveLength(1);
	expect(outside).not.toContain("spotter-2");
	expect(JSON.stringify({ ...pageOf(territory, older, "spotter"), compiled: null })).not.toContain(
		"spotter-2",
	);
});

test("everybody concerned is told, once, and nobody what", () => {
	const { territory, older, newer } = twoSituations();
	const { db } = territory;
	db.delete(outbox).run();

	merge(territory, older, newer);

	const told = db.select().from(outbox).all();
	expect(told.map(({ structureId }) => structureId).sort()).toEqual([
		"crip-2",
		"lead",
		"spotter",
		"spotter-2",
	]);
	expect(new Set(told.map(({ kind }) => kind))).toEqual(new Set(["waiting"]));
	expect(Object.keys(told[0] ?? {}).sort()).toEqual([
		"at",
		"audience",
		"id",
		"kind",
		"sentAt",
		"structureId",
	]);
});

test("where it is refused, not a byte of either is changed", () => {
	const { territory, older, newer } = twoSituations();
	const { db, territoryId } = territory;
	const before = db.$client.serialize();
	const sides = {
		territoryId,
		one: { situationPk: older, acting: actingFor("spotter") },
		other: { situationPk: newer, acting: actingFor("spotter-2") },
	};

	const refusal = db.transaction((tx) => mergeInto(tx, sides, momentAt(0, 5)));

	expect(refusal).toEqual({ code: "needs-matching-role" });
	expect(mergerRefusal(db, sides, momentAt(0, 5))).toEqual(refusal);
	expect(db.$client.serialize().equals(before)).toBe(true);
});

test("a fault half way leaves both as they were", () => {
	const { territory, older, newer } = twoSituations();
	const { db } = territory;
	db.$client.exec(
		`CREATE TEMP TRIGGER fault BEFORE UPDATE OF situation_pk ON handoffs WHEN NEW.situation_pk <> OLD.situation_pk BEGIN SELECT RAISE(ABORT, 'fault'); END`,
	);

	expect(() => merge(territory, older, newer)).toThrow("fault");

	expect(situationOf(db, newer).status).toBe("open");
	expect(checkRows(db)).toEqual([]);
});

test("what was accepted is still held by who accepted it", () => {
	const territory = smallTerritory();
	const older = tellInStore(territory, sentToCrip);
	const asked = [...accompanied, { by: "lead", handsOff: "ask-care" }];
	const accepting = [...asked, { by: "care", onHandoff: "ask-care", event: "ACCEPT" }];
	const startsAt = older.now + hourMs;
	const newer = tellInStore(territory, accepting, { seed: 2, startsAt });

	merge(territory, older.situationPk, newer.situationPk, { older: "spotter", newer: "crip" });

	const held = handoffsOf(territory.db, older.situationPk).filter(isHeldByRecipient);
	expect(held).toMatchObject([{ from: "lead", to: "care", step: "ask-care" }]);
	expect(checkRows(territory.db)).toEqual([]);
});

test("the row of what remains says in which week it was joined, that of the other too", () => {
	const { territory, older, newer } = twoSituations();

	merge(territory, older, newer);

	const weeks = territory.db.select({ week: situations.mergedWeek }).from(situations).all();
	expect(weeks.every(({ week }) => week !== null && week % 604_800_000 === 345_600_000)).toBe(true);
});

/** The CRIP works on the older one; another spotter has asked another CRIP in the newer one. */
function twoSituations() {
	const territory = smallTerritory();
	const older = tellInStore(territory, accompanied);
	const startsAt = older.now + hourMs;
	const newer = tellInStore(territory, sentToCrip, { seed: 2, startsAt, cast: otherCast });
	return { territory, older: older.situationPk, newer: newer.situationPk };
}

function merge(
	{ db, territoryId }: SmallTerritory,
	older: number,
	newer: number,
	by: { older?: string; newer?: string } = {},
): void {
	const now = situationOf(db, newer).openedAt + hourMs;
	const sides = {
		territoryId,
		one: { situationPk: older, acting: actingFor(by.older ?? "crip") },
		other: {
			situationPk: newer,
			acting: { ...actingFor(by.newer ?? "spotter-2"), actor: "spotter-3-member" },
		},
	};
	const refusal = db.transaction((tx) => mergeInto(tx, sides, momentAt(now, 77)));
	if (refusal) throw new Error(refusal.code);
}

function pageOf({ db, territoryId }: SmallTerritory, situationPk: number, structureId: string) {
	const scope = { territoryId, structureId };
	const part = participationOf(db, situationPk, structureId);
	const own = situationByHandle(db, scope, part?.handle ?? "");
	if (!own) throw new Error(`${structureId} takes no part.`);
	const moment = momentAt(situationOf(db, situationPk).openedAt + 2 * hourMs);
	return situationPage(db, own, { scope, acting: actingFor(structureId), moment });
}

function rowsOf(db: Db, situationPk: number) {
	return db
		.select()
		.from(handoffs)
		.where(and(eq(handoffs.situationPk, situationPk)))
		.all();
}

function timersOf(db: Db) {
	return db.select().from(timers).all();
}
