import { expect, test } from "vitest";
import { decide } from "#protocols/casework/decide.ts";
import { historyOf, situationOf } from "./history.ts";
import { decideAndRecord, journalHead, openSituation } from "./journal.ts";
import { handoffs } from "./schema/handoffs.ts";
import { idempotencyKeys, journal, outbox, timers } from "./schema/journal.ts";
import { holders, openSteps, participations, situations } from "./schema/situations.ts";
import { sentToCrip, tellInStore } from "./small-casework.ts";
import { momentAt, monday, smallTerritory } from "./small-territory.ts";

test("an opening writes history, rows, timers and the opener's own code in one go", () => {
	const territory = smallTerritory();

	const opened = open(territory, "k1");

	expect(opened.recorded).toBe(true);
	expect(historyOf(territory.db, 1).map(({ type }) => type)).toEqual(["situation-opened"]);
	expect(territory.db.select().from(openSteps).all()).toMatchObject([
		{ stepId: "receive-sign", structureId: "spotter", overdue: false },
	]);
	expect(territory.db.select().from(timers).all()).toMatchObject([
		{ clock: "step:receive-sign", stage: "soon" },
	]);
	expect(territory.db.select().from(participations).all()).toMatchObject([
		{ structureId: "spotter", takesPart: true },
	]);
	expect(journalHead(territory.db).events).toBe(1);
});

test("the same form sent twice is recorded once, and another body under its key is refused", () => {
	const territory = smallTerritory();

	const first = open(territory, "k1");
	const again = open(territory, "k1");
	const other = open(territory, "k1", "another body");

	expect(again).toEqual({
		recorded: true,
		repeated: true,
		outcome: first.recorded && first.outcome,
	});
	expect(other).toEqual({ recorded: false, refusal: { code: "key-reused" } });
	expect(journalHead(territory.db).events).toBe(1);
});

test("history can be neither changed nor deleted, not even by our own code", () => {
	const territory = smallTerritory();
	open(territory, "k1");

	expect(() => territory.db.update(journal).set({ position: 9 }).run()).toThrow("append-only");
	expect(() => territory.db.delete(journal).run()).toThrow("append-only");
});

test("whoever answers an outdated page is refused, and nothing is recorded twice", () => {
	const territory = smallTerritory();
	open(territory, "k1");

	const first = answer(territory, 1);
	const second = answer(territory, 1);

	expect(first.recorded).toBe(true);
	expect(second).toEqual({ recorded: false, refusal: { code: "moved-on" } });
	expect(situationOf(territory.db, 1).position).toBe(2);
});

test("an event that could not be told to anybody is not recorded at all", () => {
	const territory = smallTerritory();
	const { situationPk, now } = tellInStore(territory, sentToCrip.slice(0, 1));
	const before = everythingIn(territory);
	territory.db.$client.exec(
		"CREATE TRIGGER full BEFORE INSERT ON outbox BEGIN SELECT RAISE(ABORT, 'outbox is full'); END",
	);

	const send = () => prepare(territory, situationPk, now);

	expect(send).toThrow("outbox is full");
	expect(everythingIn(territory)).toEqual(before);
});

test("a form that a browser sends ten times is recorded once", () => {
	const territory = smallTerritory();
	open(territory, "k1");

	const answers = Array.from({ length: 10 }, () => answer(territory, 1, "k2"));

	expect(answers.map(({ recorded }) => recorded)).toEqual(Array(10).fill(true));
	expect(journalHead(territory.db).events).toBe(2);
	expect(territory.db.select().from(idempotencyKeys).all()).toHaveLength(2);
});

test("a refusal is not remembered: the same form may be sent again", () => {
	const territory = smallTerritory();
	open(territory, "k1");

	const early = answer(territory, 0, "k2");
	const again = answer(territory, 1, "k2");

	expect(early).toEqual({ recorded: false, refusal: { code: "moved-on" } });
	expect(again.recorded).toBe(true);
});

test("a situation of another territory is not there, whatever is asked of it", () => {
	const territory = smallTerritory();
	open(territory, "k1");
	const elsewhere = { territoryId: "elsewhere", situationPk: 1 };

	const ask = () =>
		decideAndRecord(territory.db, elsewhere, momentAt(monday), () => undefined as never);

	expect(ask).toThrow("has no situation 1");
});

type Territory = ReturnType<typeof smallTerritory>;

const acting = {
	structure: "spotter",
	actor: "spotter-member",
	reception: true,
	coordinator: false,
};

function open(territory: Territory, key: string, body = "body") {
	const command = {
		type: "open-situation",
		acting,
		facts: { age_band: "UNK" },
		raises: [],
	} as const;
	const sending = { memberId: "spotter-member", key: formKey(key), body };
	return openSituation(
		territory.db,
		territory,
		momentAt(monday),
		{ ...command, raises: [] },
		sending,
	);
}

function answer(territory: Territory, seen: number, form?: string) {
	const command = {
		type: "answer-step",
		acting,
		seen,
		step: "receive-sign",
		outcome: "RISK",
		answers: { concern_level: "L2_RISK", information_given: ["MINOR_YES"] },
	} as const;
	const key = { territoryId: territory.territoryId, situationPk: 1 };
	const sending = form
		? { memberId: "spotter-member", key: formKey(form), body: "body" }
		: undefined;
	return decideAndRecord(
		territory.db,
		key,
		momentAt(monday + 60_000),
		(situation, circumstances) =>
			decide(
				situation,
				{ ...command, answers: { ...command.answers, information_given: ["MINOR_YES"] } },
				circumstances,
			),
		sending,
	);
}

/** As long as the keys that pages carry: the store takes no other. */
function formKey(name: string): string {
	return name.padEnd(22, "-");
}

function prepare({ db, territoryId }: Territory, situationPk: number, now: number) {
	const key = { territoryId, situationPk };
	return decideAndRecord(db, key, momentAt(now, 5), (situation, circumstances) =>
		decide(
			situation,
			{
				type: "prepare-handoff",
				acting,
				seen: situation.position,
				step: "send-concern",
				to: ["crip"],
				answers: { formal_route: "IP" },
				information: "GIVEN",
				send: true,
			},
			circumstances,
		),
	);
}

/** Every row of every table of casework. */
function everythingIn({ db }: Territory): unknown[] {
	const tables = [
		journal,
		timers,
		openSteps,
		holders,
		participations,
		situations,
		handoffs,
		outbox,
	];
	return tables.map((table) => db.select().from(table).all());
}
