import fc from "fast-check";
import { expect, test } from "vitest";
import { catalogue } from "#protocols/catalogue/catalogue.ts";
import { compileProtocol } from "#protocols/compiler/compile.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";
import type { SituationEvent } from "./events.ts";
import { isRung, ladderOf, rungs, rungsAbove } from "./ladder.ts";
import { chanceFrom, randomWalk } from "./random-walk.ts";
import { mondayMorning } from "./rehearsal.ts";
import type { Calendar, Situation, Stage } from "./situation.ts";
import { whomToTell } from "./whom-to-tell.ts";

const hour = 3_600_000;

/** A calendar in which every hour counts. */
const everyHour: Calendar = {
	dueAt: (from) => from,
	shareOf: (from, dueAt, share) => from + (dueAt - from) * share,
	resumeAt: (now) => now,
};

test("a delay of eight hours reaches its rungs after six, eight, twelve and sixteen", () => {
	const found = ladderOf(0, { dueAt: 8 * hour, unit: "clock-hours" }, everyHour);

	expect(found).toEqual([
		{ stage: "soon", at: 6 * hour },
		{ stage: "overdue", at: 8 * hour },
		{ stage: "coordinator", at: 12 * hour },
		{ stage: "escalate", at: 16 * hour },
	]);
});

test("above a rung are those that are still to come", () => {
	expect(rungsAbove(undefined)).toEqual([...rungs]);
	expect(rungsAbove("overdue")).toEqual(["coordinator", "escalate"]);
	expect(rungsAbove("escalate")).toEqual([]);
});

test("that nobody has found a line is said beside the ladder", () => {
	expect(isRung("unmatched")).toBe(false);
});

test.each(catalogue.map(({ id, document }) => [id, document] as const))(
	"%s: whatever people and clocks do, a clock tells each of its rungs to each at most once, and in order",
	(_, document) => {
		const read = readProtocol(document);
		if (!read.ok) throw new Error(JSON.stringify(read.issues));
		const compiled = compileProtocol(read.protocol);
		let told = 0;

		const once = fc.property(fc.nat(1_000_000_000), (seed) => {
			const log = new Told();
			for (const { decision } of randomWalk(compiled, chanceFrom(seed), 90, mondayMorning)) {
				if (decision.accepted) log.note(decision.events, decision.situation);
			}
			told += log.count;
			expect(log.wrong).toEqual([]);
		});

		fc.assert(once, { seed: 20_261_122, numRuns: 30 });
		expect(told).toBeGreaterThan(50);
	},
	60_000,
);

/** What each clock has told since it was started, and what is wrong with it. */
class Told {
	count = 0;
	readonly wrong: string[] = [];
	readonly #said = new Map<string, Stage[]>();

	/** @param after the situation as the events of one story left it */
	note(events: readonly SituationEvent[], after: Situation): void {
		for (const event of events) {
			if (event.type === "clock-struck") this.#strike(event, after);
			for (const change of event.clocks) {
				// A decision that stood still goes on: it is the same clock.
				if (change.change === "started" && !change.reached) this.#said.delete(change.clock);
			}
		}
	}

	#strike(event: Extract<SituationEvent, { type: "clock-struck" }>, after: Situation): void {
		const { clock, stage } = event;
		const before = this.#said.get(clock) ?? [];
		const inOrder = !isRung(stage) || rungsAbove(before.findLast(isRung)).includes(stage);
		if (before.includes(stage) || !inOrder) this.wrong.push(`${clock} ${before} ${stage}`);
		this.#said.set(clock, [...before, stage]);

		const names = whomToTell(after, event).to.map((one) => JSON.stringify(one));
		this.count += names.length;
		if (new Set(names).size !== names.length) this.wrong.push(`${clock} ${stage}: ${names}`);
	}
}
