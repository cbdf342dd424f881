import { expect, test } from "vitest";
import { brokenPromises } from "#protocols/casework/invariants.ts";
import { type Chance, pick } from "#protocols/casework/random-choice.ts";
import { chanceFrom } from "#protocols/casework/random-walk.ts";
import { replay } from "#protocols/casework/replay.ts";
import type { Act } from "#protocols/catalogue/scenario.ts";
import { compiledCatalogue } from "./models.for-tests.ts";
import { possibleActs } from "./possible-acts.ts";
import { readStory } from "./read-story.ts";
import { simulate } from "./simulate.ts";
import { type Told, tellAct } from "./telling.ts";
import { waitForNext } from "./timers.ts";

const seeds = [2, 3, 4];
const steps = 40;

const walks = compiledCatalogue.flatMap(({ id, compiled }) =>
	seeds.map((seed) => ({ id, seed, compiled })),
);

test.each(walks)("whatever is offered in $id is accepted (seed $seed)", ({ compiled, seed }) => {
	const chance = chanceFrom(seed);
	const acts: Act[] = [];
	let told = begun(compiled);
	for (let step = 0; step < steps; step += 1) {
		const act = somethingToDo(told, chance);
		if (!act) break;
		const next = tellAct(told, act);
		if (!next.ok) throw new Error(`${JSON.stringify(act)}: ${JSON.stringify(next.why)}`);
		expect(brokenPromises(next.told.situation)).toEqual([]);
		acts.push(act);
		told = next.told;
	}

	expect(acts.length).toBeGreaterThan(10);
	const again = simulate(compiled, readStory(JSON.stringify(acts)) ?? { acts: [] });
	expect(again.refused).toBeUndefined();
	expect(again.told?.events).toEqual(told.events);
	expect(again.told?.now).toBe(told.now);
	expect(replay(compiled, told.events).clocks).toEqual(told.situation.clocks);
});

test.each(compiledCatalogue)("taking back the last act of $id tells how it was before", (model) => {
	const [scenario] = model.scenarios;
	const acts = scenario?.acts ?? [];
	for (const length of acts.keys()) {
		const before = simulate(model.compiled, { acts: acts.slice(0, length) });
		const further = before.told && tellAct(before.told, acts[length] as Act);
		const after = simulate(model.compiled, { acts: acts.slice(0, length + 1) });
		expect(further?.ok && further.told.events).toEqual(after.told?.events);
		expect(after.played.slice(0, -1)).toEqual(before.played);
	}
});

test("waiting for the next timer makes it strike", () => {
	for (const { compiled } of compiledCatalogue) {
		let told = begun(compiled);
		for (let turn = 0; turn < 5; turn += 1) {
			const waits = waitForNext(told.situation, told.now);
			if (!waits) break;
			const next = tellAct(told, { waits });
			if (!next.ok) throw new Error("A wait is never refused.");
			expect(next.events.some(({ type }) => type === "clock-struck")).toBe(true);
			told = next.told;
		}
	}
});

function begun(compiled: Parameters<typeof simulate>[0]): Told {
	const { told } = simulate(compiled, { acts: [] });
	if (!told) throw new Error("It does not open.");
	return told;
}

function somethingToDo(told: Told, chance: Chance): Act | undefined {
	const waits = waitForNext(told.situation, told.now);
	if (waits && chance(6) === 0) return { waits };
	const possible = possibleActs(told);
	if (possible.length === 0) return waits && { waits };
	const usual = possible.filter((act) => !("raises" in act));
	return pick(chance, usual.length > 0 && chance(10) > 0 ? usual : possible);
}
