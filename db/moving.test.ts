import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { editedVersion } from "#protocols/casework/edited.for-tests.ts";
import { brokenPromises } from "#protocols/casework/invariants.ts";
import { proposeMap } from "#protocols/casework/move-map.ts";
import { openSteps } from "#protocols/casework/situation.ts";
import { compileProtocol } from "#protocols/compiler/compile.ts";
import { dayMs } from "#protocols/retention/due-act.ts";
import { participationOf, situationByHandle } from "./access.ts";
import { brokenTrailEntry } from "./audit.ts";
import { historyOf, situationOf } from "./history.ts";
import { KeyFault } from "./keys/key-fault.ts";
import { mergeInto } from "./merger.ts";
import { type Move, movableSituations, moveSituations, versionsInUse } from "./moving.ts";
import { publishVersion } from "./protocol-versions.ts";
import { checkRows, rewriteRows } from "./rebuild.ts";
import { liveDays } from "./retention.for-tests.ts";
import { audit } from "./schema/audit.ts";
import { situations } from "./schema/situations.ts";
import { situationPage } from "./situation-page.ts";
import { accompanied, otherCast, sentToCrip, tellInStore } from "./small-casework.ts";
import { actingFor } from "./small-story.ts";
import { momentAt, monday, type SmallTerritory, smallTerritory } from "./small-territory.ts";
import { sweepTimers } from "./timers.ts";
import { verifyChains } from "./verify-chains.ts";
import { handoffWork } from "./work-list.ts";
import { stepWork } from "./work-steps.ts";

const cut = { limit: 50 };
const scope = { territoryId: "small", structureId: "crip" };

test("a situation goes on under the published version, its rows and timers with it", () => {
	const { territory, move, now } = afterNextVersion();
	const { db } = territory;
	const before = versionsInUse(db, { territoryId: "small", protocolId: territory.protocol.id });

	const met = moveSituations(db, move, momentAt(now + 1, 7), cut);

	expect(before.map(({ published, running }) => [published, running])).toEqual([
		[true, 0],
		[false, 3],
	]);
	expect(met).toEqual({ moved: 2, refused: 1 });
	const situation = situationOf(db, 1);
	expect(situation.movedTo).toBe(move.to);
	expect(historyOf(db, 1).at(-1)).toMatchObject({
		type: "situation-moved",
		from: move.from,
		to: move.to,
		steps: [{ from: "send-concern", to: "send-concern" }],
	});
	expect(rowOf(territory, 1).versionHash).toBe(move.to);
	expect(checkRows(db)).toEqual([]);
	expect([1, 2, 3].flatMap((pk) => brokenPromises(situationOf(db, pk)))).toEqual([]);
	expect(
		versionsInUse(db, { territoryId: "small", protocolId: territory.protocol.id }),
	).toMatchObject([{ running: 2 }, { running: 1 }]);
});

test("what is refused says why, and nothing of it is written", () => {
	const { territory, move, now } = afterNextVersion();
	const { db } = territory;
	const { rows } = movableSituations(db, scope, move, momentAt(now + 1, 7), cut);

	expect(rows.map(({ refusal }) => refusal)).toEqual([
		undefined,
		undefined,
		{ code: "cannot-move", because: { code: "track-unplaced", track: "added" } },
	]);
	const [, , third] = rows;
	expect(
		moveSituations(db, move, momentAt(now + 1, 7), { ...cut, reference: third?.reference }),
	).toEqual({
		moved: 0,
		refused: 1,
	});
	expect(historyOf(db, 3).some(({ type }) => type === "situation-moved")).toBe(false);
	expect(db.select().from(audit).where(eq(audit.act, "SITUATION_MOVED")).all()).toEqual([]);

	const decided = { ...move, map: { ...move.map, tracks: { added: "begins" as const } } };
	expect(
		moveSituations(db, decided, momentAt(now + 1, 7), { ...cut, reference: third?.reference }),
	).toEqual({
		moved: 1,
		refused: 0,
	});
	expect(openSteps(situationOf(db, 3))).toContain("added-step");
	expect(openSteps(situationOf(db, 1))).toEqual(["send-concern"]);
	expect(checkRows(db)).toEqual([]);
});

test("the trail keeps each move with who did it and to which version", () => {
	const { territory, move, now } = afterNextVersion();
	const { db } = territory;

	moveSituations(db, move, momentAt(now + 1, 7), cut);

	const kept = db.select().from(audit).where(eq(audit.act, "SITUATION_MOVED")).all();
	expect(kept.map(({ situationPk, subject, actor }) => [situationPk, subject, actor])).toEqual([
		[1, move.to, "crip-member"],
		[2, move.to, "crip-member"],
	]);
	expect(brokenTrailEntry(db)).toBeUndefined();
});

test("lists, timers and the chain go on with a situation that was moved", () => {
	const { territory, move, now } = afterNextVersion();
	const { db } = territory;
	const listed = handoffWork(db, scope, "acknowledge", cut).rows.length;

	moveSituations(db, move, momentAt(now + 1, 7), cut);

	expect(handoffWork(db, scope, "acknowledge", cut).rows).toHaveLength(listed);
	expect(stepWork(db, { ...scope, structureId: "spotter-2" }, cut).rows).toHaveLength(1);
	sweepTimers(db, momentAt(now + 30 * dayMs, 8));
	expect(checkRows(db)).toEqual([]);
	expect(verifyChains(db.$client, { now: now + 30 * dayMs }).whole).toBe(true);
});

