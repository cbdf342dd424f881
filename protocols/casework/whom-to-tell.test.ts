import { describe, expect, test } from "vitest";
import { dayMs, hourMs, type Rehearsal } from "./rehearsal.ts";
import { careAccepted, careAsked, concernSent, opened, readyToSend } from "./rehearsed-example.ts";
import { replay } from "./replay.ts";
import { type Addressee, whomToTell } from "./whom-to-tell.ts";
import { act, answer, handOff, handoffOf, raise, strike } from "./wishes.ts";

describe("a handoff that nobody answers", () => {
	test("climbs the ladder rung by rung, and says each to those whom it concerns", () => {
		const told = concernSent();

		expect(heardOf(told, "handoff:h1", 30)).toEqual({
			soon: ["structure crip"],
			overdue: ["structure spotter", "structure crip"],
			coordinator: ["coordinators", "second-contact crip"],
			// Nobody answered: from then on its sender is awaited, and looks elsewhere.
			escalate: ["coordinators", "structure spotter"],
		});
	});

	test("after an outage of three days says only the highest rung, and records all", () => {
		const told = concernSent();
		told.sleeps(3 * dayMs);

		const heard = told.events.length;
		const said = heardOf(told, "handoff:h1", 0);

		expect(said).toEqual({
			soon: [],
			overdue: [],
			coordinator: [],
			escalate: ["coordinators", "structure spotter"],
		});
		expect(told.events.length).toBeGreaterThan(heard + 4);
	});

	test("reminds nobody who has answered by telephone, and flags all the same", () => {
		const told = concernSent();
		told.does(act("REACHED_BY_PHONE"));

		expect(heardOf(told, "handoff:h1", 30)).toMatchObject({
			soon: [],
			overdue: ["structure spotter", "structure crip"],
		});
	});

	test("goes on reminding who could not be reached by telephone", () => {
		const told = concernSent();
		told.does(act("REACHED_BY_PHONE", { codes: { phone: "UNREACHABLE" } }));

		expect(heardOf(told, "handoff:h1", 30)).toMatchObject({ soon: ["structure crip"] });
	});

	test("waits since its first clock, though another one runs for who looks elsewhere", () => {
		const told = concernSent();
		const { dueAt, twiceAt } = told.situation.clocks["handoff:h1"] ?? {};

		told.waits({ n: 30, unit: "calendar-days" });
		told.does(act("REACHED_BY_PHONE"));

		expect(handoffOf(told).silence).toEqual({ at: twiceAt, dueAt, twiceAt });
	});
});

describe("a reminder", () => {
	test("stops while a handoff is suspended; its review date does not", () => {
		const told = careAccepted();
		told.does(act("CONTACT"));
		told.does(act("SUSPEND"));

		expect(heardOf(told, "handoff:h2", 100)).toMatchObject({
			soon: [],
			overdue: [expect.any(String), "structure care"],
			coordinator: ["coordinators", "second-contact care"],
			escalate: ["coordinators"],
		});
	});

	test("comes again once what was said by telephone has been confirmed", () => {
		const told = concernSent();
		told.does(act("REACHED_BY_PHONE"));
		told.does(act("ACCEPT"));

		expect(heardOf(told, "handoff:h1", 100)).toMatchObject({ soon: ["structure crip"] });
	});

	test("of a draft stays with its author, and the draft goes without a word", () => {
		const told = readyToSend();
		told.does(handOff("send-concern", { send: false }));

		expect(heardOf(told, "handoff:h1", 30)).toEqual({ soon: ["structure spotter"], overdue: [] });
	});
});

describe("a step that nobody answers", () => {
	test("has the same ladder", () => {
		const told = opened();

		expect(heardOf(told, "step:receive-sign", 30)).toEqual({
			soon: ["structure spotter"],
			overdue: ["structure spotter"],
			coordinator: ["coordinators", "second-contact spotter"],
			escalate: ["coordinators"],
		});
	});

	test("of an immediate danger is urgent", () => {
		const told = opened();
		told.does(raise("immediate-danger"));
		told.waits({ n: 2, unit: "calendar-days" });

		const [first] = tellingsOf(told, "step:call");

		expect(first?.urgency).toBe("immediate");
	});

	test("stands still during a runaway, and goes on with the rungs that are left", () => {
		const told = opened();
		const soon = told.situation.clocks["step:receive-sign"]?.strikes[0]?.at ?? 0;
		told.sleeps(soon - told.now);
		told.does(strike("step:receive-sign", "soon"));
		told.does(raise("runaway"));
		told.sleeps(10 * dayMs);
		told.does(answer("keep-bond", "RETURNED"));
		told.does(answer("welcome", "RESUME"));

		expect(told.situation.clocks["step:receive-sign"]).toMatchObject({
			reached: { stage: "soon" },
			strikes: [{ stage: "overdue" }, { stage: "coordinator" }, { stage: "escalate" }],
		});
	});
});

test("a decision that stood still keeps the rung that it had reached", () => {
	const told = careAsked();
	told.does(act("ACKNOWLEDGE"));
	const strikes = told.situation.clocks["handoff:h2"]?.strikes ?? [];
	told.sleeps((strikes[1]?.at ?? 0) - told.now + hourMs);
	told.does(strike("handoff:h2", "soon"));
	told.does(strike("handoff:h2", "overdue"));
	told.does(act("ASK_INFO"));
	told.does(act("GIVE_INFO"));

	expect(told.situation.clocks["handoff:h2"]).toMatchObject({
		reached: { stage: "overdue" },
		strikes: [{ stage: "coordinator" }, { stage: "escalate" }],
	});
});

test("where nobody has found the line, its sender is told once, beside the ladder", () => {
	const told = careAsked();

	expect(heardOf(told, "handoff:h2", 100).unmatched).toEqual(["structure lead"]);
});

/** Lets time pass. @returns whom each stage of a clock told, in the order in which they were told */
function heardOf(told: Rehearsal, clock: string, days: number): Record<string, string[]> {
	const from = told.events.length;
	told.waits({ n: days, unit: "calendar-days" });
	const heard: Record<string, string[]> = {};
	for (const { event, to } of tellingsOf(told, clock, from)) {
		// The clock of who looks elsewhere, or tries again, is another one.
		heard[event.stage] ??= to.map(named);
	}
	return heard;
}

function tellingsOf({ events, compiled }: Rehearsal, clock: string, from = 0) {
	return events.flatMap((event, index) => {
		if (index < from || event.type !== "clock-struck" || event.clock !== clock) return [];
		// A strike and what follows from it are one story.
		const next = events[index + 1];
		const follows = next?.type === "handoff-moved" && next.by === "clock" && next.at === event.at;
		const after = replay(compiled, events.slice(0, index + (follows ? 2 : 1)));
		return [{ event, ...whomToTell(after, event) }];
	});
}

function named(one: Addressee): string {
	return one.whom === "coordinators" ? one.whom : `${one.whom} ${one.structure}`;
}
