import { expect, test } from "vitest";
import { decide } from "#protocols/casework/decide.ts";
import { historyOf, situationOf } from "./history.ts";
import { decideAndRecord, journalHead, openSituation } from "./journal.ts";
import { journal, timers } from "./schema/journal.ts";
import { openSteps, participations } from "./schema/situations.ts";
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
		{ clock: "step:receive-sign", stage: "overdue" },
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

	expect(() => territory.db.update(journal).set({ by: "somebody" }).run()).toThrow("append-only");
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
	const sending = { memberId: "spotter-member", key, body };
	return openSituation(
		territory.db,
		territory,
		momentAt(monday),
		{ ...command, raises: [] },
		sending,
	);
}

function answer(territory: Territory, seen: number) {
	const command = {
		type: "answer-step",
		acting,
		seen,
		step: "receive-sign",
		outcome: "RISK",
		answers: { concern_level: "L2_RISK", information_given: ["MINOR_YES"] },
	} as const;
	const key = { territoryId: territory.territoryId, situationPk: 1 };
	return decideAndRecord(territory.db, key, momentAt(monday + 60_000), (situation, circumstances) =>
		decide(
			situation,
			{ ...command, answers: { ...command.answers, information_given: ["MINOR_YES"] } },
			circumstances,
		),
	);
}
