import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import {
	type AuditEntry,
	brokenTrailEntry,
	cleanAudit,
	forgetInTrail,
	readingWindowMs,
	recordAudit,
	recordReading,
	trailHead,
	visitOf,
} from "./audit.ts";
import { linkAfter } from "./chain.ts";
import type { Db } from "./client.ts";
import { audit } from "./schema/audit.ts";
import { situations } from "./schema/situations.ts";
import { beginStory } from "./small-story.ts";
import { momentAt, monday } from "./small-territory.ts";

const dayMs = 86_400_000;

const reading = {
	actor: "crip-member",
	structureId: "crip",
	act: "READ_SITUATION",
	screen: "situation",
	visit: visitOf("a token"),
	situationPk: 1,
} as const satisfies AuditEntry;

const signIn = { actor: "crip-user", act: "SIGN_IN" } as const satisfies AuditEntry;

describe("the trail", () => {
	test("holds as long as nobody touches it", () => {
		const { db } = storyWithTrail(12);

		expect(brokenTrailEntry(db)).toBeUndefined();
		expect(trailHead(db).sequence).toBe(12);
	});

	test("keeps an entry with what it tells of, or neither", () => {
		const { db } = beginStory();

		expect(() =>
			db.transaction((tx) => {
				recordAudit(tx, momentAt(monday), signIn);
				throw new Error("undone");
			}),
		).toThrow("undone");

		expect(trailHead(db).sequence).toBe(0);
	});

	test.each([
		"UPDATE audit SET actor = 'somebody-else' WHERE sequence = 3",
		"UPDATE audit SET act = 'SIGN_OUT' WHERE sequence = 3",
		"UPDATE audit SET situation_pk = NULL, salt = NULL WHERE sequence = 3",
		"UPDATE audit SET situation_pk = 1, salt = randomblob(16) WHERE sequence = 3",
		"DELETE FROM audit WHERE sequence = 12",
		"DELETE FROM audit WHERE sequence = 1",
		"INSERT OR REPLACE INTO audit SELECT * FROM audit WHERE sequence = 3",
		"INSERT INTO audit_anchor SELECT 1, sequence, link FROM audit WHERE sequence = 3",
		"DELETE FROM situations",
	])("refuses by itself: %s", (statement) => {
		const { db } = storyWithTrail(12);

		expect(() => db.$client.exec(statement)).toThrow(
			/append-only|twelve months|constraint failed/i,
		);
	});

	test.each([
		["an actor", "UPDATE audit SET actor = 'nobody' WHERE sequence = 3"],
		["an instant", "UPDATE audit SET at = at + 1 WHERE sequence = 3"],
		["a session", "UPDATE audit SET session = randomblob(16) WHERE sequence = 3"],
		["the handoff of a reading", "UPDATE audit SET handoff_id = 'other' WHERE sequence = 3"],
		["the salt of a reading", "UPDATE audit SET salt = randomblob(16) WHERE sequence = 3"],
		["the mark of a reading", "UPDATE audit SET mark = randomblob(32) WHERE sequence = 3"],
		["a whole entry", "DELETE FROM audit WHERE sequence = 3"],
		["the first entry", "DELETE FROM audit WHERE sequence = 1"],
		["its number", "UPDATE audit SET sequence = 99 WHERE sequence = 12"],
	])("shows who took its triggers off and changed %s", (_what, statement) => {
		const { db } = storyWithTrail(12);
		dropTriggers(db);

		db.$client.exec(statement);

		expect(brokenTrailEntry(db)).toBeDefined();
	});

	test("holds no word that somebody could have typed", () => {
		const { db } = beginStory();
		const typed = { ...signIn, subject: "Jeanne Martin" };

		expect(() => recordAudit(db, momentAt(monday), typed)).toThrow("audit_subject_form");
		expect(() => recordAudit(db, momentAt(monday), { ...signIn, actor: "a@b.fr" })).toThrow(
			"audit_actor_form",
		);
	});
});

