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
fc.configureGlobal({ seed: 20_260_907, numRuns: 22 });

const monday = 1_788_768_000_000;
/** Longer than any walk takes, also on a busy machine. */
const minuteMs = 60_000;
const seeds = fc.nat(1_000_000_000);
const lengths = fc.integer({ min: 40, max: 130 });
const met = { acts: new Set<string>(), refusals: new Set<string>(), types: new Set<string>() };
const count = { accepted: 0, refused: 0, closed: 0 };
/** What each situation said when it was new. */
const digests = new WeakMap<Situation, string>();

test.each([
	...catalogue.map(({ id, document }) => [id, document] as const),
	["a harder example", harderExample()] as const,
])(
	"%s keeps its promises, whatever people and clocks do",
	(_, document) => {
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
	},
	minuteMs,
);

test("the walks are thousands of steps, and meet nearly every act and every refusal", () => {
	const { accepted, refused, closed } = count;

	expect(accepted + refused).toBeGreaterThan(4500);
	expect(accepted).toBeGreaterThan(refused * 0.8);
	expect(closed).toBeGreaterThan(10);
	expect(met.types.size).toBe(12);
	expect(handoffActCodes.filter((act) => !met.acts.has(act)).length).toBeLessThan(9);
	expect(Object.keys(everyRefusal).filter((code) => !met.refusals.has(code)).length).toBeLessThan(
		4,
	);
});

/** Every code of what one situation refuses, or it does not compile. */
const everyRefusal: Record<Exclude<RefusalCode, OfTwoSituations>, true> = {
	"moved-on": true,
	"situation-closed": true,
	"step-not-open": true,
	"not-your-step": true,
	"role-not-bound": true,
	"handoff-decides": true,
	"outcome-unknown": true,
	"outcome-not-allowed": true,
	"answers-incomplete": true,
	"answer-unknown": true,
	"handoffs-pending": true,
	"interruption-unknown": true,
	"cannot-raise": true,
	"not-part-of-it": true,
	"not-holder": true,
	"structure-not-available": true,
	"not-your-entry": true,
	"too-late-to-change-outcome": true,
	"not-a-handoff-step": true,
	"already-handed-off": true,
	"wrong-number-of-recipients": true,
	"to-yourself": true,
	"handoff-unknown": true,
	"act-not-allowed": true,
	"not-your-act": true,
	"code-missing": true,
	"not-matched": true,
	"already-matched": true,
	"only-once": true,
	"too-early": true,
	"date-too-late": true,
	"date-past": true,
	"referent-unknown": true,
	"outcome-to-choose": true,
	"not-inactive": true,
	"needs-arbitration": true,
};

/** What only a merger of two situations refuses, or a move to another version: proved there. */
type OfTwoSituations =
	| "needs-two-people"
	| "needs-matching-role"
	| "other-protocol"
	| "cannot-move";

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
	earlier,
	snapshot,
	handoffs,
	beforeLatestAnswer,
	...told
}: Situation): string {
	return JSON.stringify({
		...told,
		versions: earlier.length,
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
