import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { handoffByHandle } from "./access.ts";
import { hasSlip, wantsSquare } from "./handoff-choices.ts";
import { matchNumber } from "./handoff-matching.ts";
import { handoffPage } from "./handoff-page.ts";
import {
	accepted,
	act,
	actingFor,
	coordinator,
	handedOff,
	heard,
	openedBy,
} from "./handoff-stage.for-tests.ts";
import { codeLength, showCode } from "./pseudonyms/code.ts";
import { drawWords, showWords } from "./pseudonyms/pairing-words.ts";
import { forgetRecalls, recalledLines, recallMs } from "./recalls.ts";
import { handoffs } from "./schema/handoffs.ts";
import { outbox } from "./schema/journal.ts";
import { territories } from "./schema/territories.ts";
import { momentAt, monday } from "./small-territory.ts";
import { sweepTimers } from "./timers.ts";
import { handoffWork } from "./work-list.ts";

const sender = actingFor("spotter");
const recipient = actingFor("crip");
const at = monday + 60_000;

test("both sides read the same two words; the recipient hears the number, and does not read it", () => {
	const territory = handedOff();

	const [mine, theirs] = [matchingOf(territory, sender), matchingOf(territory, recipient)];

	expect(mine.words).toBe(theirs.words);
	expect(showWords(mine.words ?? "")).toMatch(/^\p{Ll}+, \p{Ll}+$/u);
	expect([mine.number, theirs.number]).toEqual([territory.row.number, null]);
	expect(JSON.stringify(pageOf(territory, recipient))).not.toContain(territory.row.number);
	expect(pageOf(territory, recipient)).toMatchObject({ alias: null, code: null });
});

test("once it is received, the recipient has the number, and a code and an alias of its own", () => {
	const territory = handedOff();

	act(territory, { act: "ACKNOWLEDGE", acting: recipient, ...heard });

	const page = pageOf(territory, recipient);
	expect(page.matching).toMatchObject({ number: territory.row.number, paired: true });
	expect(page.alias).toMatch(/^\d+-\d+$/);
	expect(page.code).toHaveLength(codeLength);
	expect(page.situation).toBeNull();
});

test("a lead or a coordinator who looks on reads no words: they are said between two", () => {
	const territory = handedOff();

	expect(matchingOf(territory, coordinator).words).toBeNull();
});

test("a slip of the hand is noticed by itself; another number is another line", () => {
	const { row } = handedOff();
	const swapped = `${row.number[1]}${row.number[0]}${row.number.slice(2)}`;

	expect(matchNumber(row, row.number)).toBe("same");
	expect(matchNumber(row, ` ${showCode(row.number).toLowerCase()} `)).toBe("same");
	expect(matchNumber(row, swapped === row.number ? "" : swapped)).toBe("wrong-check");
	expect(matchNumber(row, "")).toBe("wrong-check");
	expect(matchNumber(row, "7KWM3-9TXHQ0")).toBe("wrong-check");
	expect(matchNumber(row, otherNumber(row.number))).toBe("other");
});

test("after the end a number is shown to nobody, and no slip is printed", () => {
	const territory = handedOff();
	const own = openedBy(territory, sender);
	const before = hasSlip(territory.db, own);

	act(territory, { act: "WITHDRAW", acting: sender, codes: { redirectReason: "BETTER_FIT" } });

	expect([before, hasSlip(territory.db, own)]).toEqual([true, false]);
	for (const acting of [sender, recipient, coordinator]) {
		expect(matchingOf(territory, acting)).toMatchObject({ number: null, words: null });
	}
});

test("a recipient prints no slip: the number comes to it by voice", () => {
	const territory = handedOff();

	expect(hasSlip(territory.db, openedBy(territory, recipient))).toBe(false);
});

test("a slip has a square code only where the territory wants it", () => {
	const { db, territoryId } = handedOff();
	const before = wantsSquare(db, territoryId);
	db.update(territories).set({ slipQr: true }).where(eq(territories.id, territoryId)).run();

	expect([before, wantsSquare(db, territoryId)]).toEqual([false, true]);
	expect(wantsSquare(db, "elsewhere")).toBe(false);
});