test("what was answered before, and what is open now, are told by the names of their versions", () => {
	const { territory, move, now } = afterNextVersion();
	const { db } = territory;
	moveSituations(db, move, momentAt(now + 1, 7), cut);
	const scope = { territoryId: "small", structureId: "spotter" };
	const { handle } = participationOf(db, 1, "spotter") ?? { handle: "" };
	const own = situationByHandle(db, scope, handle);
	if (!own) throw new Error("The spotter takes part.");

	const acting = actingFor("spotter");
	const { history, steps } = situationPage(db, own, {
		scope,
		acting,
		moment: momentAt(now + 2, 8),
	});

	const [first] = territory.protocol.phases[0].steps;
	expect(history.find(({ kind }) => kind === "answered")?.about).toEqual(first?.title);
	expect(history.at(-1)?.kind).toBe("moved");
	expect(steps.map(({ title }) => title.fr)).toEqual([expect.stringMatching(/ ensemble$/)]);
});

test("its rows can be written anew from its history, the version with them", () => {
	const { territory, move, now } = afterNextVersion();
	const { db } = territory;
	moveSituations(db, move, momentAt(now + 1, 7), cut);
	db.update(situations).set({ versionHash: move.from }).where(eq(situations.pk, 1)).run();

	const found = rewriteRows(db, momentAt(now, 9).random);

	expect(found).toEqual([
		{ table: "situations", key: "1", field: "versionHash", stored: move.from, computed: move.to },
	]);
	expect(rowOf(territory, 1).versionHash).toBe(move.to);
	expect(checkRows(db)).toEqual([]);
});

test("a move is no act for the young person: retention counts on, closes, forgets", () => {
	const { territory, move } = afterNextVersion();
	const { db } = territory;
	const { activeAt } = rowOf(territory, 2);

	const before = liveDays(territory, 0, 30);
	moveSituations(db, move, momentAt(monday + 30 * dayMs, 7), cut);
	expect(rowOf(territory, 2).activeAt).toBe(activeAt);

	const happened = [...before, ...liveDays(territory, 30, 300)];
	const days = happened.filter(([, applied]) => applied === "close" || applied === "purge");
	expect(days.map(([, applied]) => applied)).toEqual(["close", "purge"]);
	expect(days[0]?.[0]).toBeLessThan(190);
	expect(() => historyOf(db, 2)).toThrow(KeyFault);
	expect(db.select().from(audit).where(eq(audit.situationPk, 2)).all()).toEqual([]);
	expect(verifyChains(db.$client, { now: monday + 300 * dayMs }).whole).toBe(true);
	expect(brokenTrailEntry(db)).toBeUndefined();
	expect(checkRows(db)).toEqual([]);
});

test.each([
	["the one that remains", 1],
	["the one that is closed", 4],
])("two situations become one where %s was moved", (_, moved) => {
	const { territory, move, now } = afterNextVersion();
	const { db, territoryId } = territory;
	const twin = { seed: 9, startsAt: now, cast: otherCast };
	const { situationPk } = tellInStore({ ...territory, versionHash: move.from }, sentToCrip, twin);
	expect(situationPk).toBe(4);
	const at = momentAt(now + dayMs, 12);
	const rows = movableSituations(db, scope, move, at, cut).rows;
	const reference = rows[moved - 1]?.reference;
	expect(moveSituations(db, move, at, { ...cut, reference }).moved).toBe(1);

	const halves = {
		territoryId,
		one: { situationPk: 1, acting: actingFor("crip", true) },
		other: { situationPk: 4, acting: actingFor("crip-2", true) },
	};
	const sides = {
		...halves,
		one: { ...halves.one, acting: actingFor("spotter") },
		other: { ...halves.other, acting: { ...actingFor("spotter-2"), coordinator: true } },
	};
	expect(
		db.transaction((tx) => mergeInto(tx, sides, momentAt(now + 2 * dayMs, 13))),
	).toBeUndefined();

	const [remaining, closed] = [situationOf(db, 1), situationOf(db, 4)];
	expect([remaining.status, closed.status]).toEqual(["open", "closed"]);
	expect(Object.values(remaining.handoffs)).toHaveLength(2);
	expect([...brokenPromises(remaining), ...brokenPromises(closed)]).toEqual([]);
	expect(checkRows(db)).toEqual([]);
});

/** Three situations of the short example, then its next version: only the third is in the group. */
function afterNextVersion() {
	const territory = smallTerritory();
	const { db, territoryId, versionHash: from } = territory;
	tellInStore(territory, sentToCrip);
	tellInStore(territory, sentToCrip.slice(0, 1), { seed: 2, cast: otherCast });
	const { now } = tellInStore(territory, accompanied, { seed: 3 });
	const old = compileProtocol(territory.protocol);
	// The first step, which all have answered, has another id there.
	const next = editedVersion(old, 0);
	const at = monday + dayMs;
	const to = publishVersion(db, { territoryId, protocol: next.protocol, at });
	const acting = { structure: "crip", actor: "crip-member", reception: false, coordinator: true };
	const move: Move = { territoryId, from, to, map: proposeMap(old, next), acting };
	return { territory, move, now: Math.max(now, at) };
}

function rowOf({ db }: SmallTerritory, pk: number) {
	const row = db.select().from(situations).where(eq(situations.pk, pk)).get();
	if (!row) throw new Error(`No situation ${pk}.`);
	return row;
}
