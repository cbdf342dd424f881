import fc from "fast-check";
import { expect, test } from "vitest";
import { catalogue } from "#protocols/catalogue/catalogue.ts";
import { type CompiledProtocol, compileProtocol } from "#protocols/compiler/compile.ts";
import { changedExample, exampleAt } from "#protocols/language/changed-example.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";
import type { ActOnHandoff } from "./commands.ts";
import { type SituationEvent, situationEvent } from "./events.ts";
import { handoffActCodes } from "./handoff/life.ts";
import { possibleActs } from "./handoff/permission.ts";
import { brokenPromises } from "./invariants.ts";
import { chanceFrom, randomWalk, type WalkStep } from "./random-walk.ts";
import type { RefusalCode } from "./refusal.ts";
import { evolve, replay } from "./replay.ts";
import type { Situation } from "./situation.ts";

// One seed, so that a failure is the same on every machine; fast-check prints it with the walk.
fc.configureGlobal({ seed: 20_260_907, numRuns: 30 });

const monday = 1_788_768_000_000;
const seeds = fc.nat(1_000_000_000);
const lengths = fc.integer({ min: 40, max: 130 });
const met = { acts: new Set<string>(), refusals: new Set<string>(), types: new Set<string>() };
const count = { accepted: 0, refused: 0, closed: 0 };
/** What each situation said when it was new. */
const digests = new WeakMap<Situation, string>();

test.each([
	...catalogue.map(({ id, document }) => [id, document] as const),
	["a harder example", harderExample()] as const,
])("%s keeps its promises, whatever people and clocks do", (_, document) => {
	const read = readProtocol(document);
	if (!read.ok) throw new Error(JSON.stringify(read.issues));
	const compiled = compileProtocol(read.protocol);

	fc.assert(
		fc.property(seeds, lengths, (seed, length) => {
			const history = emptyHistory(compiled);
			for (const step of randomWalk(compiled, chanceFrom(seed), length, monday)) {
				expect(wrongWith(step)).toEqual([]);
				if (!step.decision.accepted) continue;
				const { events, situation } = step.decision;
				expect(digest(history.goOn(events))).toBe(digest(situation));
			}
			history.tellAgain();
		}),
	);
});

test("the walks are thousands of steps, and meet nearly every act and every refusal", () => {
	const { accepted, refused, closed } = count;

	expect(accepted + refused).toBeGreaterThan(6000);
	expect(accepted).toBeGreaterThan(refused * 0.8);
	expect(closed).toBeGreaterThan(15);
	expect(met.types.size).toBe(9);
	expect(handoffActCodes.filter((act) => !met.acts.has(act)).length).toBeLessThan(4);
	expect(refusalCodes.filter((code) => !met.refusals.has(code)).length).toBeLessThan(3);
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
	"cannot-raise",
	"not-part-of-it",
	"not-holder",
	"structure-not-available",
	"not-your-entry",
	"too-late-to-change-outcome",
	"not-a-handoff-step",
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
function wrongWith(step: WalkStep): string[] {
	const { before, decision } = step;
	const unchanged = !before || digests.get(before) === digest(before);
	const wrong = decision.accepted ? wrongAfter(step) : offeredInVain(step);
	return unchanged ? wrong : [...wrong, "What was before has changed."];
}

function wrongAfter({ command, before, decision }: WalkStep): string[] {
	if (!decision.accepted) return [];
	const { situation, events } = decision;
	countAccepted(before, situation, events);
	digests.set(situation, digest(situation));
	const acts = before && command.type === "act-on-handoff";
	return [
		...brokenPromises(situation),
		...(events.length === 0 ? ["Nothing was recorded."] : []),
		...(acts && !isOffered(before, command) ? [`${command.act} was not offered.`] : []),
	];
}

function countAccepted(before: Situation | undefined, after: Situation, events: SituationEvent[]) {
	count.accepted += 1;
	if (after.status === "closed" && before?.status === "open") count.closed += 1;
	for (const event of events) {
		met.types.add(event.type);
		if (event.type === "handoff-moved") met.acts.add(event.act);
	}
}

/** What screens offer is never refused because of who asks, or of the state. */
function offeredInVain({ command, before, decision }: WalkStep): string[] {
	if (decision.accepted) return [];
	const { code } = decision.refusal;
	count.refused += 1;
	met.refusals.add(code);
	const inVain = ["act-not-allowed", "not-your-act", "only-once", "too-early"].includes(code);
	const acts = before && command.type === "act-on-handoff";
	return inVain && acts && isOffered(before, command) ? [`${command.act} was offered.`] : [];
}

function isOffered(before: Situation, { handoff, act, acting }: ActOnHandoff): boolean {
	const found = before.handoffs[handoff];
	return found !== undefined && possibleActs(before, found, acting).includes(act);
}

/** A history that goes through the door of the journal, and is told anew event by event. */
function emptyHistory(compiled: CompiledProtocol) {
	const events: SituationEvent[] = [];
	let told: Situation | undefined;
	return {
		goOn(more: SituationEvent[]): Situation {
			for (const event of more) {
				const stored = situationEvent.parse(JSON.parse(JSON.stringify(event)));
				events.push(stored);
				told = told ? evolve(told, stored) : replay(compiled, [stored]);
			}
			return told ?? replay(compiled, events);
		},
		tellAgain() {
			expect(digest(replay(compiled, events))).toBe(told && digest(told));
		},
	};
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

/** Several recipients everywhere, an outside answer to wait for, ways back into what is running. */
function harderExample(): unknown {
	const { askCare, report, runaway, sendConcern, welcome } = exampleAt;
	const done = { code: "DONE", label: { fr: "Répondu" }, to: "@over" };
	const lost = { code: "FAILED", label: { fr: "Sans suite" }, to: "@over", raises: "runaway" };
	return changedExample(
		{ at: [...askCare, "handoff", "recipients"], becomes: 3 },
		{ at: [...sendConcern, "handoff", "recipients"], becomes: 2 },
		{ at: [...report, "handoff", "goesOn"], becomes: "outcome" },
		{ at: [...report, "outcomes", 2], becomes: done },
		{ at: [...report, "outcomes", 3], becomes: lost },
		{ at: [...welcome, "outcomes", 1, "leads"], becomes: "send-concern" },
		{ at: [...runaway, "raisedBy"], becomes: ["lead", "crip"] },
	);
}
