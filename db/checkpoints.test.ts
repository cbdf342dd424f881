import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import {
	type Checkpoint,
	checkpointText,
	isSigned,
	readCheckpoint,
	readPublicKey,
	readShortForm,
	shortForm,
	showShortForm,
	statementText,
} from "./checkpoint-text.ts";
import {
	checkpointOfHandoff,
	makeCheckpoint,
	makeDailyCheckpoint,
	publicKeyOf,
} from "./checkpoints.ts";
import { checkpoints } from "./schema/checkpoints.ts";
import { handoffs } from "./schema/handoffs.ts";
import { accompanied, actInStore, handoffsOf, sentToCrip, tellInStore } from "./small-casework.ts";
import { monday, smallTerritory } from "./small-territory.ts";
import { firstCheckpoint, statementOf } from "./statement.ts";

const dayMs = 86_400_000;

describe("a checkpoint", () => {
	test("reads back from its text, also when its lines became one", () => {
		const { checkpoint } = made();
		const text = checkpointText(checkpoint);

		expect(text).toMatch(/^relais-checkpoint-1\n2026-09-07T08:00:00\.000Z\njournal 2 [\w-]{43}\n/);
		for (const kept of [text, `  ${text.replaceAll("\n", "\r\n")}`, text.replaceAll("\n", " ")]) {
			expect(statementText(readCheckpoint(kept) as Checkpoint)).toBe(statementText(checkpoint));
		}
	});

	test.each([
		["another title", (text: string) => text.replace("relais", "belais")],
		["a short link", (text: string) => text.replace(/(journal 2 \S+)\S/, "$1")],
		["an instant that is none", (text: string) => text.replace("2026-09-07", "2026-99-07")],
		["no signature", (text: string) => text.replace(/signature.*/, "")],
		["something behind it", (text: string) => `${text} and more`],
	])("is not read with %s", (_what, change) => {
		expect(readCheckpoint(change(checkpointText(made().checkpoint)))).toBeUndefined();
	});

	test("is signed by its store, to the letter, and by no other one", () => {
		const { checkpoint, db } = made();
		const changed = { ...checkpoint, journal: { ...checkpoint.journal, count: 3 } };

		expect(isSigned(checkpoint, publicKeyOf(db))).toBe(true);
		expect(isSigned(changed, publicKeyOf(db))).toBe(false);
		expect(isSigned(checkpoint, publicKeyOf(made().db))).toBe(false);
	});

	test("is checked with a public key in PEM; anything else is none", () => {
		const { checkpoint, db } = made();
		const pem = publicKeyOf(db).export({ type: "spki", format: "pem" }).toString();
		const key = readPublicKey(pem);

		expect(key && isSigned(checkpoint, key)).toBe(true);
		expect(readPublicKey("a word")).toBeUndefined();
	});

	test("has a short form for paper: twenty symbols, which change with anything it states", () => {
		const { checkpoint } = made();
		const link = Buffer.from(checkpoint.journal.link).fill(1, 31);
		const others: Checkpoint[] = [
			{ ...checkpoint, at: checkpoint.at + 1 },
			{ ...checkpoint, journal: { ...checkpoint.journal, count: 3 } },
			{ ...checkpoint, journal: { ...checkpoint.journal, link } },
			{ ...checkpoint, audit: { ...checkpoint.audit, count: 1 } },
			{ ...checkpoint, audit: { ...checkpoint.audit, link } },
		];
		const short = shortForm(checkpoint);

		expect(showShortForm(short)).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/);
		expect(new Set([short, ...others.map(shortForm)]).size).toBe(6);
		const unsigned: Checkpoint = { ...checkpoint, signature: new Uint8Array(64) };
		expect(shortForm(unsigned)).toBe(short);
		expect(readShortForm(` ${showShortForm(short).toLowerCase()} `)).toBe(short);
		expect(readShortForm(short.slice(1))).toBeUndefined();
		expect(readShortForm(`${short.slice(1)}U`)).toBeUndefined();
	});

	test("can be neither changed nor deleted", () => {
		const { db } = made();
		expect(() => db.update(checkpoints).set({ at: 1 }).run()).toThrow("append-only");
		expect(() => db.delete(checkpoints).run()).toThrow("append-only");
	});
});

describe("checkpoints are made", () => {
	test("once a day, at the first look of the day, also after days without any", () => {
		const { db } = smallTerritory();
		for (const hours of [0, 1, 15.9, 16, 17, 100]) {
			makeDailyCheckpoint(db, monday + hours * 3_600_000);
		}

		const made = db.select().from(checkpoints).where(eq(checkpoints.reason, "day")).all();
		expect(made.map(({ at }) => (at - monday) / 3_600_000)).toEqual([0, 16, 100]);
	});

	test("when a handoff is sent and when it is accepted, for both sides to see", () => {
		const { db, ...territory } = smallTerritory();
		const { situationPk, now } = tellInStore({ db, ...territory }, sentToCrip);
		const [sent] = handoffsOf(db, situationPk);
		const id = sent?.id ?? "";
		const first = checkpointOfHandoff(db, id);

		const seen = sent?.latestAct ?? 0;
		const asked = { by: "crip", act: "ACCEPT", handoff: id, seen, now: now + 1000 } as const;
		const accepted = actInStore(db, territory, situationPk, asked);

		const second = checkpointOfHandoff(db, id);
		expect(accepted.recorded).toBe(true);
		expect(first).toMatchObject({ at: Date.UTC(2026, 8, 7, 12), journal: { count: 4 } });
		expect(second?.at).toBe(first?.at);
		expect(second?.journal.count).toBeGreaterThan(4);
	});
});

describe("the statement of a structure", () => {
	test("lists each day and its own handoffs of the month, and nothing of others", () => {
		const territory = smallTerritory();
		const { db } = territory;
		tellInStore(territory, accompanied);
		makeDailyCheckpoint(db, monday + dayMs);
		makeDailyCheckpoint(db, monday + 30 * dayMs);
		makeCheckpoint(db, monday + 2 * dayMs, "asked");
		const september = { from: Date.UTC(2026, 8), until: Date.UTC(2026, 9) };

		const reasons = (structureId: string) =>
			statementOf(db, structureId, september).map(({ reason }) => reason);

		expect(reasons("spotter")).toEqual(["handoff", "handoff", "day"]);
		expect(reasons("crip")).toEqual(["handoff", "handoff", "day"]);
		expect(reasons("care")).toEqual(["day"]);
		const accepted = checkpointOfHandoff(db, db.select().from(handoffs).get()?.id ?? "");
		expect(statementOf(db, "crip", september)[1]?.short).toBe(accepted && shortForm(accepted));
	});

	test("begins with the first checkpoint that was ever made", () => {
		const { db } = smallTerritory();
		expect(firstCheckpoint(db)).toBeUndefined();
		makeDailyCheckpoint(db, monday);
		makeDailyCheckpoint(db, monday + dayMs);
		expect(firstCheckpoint(db)).toBe(monday);
	});
});

/** A store with two entries, and a checkpoint of it. */
function made() {
	const territory = smallTerritory();
	tellInStore(territory, sentToCrip.slice(0, 1));
	const checkpoint: Checkpoint = makeCheckpoint(territory.db, monday, "asked");
	return { checkpoint, db: territory.db };
}
