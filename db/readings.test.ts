import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { type AuditEntry, forgetInTrail, recordAudit } from "./audit.ts";
import type { Db } from "./client.ts";
import { showAlias } from "./pseudonyms/alias.ts";
import { firstReading, readingsOfMember, readingsOfStructure } from "./readings.ts";
import { audit } from "./schema/audit.ts";
import { situations } from "./schema/situations.ts";
import { members, structures } from "./schema/structures.ts";
import { territories } from "./schema/territories.ts";
import { beginStory, ownSituation } from "./small-story.ts";
import { momentAt, monday } from "./small-territory.ts";
import { firstAct, trailActs } from "./trail-acts.ts";

const all = { from: 0, until: Number.MAX_SAFE_INTEGER };
const cut = { limit: 10, offset: 0 };

const reading = {
	actor: "spotter-member",
	structureId: "spotter",
	act: "READ_SITUATION",
	screen: "situation",
	situationPk: 1,
} as const satisfies AuditEntry;

test("the manager sees who of the structure read which situation, by the structure's own alias", () => {
	const story = beginStory();
	keep(story.db, [
		reading,
		{ ...reading, act: "READ_LIST", screen: "my-day", situationPk: undefined },
	]);

	const { rows, total } = readingsOfStructure(story.db, "spotter", all, cut);

	expect(total).toBe(2);
	expect(rows).toMatchObject([
		{ who: "spotter", screen: "my-day", alias: null, forgotten: false },
		{ who: "spotter", screen: "situation", alias: showAlias(ownSituation(story, "spotter").alias) },
	]);
});

test("what another structure read is not in the list, nor what else was done", () => {
	const { db } = beginStory();
	keep(db, [
		{ ...reading, actor: "crip-member", structureId: "crip" },
		{ ...reading, act: "PURGED", screen: undefined },
		{ actor: "spotter-user", act: "SIGN_IN" },
	]);

	expect(readingsOfStructure(db, "spotter", all, cut)).toEqual({ rows: [], total: 0 });
	expect(firstReading(db, { structureId: "spotter" })).toBeUndefined();
});

test("a coordinator's reading of somebody else's handoff bears no alias", () => {
	const { db } = beginStory();
	keep(db, [{ ...reading, actor: "care-member", structureId: "care", act: "READ_HANDOFF" }]);

	const { rows } = readingsOfStructure(db, "care", all, cut);

	expect(rows).toMatchObject([{ act: "READ_HANDOFF", alias: null, forgotten: false }]);
});

test("a situation that is forgotten since is said to be, and no more", () => {
	const { db } = beginStory();
	keep(db, [reading]);
	db.update(situations).set({ status: "closed" }).run();
	db.transaction((tx) => forgetInTrail(tx, 1));

	const { rows } = readingsOfStructure(db, "spotter", all, cut);

	expect(rows).toMatchObject([{ alias: null, forgotten: true }]);
});

test("a month begins with its first instant and ends before the next; pages follow each other", () => {
	const { db } = beginStory();
	keep(
		db,
		Array.from({ length: 5 }, () => reading),
	);
	const span = { from: monday + 1, until: monday + 4 };

	const first = readingsOfStructure(db, "spotter", span, { limit: 2, offset: 0 });
	const second = readingsOfStructure(db, "spotter", span, { limit: 2, offset: 2 });

	expect(first.total).toBe(3);
	expect([...first.rows, ...second.rows].map(({ at }) => at - monday)).toEqual([3, 2, 1]);
	expect(firstReading(db, { structureId: "spotter" })).toBe(monday);
});

test("one sees one's own readings, and nobody else's", () => {
	const { db } = beginStory();
	db.insert(members)
		.values({ id: "other", userId: "crip-user", structureId: "spotter", label: "Référente B" })
		.run();
	keep(db, [reading, { ...reading, actor: "other" }]);

	expect(readingsOfMember(db, "other", all, cut).rows).toMatchObject([{ who: "Référente B" }]);
	expect(readingsOfStructure(db, "spotter", all, cut).total).toBe(2);
});

test("an auditor sees the acts of the territory by label, and no situation", () => {
	const { db } = beginStory();
	keep(db, [
		reading,
		{ actor: "spotter-user", act: "SIGN_IN" },
		{ actor: "system", act: "TRAIL_CLEANED" },
	]);

	const { rows } = trailActs(db, { territoryId: "small" }, all, cut);

	expect(rows.map(({ act, who }) => [act, who])).toEqual([
		["TRAIL_CLEANED", "system"],
		["SIGN_IN", "spotter"],
		["READ_SITUATION", "spotter"],
	]);
	expect(Object.keys(rows[2] ?? {}).sort()).toEqual(
		["act", "at", "screen", "structure", "who"].sort(),
	);
	expect(trailActs(db, { territoryId: "small", act: "SIGN_IN" }, all, cut).total).toBe(1);
});

test("the name of a structure that protects somebody is not in an auditor's list", () => {
	const { db } = beginStory();
	db.update(structures).set({ sensitive: true }).where(eq(structures.id, "spotter")).run();
	keep(db, [reading, { ...reading, actor: "crip-member", structureId: "crip" }]);

	const { rows } = trailActs(db, { territoryId: "small" }, all, cut);

	expect(rows.map(({ structure }) => structure)).toEqual(["crip", null]);
});

test("the acts of another territory are not in an auditor's list", () => {
	const { db } = beginStory();
	db.insert(territories).values({ id: "elsewhere", name: "Ailleurs" }).run();
	db.insert(structures)
		.values({ id: "far", territoryId: "elsewhere", name: "Loin", kind: "other" })
		.run();
	keep(db, [reading, { actor: "far-member", structureId: "far", act: "READ_LIST" }]);

	expect(trailActs(db, { territoryId: "elsewhere" }, all, cut).rows).toMatchObject([
		{ structure: "Loin" },
	]);
	expect(trailActs(db, { territoryId: "small" }, all, cut).total).toBe(1);
	expect(firstAct(db, "elsewhere")).toBe(monday + 1);
});

test("lists are found through their indexes", () => {
	const { db } = beginStory();
	const plan = db.$client
		.prepare(
			"EXPLAIN QUERY PLAN SELECT * FROM audit WHERE structure_id = 'x' AND at >= 1 AND at < 2",
		)
		.all()
		.map((row) => String((row as { detail: string }).detail));

	expect(plan.join()).toContain("audit_structure (structure_id=? AND at>? AND at<?)");
});

/** Keeps entries, a millisecond after each other. */
function keep(db: Db, entries: readonly AuditEntry[]): void {
	for (const [index, entry] of entries.entries()) {
		recordAudit(db, momentAt(monday + index, index + 1), entry);
	}
	expect(db.select().from(audit).all()).toHaveLength(entries.length);
}