describe("a reading", () => {
	test("is kept once in a quarter of an hour for a session and a kind of screen", () => {
		const { db } = beginStory();
		const read = (at: number, entry: Partial<typeof reading> | { visit: string } = {}) =>
			recordReading(db, momentAt(at, at), { ...reading, ...entry });

		read(monday);
		read(monday + readingWindowMs);
		expect(count(db)).toBe(1);

		read(monday + readingWindowMs + 1);
		expect(count(db)).toBe(2);

		read(monday + readingWindowMs + 2, { visit: visitOf("another token") });
		expect(count(db)).toBe(3);
	});

	test.each([
		["another kind of screen", { screen: "line" }],
		["a handoff of the situation", { act: "READ_HANDOFF", handoffId: "h" }],
		["another structure of the same person", { structureId: "spotter" }],
		["no situation", { act: "READ_LIST", situationPk: undefined }],
	] as const)("of %s is another reading", (_what, other) => {
		const { db } = beginStory();

		recordReading(db, momentAt(monday), reading);
		recordReading(db, momentAt(monday + 1), { ...reading, ...other });

		expect(count(db)).toBe(2);
	});

	test("is kept again when the clock was set back", () => {
		const { db } = beginStory();

		recordReading(db, momentAt(monday), reading);
		recordReading(db, momentAt(monday - dayMs), reading);

		expect(count(db)).toBe(2);
		expect(brokenTrailEntry(db)).toBeUndefined();
	});
});

describe("forgetting", () => {
	test("takes the name of a closed situation out of every entry, and the chain still holds", () => {
		const { db } = storyWithTrail(12);
		const head = trailHead(db);
		close(db);

		db.transaction((tx) => forgetInTrail(tx, 1));

		const rows = db.select().from(audit).all();
		expect(rows.every(({ situationPk, salt }) => situationPk === null && salt === null)).toBe(true);
		expect(brokenTrailEntry(db)).toBeUndefined();
		expect(trailHead(db)).toEqual(head);
	});

	test("leaves nothing by which two entries could be put together", () => {
		const { db } = storyWithTrail(12);

		const marks = db
			.select({ mark: audit.mark })
			.from(audit)
			.all()
			.flatMap(({ mark }) => (mark ? [mark.toString("hex")] : []));
		const guessed = Buffer.from(linkAfter(new Uint8Array(32), [1, null])).toString("hex");

		expect(new Set(marks).size).toBe(marks.length);
		expect(marks).not.toContain(guessed);
	});

	test("is refused while the situation is open", () => {
		const { db } = storyWithTrail(12);

		expect(() => db.transaction((tx) => forgetInTrail(tx, 1))).toThrow("append-only");
	});
});

describe("cleaning", () => {
	test("forgets what is older than twelve months and keeps where the rest begins", () => {
		const { db } = storyWithTrail(12);
		const later = monday + 400 * dayMs;
		recordAudit(db, momentAt(later), { actor: "system", act: "TRAIL_CLEANED" });

		expect(cleanAudit(db, later - 365 * dayMs)).toBe(12);

		expect(count(db)).toBe(1);
		expect(brokenTrailEntry(db)).toBeUndefined();
		recordAudit(db, momentAt(later + 1), signIn);
		expect(brokenTrailEntry(db)).toBeUndefined();
		expect(trailHead(db).sequence).toBe(14);
	});

	test("keeps the last twelve months, whatever is asked", () => {
		const { db } = storyWithTrail(12);
		recordAudit(db, momentAt(monday + 30 * dayMs), signIn);

		expect(() => cleanAudit(db, monday + 31 * dayMs)).toThrow("twelve months");
		expect(count(db)).toBe(13);
	});

	test("a second time goes on where the first one stopped", () => {
		const { db } = beginStory();
		for (let month = 0; month < 30; month += 1) {
			recordAudit(db, momentAt(monday + month * 30 * dayMs), signIn);
		}

		expect(cleanAudit(db, monday + 12 * 30 * dayMs)).toBe(12);
		expect(cleanAudit(db, monday + 16 * 30 * dayMs)).toBe(4);
		expect(cleanAudit(db, monday + 16 * 30 * dayMs)).toBe(0);
		expect(brokenTrailEntry(db)).toBeUndefined();
	});
});

/** A situation and a trail of readings of it, one in three a sign-in. */
function storyWithTrail(entries: number) {
	const story = beginStory();
	for (let index = 0; index < entries; index += 1) {
		const entry = index % 3 === 0 ? signIn : reading;
		recordAudit(story.db, momentAt(monday + index, index + 1), entry);
	}
	return story;
}

function count(db: Db): number {
	return db.select().from(audit).all().length;
}

function close(db: Db): void {
	db.update(situations).set({ status: "closed" }).where(eq(situations.pk, 1)).run();
}

function dropTriggers(db: Db): void {
	for (const name of ["audit_refuses_update", "audit_refuses_delete"]) {
		db.$client.exec(`DROP TRIGGER ${name}`);
	}
}
