import { expect, test } from "vitest";
import type { AnswerStep } from "#protocols/casework/commands.ts";
import { decide } from "#protocols/casework/decide.ts";
import type { Circumstances, Situation } from "#protocols/casework/situation.ts";
import { refuse } from "#protocols/casework/story.ts";
import { situationNow, situationOf } from "./history.ts";
import { decideAndRecord } from "./journal.ts";
import { sentToCrip, tellInStore } from "./small-casework.ts";
import { actingFor } from "./small-story.ts";
import { momentAt, smallTerritory } from "./small-territory.ts";

test("what a page was told is decided on as it is, while nothing was entered since", () => {
	const { db, key, now } = stage();
	const told = situationOf(db, key.situationPk);

	const seen = decidedOn(told);

	expect(seen).toBe(told);

	function decidedOn(page: Situation): Situation | undefined {
		let before: Situation | undefined;
		const look = (situation: Situation) => {
			before = situation;
			return refuse({ code: "situation-closed" });
		};
		decideAndRecord(db, key, momentAt(now), look, undefined, page);
		return before;
	}
});

test("what somebody else did since the page is seen by the decision", () => {
	const { db, key, now } = stage([]);
	const told = situationOf(db, key.situationPk);
	const answer: AnswerStep = {
		type: "answer-step",
		acting: actingFor("spotter"),
		seen: told.latestAct,
		step: "receive-sign",
		outcome: "RISK",
		answers: { concern_level: "L2_RISK", information_given: ["MINOR_YES"] },
	};
	const act = (situation: Situation, at: Circumstances) => decide(situation, answer, at);

	const first = decideAndRecord(db, key, momentAt(now), act, undefined, told);
	const second = decideAndRecord(db, key, momentAt(now), act, undefined, told);

	expect(first.recorded).toBe(true);
	expect(second.recorded).toBe(false);
	expect(situationNow(db, key.situationPk, told).position).toBeGreaterThan(told.position);
});

test("what was told of another situation is not believed of this one", () => {
	const { db, key, territory } = stage();
	const other = tellInStore(territory, sentToCrip, { seed: 9 });

	const now = situationNow(db, key.situationPk, situationOf(db, other.situationPk));

	expect(now).toEqual(situationOf(db, key.situationPk));
});

function stage(acts = sentToCrip) {
	const territory = smallTerritory();
	const { db, territoryId } = territory;
	const { situationPk, now } = tellInStore(territory, acts);
	return { territory, db, key: { territoryId, situationPk }, now };
}
