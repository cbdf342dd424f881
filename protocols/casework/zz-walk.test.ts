import fc from "fast-check";
import { expect, test } from "vitest";
import { catalogue } from "#protocols/catalogue/catalogue.ts";
import { compileProtocol } from "#protocols/compiler/compile.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";
import type { ActOnHandoff } from "./commands.ts";
import { type SituationEvent, situationEvent } from "./events.ts";
import { isHeldByRecipient } from "./handoff/handoff.ts";
import { handoffActCodes } from "./handoff/life.ts";
import { possibleActs } from "./handoff/permission.ts";
import { brokenPromises } from "./invariants.ts";
import { chanceFrom, randomWalk, type WalkStep } from "./random-walk.ts";
import type { RefusalCode } from "./refusal.ts";
import { evolve, replay } from "./replay.ts";
import type { Situation } from "./situation.ts";

// One seed, so that a failure is the same on every machine; fast-check prints it with the walk.
fc.configureGlobal({ seed: Number(process.env.SEED), numRuns: Number(process.env.RUNS) });

const monday = 1_788_768_000_000;
const seeds = fc.nat(1_000_000_000);
const lengths = fc.integer({ min: 40, max: 130 });
const met = { acts: new Set<string>(), refusals: new Set<string>(), types: new Set<string>() };
let accepted = 0;
let refused = 0;
let closed = 0;
/** What each situation said when it was new. */
const digests = new WeakMap<Situation, string>();

test.each(catalogue)("$id keeps its promises, whatever people and clocks do", ({ document }) => {
	const read = readProtocol(document);
	if (!read.ok) throw new Error(JSON.stringify(read.issues));
	const compiled = compileProtocol(read.protocol);

	fc.assert(
		fc.property(seeds, lengths, (seed, length) => {
			let told: Situation | undefined;
			const events: SituationEvent[] = [];
			for (const step of randomWalk(compiled, chanceFrom(seed), length, monday)) {
				expect(wrongWith(step)).toEqual([]);
				if (!step.decision.accepted) continue;
				for (const event of step.decision.events) {
					const stored = situationEvent.parse(JSON.parse(JSON.stringify(event)));
					told = told ? evolve(told, stored) : replay(compiled, [stored]);
					events.push(stored);
				}
				expect(told && digest(told)).toBe(digest(step.decision.situation));
			}
			expect(digest(replay(compiled, events))).toBe(told && digest(told));
		}),
	);
});

test("SKIP of steps, and meet every act and nearly every refusal", () => {
	expect(accepted + refused).toBeGreaterThan(5000);
	expect(accepted / (accepted + refused)).toBeGreaterThan(0.5);
	expect(handoffActCodes.filter((act) => !met.acts.has(act))).toEqual([]);
	expect(refusalCodes.filter((code) => !met.refusals.has(code))).toEqual([]);
	expect(met.types.size).toBe(9);
	expect(closed).toBeGreaterThan(20);
});

const refusalCodes: RefusalCode[] = [
	"moved-on",
	"situation-closed",
	"step-not-open",
	"not-your-step",
	"role-not-bound",
	"handoff-decides",
	"outcome-unknown",
	"outcome-not-allowed",
	"answers-incomplete",
	"answer-unknown",
	"handoffs-pending",
	"interruption-unknown",
	"not-part-of-it",
	"not-holder",
	"structure-not-available",
	"not-your-entry",
	"too-late-to-change-outcome",
	"already-handed-off",
	"wrong-number-of-recipients",
	"to-yourself",
	"handoff-unknown",
	"act-not-allowed",
	"not-your-act",
	"code-missing",
	"only-once",
	"too-early",
	"date-too-late",
	"date-past",
	"referent-unknown",
	"outcome-to-choose",
];

/** What a step shows that must not be: promises broken, a refusal that changed something. */
function wrongWith({ command, before, decision }: WalkStep): string[] {
	if (!decision.accepted) {
		met.refusals.add(decision.refusal.code);
		refused += 1;
		return before && digests.get(before) !== digest(before) ? ["A refusal changed something."] : [];
	}
	accepted += 1;
	const { situation, events } = decision;
	digests.set(situation, digest(situation));
	for (const event of events) {
		met.types.add(event.type);
		if (event.type === "handoff-moved") met.acts.add(event.act);
	}
	if (situation.status === "closed" && before?.status === "open") closed += 1;
	return [
		...brokenPromises(situation),
		...acceptedTwice(situation),
		...(events.length === 0 ? ["Nothing was recorded."] : []),
		...(before && command.type === "act-on-handoff" ? notOffered(before, command) : []),
		...(before && digests.get(before) !== digest(before) ? ["The situation before changed."] : []),
	];
}

function acceptedTwice({ handoffs }: Situation): string[] {
	const steps = Object.values(handoffs)
		.filter(isHeldByRecipient)
		.map(({ step }) => step);
	return steps.filter((step, index) => steps.indexOf(step) !== index);
}

/** What is accepted is what screens offer. */
function notOffered(before: Situation, { handoff, act, acting }: ActOnHandoff): string[] {
	const found = before.handoffs[handoff];
	const offered = found && possibleActs(before, found, acting).includes(act);
	return offered ? [] : [`${act} was accepted, and not offered.`];
}

/** Everything that a situation says, as text. */
function digest({
	compiled: _,
	snapshot,
	handoffs,
	beforeLatestAnswer,
	...told
}: Situation): string {
	return JSON.stringify({
		...told,
		value: snapshot.value,
		context: snapshot.context,
		handoffs: Object.values(handoffs).map(({ snapshot: life, ...handoff }) => ({
			...handoff,
			life: life.value,
			pauses: life.context,
		})),
		slip: beforeLatestAnswer?.position,
	});
}
