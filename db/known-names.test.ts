import { expect, test } from "vitest";
import type { SituationEvent } from "#protocols/casework/events.ts";
import type { Decision } from "#protocols/casework/story.ts";
import { historyOf } from "./history.ts";
import { decideAndRecord } from "./journal.ts";
import { beginStory, type SmallStory } from "./small-story.ts";
import { momentAt } from "./small-territory.ts";

const somebody = "lea-martin";
const envelope = { at: 1_790_000_000_000, by: "spotter", actor: "spotter-member", clocks: [] };
const handoff = "wPq0Z3nYb2Kx7TgVfHc1Rw";

test.each<[string, SituationEvent]>([
	["a structure that acts", raised({ by: somebody })],
	["a member who acts", raised({ actor: somebody })],
	["an interruption", raised({ interruption: somebody })],
	["a step", { ...envelope, type: "step-answered", step: somebody, outcome: "RISK", answers: {} }],
	[
		"an outcome",
		{
			...envelope,
			type: "step-answered",
			step: "receive-sign",
			outcome: "LEA_MARTIN",
			answers: {},
		},
	],
	["a role", { ...envelope, type: "role-bound", role: somebody, structure: "crip" }],
	[
		"a structure that is bound",
		{ ...envelope, type: "role-bound", role: "crip", structure: somebody },
	],
	["a lead", { ...envelope, type: "lead-named", structure: somebody }],
	["a clock", { ...envelope, type: "clock-struck", clock: `step:${somebody}`, stage: "soon" }],
	[
		"a clock of a handoff",
		{ ...envelope, type: "clock-struck", clock: `handoff:${somebody}`, stage: "soon" },
	],
	["a structure that is suggested", moved({ codes: { suggests: somebody } })],
	["a referent", moved({ referent: somebody })],
	["a handoff", moved({ handoff: somebody })],
])("history takes no name that nobody knows: %s", (_what, event) => {
	const story = beginStory();

	expect(() => recordAll(story, [event])).toThrow(/^An event names something that no \w+ know\.$/);
	expect(historyOf(story.db, 1)).toHaveLength(1);
});

test("what is known is recorded", () => {
	const story = beginStory();

	expect(recordAll(story, [raised({})]).recorded).toBe(true);
	expect(historyOf(story.db, 1)).toHaveLength(2);
});

/** Records events as if a decision of ours had let them through. */
function recordAll({ db, territoryId, now }: SmallStory, events: SituationEvent[]) {
	const key = { territoryId, situationPk: 1 };
	return decideAndRecord(
		db,
		key,
		momentAt(now + 1),
		(situation): Decision => ({ accepted: true, events, situation }),
	);
}

function raised(change: Partial<Extract<SituationEvent, { type: "interruption-raised" }>>) {
	const event = { ...envelope, type: "interruption-raised", interruption: "runaway" } as const;
	return { ...event, ...change };
}

function moved(change: Partial<Extract<SituationEvent, { type: "handoff-moved" }>>) {
	const event = { ...envelope, type: "handoff-moved", handoff, act: "DECLINE", codes: {} } as const;
	return { ...event, ...change };
}
