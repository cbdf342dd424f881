import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { situationOf } from "./history.ts";
import { confirmPairing, pairingAt } from "./pairing-confirmation.ts";
import { type AtSituation, pairingMs } from "./pairing-rows.ts";
import { forgetPairings, offerPairing, refusePairing, takePairing } from "./pairings.ts";
import { drawDigits, tidyDigits } from "./pseudonyms/digits.ts";
import { checkRows } from "./rebuild.ts";
import { audit } from "./schema/audit.ts";
import { pairings } from "./schema/pairings.ts";
import { situations } from "./schema/situations.ts";
import { members } from "./schema/structures.ts";
import { territories } from "./schema/territories.ts";
import { accompanied, otherCast, sentToCrip, tellInStore } from "./small-casework.ts";
import { momentAt, type SmallTerritory, smallTerritory } from "./small-territory.ts";

const minuteMs = 60_000;

test("two people who say the same words make two situations one", () => {
	const story = twoPages();
	const { db } = story.territory;
	pair(story);
	const [mine, theirs] = [viewOf(story, story.crip), viewOf(story, story.spotter)];

	const first = confirmPairing(db, story.crip, story.at(2));
	const waiting = viewOf(story, story.spotter);
	const second = confirmPairing(db, story.spotter, story.at(3));

	expect(mine).toMatchObject({ is: "taken", remains: true, confirmed: both(false, false) });
	expect(theirs).toMatchObject({ is: "taken", remains: false, confirmed: both(false, false) });
	expect(wordsIn(mine)).toBe(wordsIn(theirs));
	expect(wordsIn(mine)).toMatch(/^\p{L}+, \p{L}+$/u);
	expect([first, second]).toEqual([{ is: "waiting" }, { is: "merged" }]);
	expect(waiting).toMatchObject({ confirmed: both(false, true) });
	expect(statuses(story)).toEqual(["open", "closed"]);
	expect(db.select().from(pairings).all()).toEqual([]);
	expect(checkRows(db)).toEqual([]);
});

test("the number is six digits, kept as a keyed hash alone, and works once", () => {
	const story = twoPages();
	const { db, territoryId } = story.territory;

	const number = offerPairing(db, story.crip, story.at(0));
	const [row] = db.select().from(pairings).all();
	const taken = takePairing(db, story.spotter, number, story.at(1));
	const again = takePairing(db, story.other, number, story.at(1));

	expect(number).toMatch(/^\d{6}$/);
	expect(JSON.stringify(row)).not.toContain(number);
	expect(row?.numberHash).toMatch(/^[0-9a-f]{64}$/);
	expect([taken, again]).toEqual([true, false]);
	expect(db.select().from(pairings).all()).toMatchObject([{ numberHash: null, territoryId }]);
});

test("a number that is wrong, old, one's own, foreign, or of the same situation: nobody learns which", () => {
	const story = twoPages();
	const { db } = story.territory;
	const number = offerPairing(db, story.crip, story.at(0));
	const wrong = number === "000000" ? "000001" : "000000";
	const colleague = { ...story.spotter, memberId: "crip-member" };
	const foreign = { ...story.spotter, territoryId: secondTerritory(story.territory) };
	const beside = { ...story.crip, memberId: "spotter-member" };

	const tries = [
		takePairing(db, story.spotter, wrong, story.at(1)),
		takePairing(db, colleague, number, story.at(1)),
		takePairing(db, foreign, number, story.at(1)),
		takePairing(db, beside, number, story.at(1)),
		takePairing(db, story.spotter, number, { ...story.at(0), now: story.now + pairingMs }),
	];

	expect(tries).toEqual([false, false, false, false, false]);
	expect(viewOf(story, story.spotter)).toBeUndefined();
	expect(takePairing(db, story.spotter, number, story.at(9))).toBe(true);
});

test("somebody with a place in two structures is one person", () => {
	const story = twoPages();
	const { db } = story.territory;
	const number = offerPairing(db, story.crip, story.at(0));
	db.update(members)
		.set({ userId: "crip-user" })
		.where(eq(members.id, story.spotter.memberId))
		.run();

	expect(takePairing(db, story.spotter, number, story.at(1))).toBe(false);
});

test("either may say no: nothing happens, and the other side sees it", () => {
	const story = twoPages();
	pair(story);
	confirmPairing(story.territory.db, story.crip, story.at(2));

	refusePairing(story.territory.db, story.spotter, story.now + 3 * minuteMs);

	expect(viewOf(story, story.crip)).toEqual({ is: "refused" });
	expect(confirmPairing(story.territory.db, story.crip, story.at(4))).toEqual({ is: "gone" });
	expect(statuses(story)).toEqual(["open", "open"]);
});

test("what nobody confirms in ten minutes has not happened, and is forgotten", () => {
	const story = twoPages();
	const { db } = story.territory;
	pair(story);
	confirmPairing(db, story.crip, story.at(2));

	const late = confirmPairing(db, story.spotter, story.at(12));
	forgetPairings(db, story.now + 12 * minuteMs);

	expect(late).toEqual({ is: "gone" });
	expect(statuses(story)).toEqual(["open", "open"]);
	expect(db.select().from(pairings).all()).toEqual([]);
});

