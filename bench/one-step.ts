import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { transition } from "xstate";
import { circumstancesOf } from "#db/circumstances.ts";
import { historyOf } from "#db/history.ts";
import { decideAndRecord, openSituation } from "#db/journal.ts";
import { compiledVersion } from "#db/protocol-versions.ts";
import { actingFor } from "#db/small-story.ts";
import { momentAt, monday, smallTerritory } from "#db/small-territory.ts";
import { decide } from "#protocols/casework/decide.ts";
import { situationEvent } from "#protocols/casework/events.ts";
import { replay } from "#protocols/casework/replay.ts";
import { type Circumstances, openSteps, type Situation } from "#protocols/casework/situation.ts";
import { outcomeEvent } from "#protocols/compiler/machine-config.ts";
import { swiftMachine } from "#protocols/compiler/swift-machine.ts";
import type { Budget, Outcome, Size } from "./budget.ts";
import { measured, ratio, shown } from "./measure.ts";
import { answeredBefore, processAsProtocol, timedStep } from "./plain-process.ts";

/** Budget 1: what one step of a protocol costs, from its stored history, beside a BPMN engine. */
export const budget: Budget = {
	number: 1,
	title: "One protocol step, against bpmn-engine with save and recover",
	whenMissed:
		"bpmn-engine recovers a state that it saved; Relais saves none, and tells each situation again from its first event. A step after six events is seven transitions of XState, which alone are more than the budget: no door, rule, holder or clock that was left out would meet it. Half of a step is those transitions, a tenth is the door of the journal, the rest is rules, holders, and the clocks of what opens on the territory's calendar. A state that is kept beside the history would meet the budget, and would be one more thing that can disagree with it.",
	run,
};

async function run(size: Size): Promise<Outcome> {
	const { rounds, ours, theirs } = {
		tiny: { rounds: 1, ours: 3, theirs: 1 },
		usual: { rounds: 9, ours: 100, theirs: 3 },
		full: { rounds: 15, ours: 500, theirs: 20 },
	}[size];
	const { before, opened, told, step } = ownStep();
	const peer = fork(join(import.meta.dirname, "peers", "bpmn-engine.ts"), {
		execArgv: ["--disable-warning=ExperimentalWarning"],
	});
	await once(peer, "message");
	const said = await ask(peer, 1);
	const own = { before: stepsOf(before), after: stepsOf(step()) };
	const same =
		JSON.stringify([own.before, own.after]) === JSON.stringify([said.before, said.after]);
	const often = (act: () => unknown) => () => {
		const began = performance.now();
		for (let turn = 0; turn < ours; turn += 1) act();
		return (performance.now() - began) / ours;
	};
	const times = await measured(rounds, {
		relais: often(step),
		door: often(opened),
		telling: often(told),
		machine: often(() => machineStep(before)),
		engine: async () => (await ask(peer, theirs)).took,
	});
	peer.disconnect();
	const share = ratio(times.engine, times.relais);
	return {
		seen: [
			`Relais, history read, checked and told again, then decided: ${shown(times.relais)} a step; in memory`,
			`within it, ${before.position} events through the door of the journal: ${shown(times.door)}`,
			`within it, the situation told from them: ${shown(times.telling)}`,
			`one transition of XState, of which it takes ${before.position + 1}: ${shown(times.machine)}, 1/${ratio(times.engine, times.machine).toFixed(0)}`,
			`bpmn-engine, state recovered, signalled and saved: ${shown(times.engine)} a step; in memory`,
		],
		claims: [
			{
				kind: "answer",
				what: `both wait for the same of 43 steps: ${own.before.join()}, then ${own.after.join()}`,
				holds: same,
			},
			{
				kind: "ratio",
				what: `a step takes at most 1/100 of bpmn-engine (1/${share.toFixed(0)})`,
				holds: share >= 100,
			},
		],
	};
}

type Said = { took: number; before: string[]; after: string[] };

async function ask(peer: ChildProcess, count: number): Promise<Said> {
	peer.send(count);
	const [said] = await once(peer, "message");
	return said as Said;
}

/** A step of the process, everything from the text of its history to the new state; and its parts. */
function ownStep() {
	const territory = smallTerritory(":memory:", processAsProtocol());
	const { db, territoryId, versionHash } = territory;
	const acting = actingFor("lead");
	openSituation(db, territory, momentAt(monday), {
		type: "open-situation",
		acting,
		facts: { age_band: "UNK" },
		raises: [],
	});
	const answer = (step: string) => (situation: Situation, circumstances: Circumstances) => {
		const { latestAct: seen } = situation;
		const command = {
			type: "answer-step",
			acting,
			seen,
			step,
			outcome: "ON",
			answers: {},
		} as const;
		return decide(situation, command, circumstances);
	};
	const key = { territoryId, situationPk: 1 };
	for (const [index, step] of answeredBefore.entries()) {
		const done = decideAndRecord(db, key, momentAt(monday + index * 60_000, index), answer(step));
		if (!done.recorded) throw new Error(done.refusal.code);
	}
	const stored = JSON.stringify(historyOf(db, 1));
	const compiled = compiledVersion(db, territoryId, versionHash);
	const circumstances = circumstancesOf(db, territoryId, momentAt(monday + 3_600_000));
	const opened = () =>
		(JSON.parse(stored) as unknown[]).map((event) => situationEvent.parse(event));
	const events = opened();
	const told = () => replay(compiled, events);
	const step = () => {
		const decision = answer(timedStep)(replay(compiled, opened()), circumstances);
		if (!decision.accepted) throw new Error(decision.refusal.code);
		return decision.situation;
	};
	return { before: told(), opened, told, step };
}

function machineStep({ compiled, snapshot }: Situation) {
	const event = { type: outcomeEvent(timedStep, "ON"), answers: {} } as const;
	return transition(swiftMachine(compiled.machine), snapshot, event);
}

function stepsOf(situation: Situation): string[] {
	return openSteps(situation).toSorted();
}