test("a line that was not found is in the sender's day at once, with a message, and out of it when it is", () => {
	const territory = handedOff();
	const { db } = territory;
	db.delete(outbox).run();
	const returns = () =>
		handoffWork(db, scopeOf(territory, "spotter"), "returns", { limit: 9 }).rows;
	const before = returns();

	act(territory, { act: "NOT_MATCHED", acting: recipient, codes: { mismatch: "NO_CALL" } });

	expect(before).toEqual([]);
	expect(returns()).toMatchObject([{ unmatched: true, state: "sent" }]);
	expect(matchingOf(territory, sender).unmatched).toMatchObject({ why: "NO_CALL" });
	expect(db.select().from(outbox).all()).toMatchObject([
		{ structureId: "spotter", kind: "urgent" },
	]);
	act(territory, { act: "ACKNOWLEDGE", acting: recipient, ...heard });
	expect(returns()).toEqual([]);
});

test("when nobody types the number in time, the sender is told by a message too, once", () => {
	const territory = handedOff();
	const { db } = territory;

	// The ladder tells the recipient in the same hour; the sender hears of both at once.
	const silent = () => db.select().from(handoffs).get()?.unmatched === "SILENCE";
	const toldInThatHour = [];
	for (let hour = 1; hour <= 9; hour += 1) {
		const wasSilent = silent();
		db.delete(outbox).run();
		sweepTimers(db, momentAt(at + hour * 3_600_000, hour));
		if (silent() && !wasSilent) toldInThatHour.push(...db.select().from(outbox).all());
	}

	const toSender = toldInThatHour.filter(({ structureId }) => structureId === "spotter");
	expect(toSender).toMatchObject([{ audience: "structure" }]);
});

test("a recalled line is on top of the recipient's day for a day, and on nobody else's", () => {
	const territory = accepted();
	const { db, row } = territory;
	const now = at;

	act(territory, { act: "RECALL_NUMBER", acting: sender });

	const scope = scopeOf(territory, "crip");
	expect(recalledLines(db, scope, now)).toMatchObject([
		{ handle: row.recipientHandle, words: showWords(row.words) },
	]);
	expect(recalledLines(db, scopeOf(territory, "spotter"), now)).toEqual([]);
	expect(recalledLines(db, scopeOf(territory, "crip-2"), now)).toEqual([]);
	expect(recalledLines(db, scope, now + recallMs)).toEqual([]);
	forgetRecalls(db, now + recallMs);
	expect(recalledLines(db, scope, now)).toEqual([]);
});

test("words are two different ones, and follow from nothing that the number says", () => {
	const { random } = momentAt(0, 12);
	const drawn = Array.from({ length: 400 }, () => drawWords(random));

	expect(drawn.filter((words) => new Set(words.split("-")).size !== 2)).toEqual([]);
	expect(new Set(drawn).size).toBeGreaterThan(395);
});

test("the lines of one recipient have different words", () => {
	const territory = handedOff();
	const { db, row } = territory;
	const other = { ...row, id: "x".repeat(22), number: otherNumber(row.number) };

	expect(() =>
		db
			.insert(handoffs)
			.values({ ...other, senderHandle: "y".repeat(22), recipientHandle: "z".repeat(22) })
			.run(),
	).toThrow(/UNIQUE.*words/);
});

test("an absent, a foreign and an expired handle answer alike", () => {
	const territory = handedOff();
	const { db, row } = territory;
	const answers = [
		handoffByHandle(db, scopeOf(territory, "care"), row.recipientHandle, false),
		handoffByHandle(
			db,
			{ territoryId: "elsewhere", structureId: "crip" },
			row.recipientHandle,
			true,
		),
		handoffByHandle(db, scopeOf(territory, "crip"), "A".repeat(22), false),
		handoffByHandle(db, scopeOf(territory, "crip"), row.number, false),
	];

	expect(answers).toEqual([undefined, undefined, undefined, undefined]);
});

type Territory = ReturnType<typeof handedOff>;

function pageOf(territory: Territory, acting: typeof sender) {
	const scope = scopeOf(territory, acting.structure);
	return handoffPage(territory.db, scope, openedBy(territory, acting), { acting, now: at });
}

function matchingOf(territory: Territory, acting: typeof sender) {
	return pageOf(territory, acting).matching;
}

function scopeOf({ territoryId }: Territory, structureId: string) {
	return { territoryId, structureId };
}

/** A number that was copied without a slip, and is another one. */
function otherNumber(number: string): string {
	const others = ["7KWM39TXHQ", "0000000000", "1111111111"].filter((one) => one !== number);
	return others.find((one) => matchNumber({ number }, one) === "other") ?? "";
}