test("confirming twice on one side confirms nothing for the other", () => {
	const story = twoPages();
	pair(story);

	confirmPairing(story.territory.db, story.crip, story.at(2));
	const again = confirmPairing(story.territory.db, story.crip, story.at(3));

	expect(again).toEqual({ is: "waiting" });
	expect(statuses(story)).toEqual(["open", "open"]);
});

test("a new number takes the place of the one before", () => {
	const story = twoPages();
	const { db } = story.territory;
	const first = offerPairing(db, story.crip, story.at(0));

	const second = offerPairing(db, story.crip, story.at(1));

	expect(takePairing(db, story.spotter, first, story.at(2))).toBe(false);
	expect(takePairing(db, story.spotter, second, story.at(2))).toBe(true);
});

test("somebody who left, or lost their place, confirms nothing, and nobody does for them", () => {
	const story = twoPages();
	const { db } = story.territory;
	pair(story);
	confirmPairing(db, story.spotter, story.at(2));
	db.update(members)
		.set({ active: false, suspended: "disabled" })
		.where(eq(members.id, story.spotter.memberId))
		.run();

	expect(confirmPairing(db, story.crip, story.at(3))).toEqual({ is: "gone" });
	expect(statuses(story)).toEqual(["open", "open"]);
});

test("where the two may not say so, both pages say why, and nothing is confirmed", () => {
	const story = twoPages();
	const { db } = story.territory;
	const [one, other] = [{ ...story.crip, memberId: "spotter-member" }, story.spotter];
	const number = offerPairing(db, one, story.at(0));
	takePairing(db, other, number, story.at(1));

	const why = { code: "needs-matching-role" };
	expect(viewOf(story, one)).toMatchObject({ obstacle: why });
	expect(confirmPairing(db, one, story.at(2))).toEqual({ is: "refused", refusal: why });
	expect(db.select().from(pairings).all()).toMatchObject([
		{ firstConfirmed: false, secondConfirmed: false },
	]);
});

test("the trail says who thought of a duplicate, each of their own situation", () => {
	const story = twoPages();
	const { db } = story.territory;
	pair(story);
	confirmPairing(db, story.crip, story.at(2));
	confirmPairing(db, story.spotter, story.at(3));

	const kept = db.select().from(audit).all();
	expect(kept.map(({ actor, act, situationPk }) => [actor, act, situationPk])).toEqual([
		["crip-member", "DUPLICATE_OFFERED", story.crip.situationPk],
		["crip-member", "DUPLICATE_CONFIRMED", story.crip.situationPk],
		["spotter-2-member", "DUPLICATE_CONFIRMED", story.spotter.situationPk],
	]);
});

test("each digit is as likely as any other, and what is typed is read as it was meant", () => {
	const { random } = momentAt(0, 4);
	const digits = Array.from({ length: 3000 }, () => drawDigits(random, 6)).join("");
	const counts = [..."0123456789"].map((digit) => digits.split(digit).length - 1);

	expect(Math.max(...counts) - Math.min(...counts)).toBeLessThan(360);
	expect(tidyDigits(" 123 456 ", 6)).toBe("123456");
	expect(tidyDigits("12345", 6)).toBeUndefined();
	expect(tidyDigits("12345a", 6)).toBeUndefined();
});

type Story = ReturnType<typeof twoPages>;

/** The CRIP at the page of one situation, another spotter at that of a newer one, on the telephone. */
function twoPages() {
	const territory = smallTerritory();
	const older = tellInStore(territory, accompanied);
	const startsAt = older.now + 60 * minuteMs;
	const newer = tellInStore(territory, sentToCrip, { seed: 2, startsAt, cast: otherCast });
	const { territoryId } = territory;
	const page = (situationPk: number, memberId: string): AtSituation => ({
		territoryId,
		situationPk,
		memberId,
	});
	const now = newer.now;
	return {
		territory,
		now,
		at: (minutes: number) => momentAt(now + minutes * minuteMs, 1000 + minutes),
		crip: page(older.situationPk, "crip-member"),
		spotter: page(newer.situationPk, "spotter-2-member"),
		other: page(newer.situationPk, "spotter-3-member"),
	};
}

function pair(story: Story): void {
	const number = offerPairing(story.territory.db, story.crip, story.at(0));
	if (!takePairing(story.territory.db, story.spotter, number, story.at(1))) throw new Error(number);
}

function viewOf(story: Story, page: AtSituation) {
	return pairingAt(story.territory.db, page, story.at(2));
}

function wordsIn(view: ReturnType<typeof viewOf>): string {
	return view?.is === "taken" ? view.words : "";
}

function both(mine: boolean, theirs: boolean) {
	return { mine, theirs };
}

function statuses({ territory: { db }, crip, spotter }: Story): string[] {
	const rows = db
		.select({ status: situations.status })
		.from(situations)
		.orderBy(situations.pk)
		.all();
	const told = [crip, spotter].map(({ situationPk }) => situationOf(db, situationPk).status);
	expect(rows.map(({ status }) => status)).toEqual(told);
	return told;
}

function secondTerritory({ db }: SmallTerritory): string {
	db.insert(territories).values({ id: "elsewhere", name: "Ailleurs" }).run();
	return "elsewhere";
}
