import type { FieldCode } from "#protocols/language/vocabulary/fields.ts";
import { questionsOf } from "./answers.ts";
import type { Command } from "./commands.ts";
import { randomAct } from "./random-act.ts";
import {
	type Chance,
	type People,
	pageOf,
	pick,
	randomAnswers,
	rarely,
	somebody,
	type Throw,
} from "./random-choice.ts";
import { randomInactivity } from "./random-inactivity.ts";
import {
	type Circumstances,
	type ClockId,
	type EpochMs,
	openSteps,
	placed,
	type Situation,
} from "./situation.ts";
import { unboundRoles } from "./story.ts";

/** What somebody asks of a situation, and when: a strike may come first, at its own instant. */
export function randomCommand(
	situation: Situation,
	people: People,
	circumstances: Circumstances,
	chance: Chance,
): { command: Command; now: EpochMs } {
	const thrown = { situation, people, circumstances, chance };
	if (chance(100) < 14) return randomStrike(thrown);
	const quiet = randomInactivity(thrown);
	if (quiet) return { command: quiet, now: circumstances.now };
	const wish = wishes.flatMap(([weight, make]) => Array<Wish>(weight).fill(make));
	const command = pick(chance, wish)(thrown) ?? randomAnswer(thrown);
	return { command, now: circumstances.now };
}

type Wish = (thrown: Throw) => Command | undefined;

/** What people ask for, and how often. */
const wishes: [weight: number, make: Wish][] = [
	[15, bindingThatIsWaitedFor],
	[22, plainAnswer],
	[15, randomPreparation],
	[36, randomAct],
	[3, randomRaise],
	[3, randomBinding],
	[1, randomLead],
	[3, randomCorrection],
];

function bindingThatIsWaitedFor(thrown: Throw): Command | undefined {
	return unboundRoles(thrown.situation).length > 0 ? randomBinding(thrown) : plainAnswer(thrown);
}

/** Where only handoffs are open, people mostly act on those. */
function plainAnswer(thrown: Throw): Command | undefined {
	const { situation, chance } = thrown;
	const plain = openSteps(situation).some((step) => !isHandingOff(situation, step));
	return plain || rarely(chance, 10) ? randomAnswer(thrown) : randomAct(thrown);
}

function randomAnswer(thrown: Throw): Command {
	const { situation, chance } = thrown;
	const all = [...situation.compiled.places.steps.keys()];
	const open = openSteps(situation);
	const plain = open.filter((id) => !isHandingOff(situation, id));
	const usual = plain.length > 0 ? plain : open;
	const step = pick(chance, usual.length === 0 || rarely(chance, 30) ? all : usual);
	const found = placed(situation, step).step;
	const outcome = pick(chance, found.outcomes);
	return {
		type: "answer-step",
		acting: somebody(thrown, situation.bindings[found.role]),
		seen: pageOf(thrown),
		step,
		outcome: rarely(chance, 50) ? "NO_SUCH_OUTCOME" : outcome.code,
		answers: randomAnswers(chance, questionsOf(found, outcome)),
	};
}

function isHandingOff(situation: Situation, step: string): boolean {
	return placed(situation, step).step.handoff !== undefined;
}

function randomPreparation(thrown: Throw): Command {
	const { situation, people, chance } = thrown;
	const open = openSteps(situation);
	const among = rarely(chance, 30) ? open : open.filter((id) => isHandingOff(situation, id));
	if (among.length === 0) return randomAnswer(thrown);
	const { step } = placed(situation, pick(chance, among));
	const holding = people.holding.get(step.handoff?.to ?? "") ?? [];
	const some = rarely(chance, 20) ? people.structures : holding;
	const most = step.handoff?.recipients ?? 1;
	const to = some.filter(() => chance(3) > 0).slice(0, rarely(chance, 20) ? most + 1 : most);
	return {
		type: "prepare-handoff",
		acting: somebody(thrown, situation.bindings[step.role]),
		seen: pageOf(thrown),
		step: step.id,
		to: step.handoff?.mode === "external" && !rarely(chance, 20) ? [] : to,
		answers: randomAnswers(chance, step.questions),
		information: pick(chance, ["GIVEN", "GIVEN_DISAGREES", "NOT_POSSIBLE", "WITHHELD"]),
		send: !rarely(chance, 5),
	};
}

function randomRaise(thrown: Throw): Command {
	const { situation, chance } = thrown;
	const known = situation.compiled.protocol.interruptions.map(({ id }) => id);
	return {
		type: "raise-interruption",
		acting: somebody(thrown, pick(chance, Object.values(situation.bindings))),
		seen: pageOf(thrown),
		interruption: rarely(chance, 20) ? "no-such-interruption" : pick(chance, known),
	};
}

function randomBinding(thrown: Throw): Command {
	const { situation, people, chance } = thrown;
	const waiting = unboundRoles(situation);
	const roles = situation.compiled.protocol.roles.map(({ id }) => id);
	const role = pick(chance, waiting.length > 0 && !rarely(chance, 8) ? waiting : roles);
	const holding = people.holding.get(role) ?? [];
	const among = holding.length === 0 || rarely(chance, 10) ? people.structures : holding;
	return {
		type: "bind-role",
		acting: somebody(thrown, randomHolder(situation, chance)),
		seen: pageOf(thrown),
		role,
		structure: pick(chance, among),
	};
}

function randomHolder(situation: Situation, chance: Chance): string {
	const holders = Object.values(situation.holders).map((holder) => holder?.structure);
	return pick(chance, [situation.openedBy, ...holders.filter((one) => one !== undefined)]);
}

function randomLead(thrown: Throw): Command {
	const { situation, people, chance } = thrown;
	return {
		type: "name-lead",
		acting: somebody(thrown, randomHolder(situation, chance)),
		seen: pageOf(thrown),
		structure: pick(chance, people.structures),
	};
}

function randomCorrection(thrown: Throw): Command | undefined {
	const { situation, chance } = thrown;
	const entry = rarely(chance, 3) ? situation.entries.at(-1) : pick(chance, situation.entries);
	if (!entry) return undefined;
	const asked = Object.keys(entry.answers) as FieldCode[];
	const outcomes = placed(situation, entry.step).step.outcomes.map(({ code }) => code);
	return {
		type: "correct-entry",
		acting: somebody(thrown, entry.by),
		seen: pageOf(thrown),
		of: rarely(chance, 20) ? chance(situation.position + 1) : entry.position,
		outcome: rarely(chance, 2) ? pick(chance, outcomes) : undefined,
		answers: randomAnswers(chance, asked),
	};
}

/** The next strike at its instant or late, seldom one that is not due. */
function randomStrike({ situation, circumstances, chance }: Throw) {
	const { now } = circumstances;
	const clocks = Object.entries(situation.clocks) as [ClockId, Situation["clocks"][ClockId]][];
	const next = clocks
		.flatMap(([clock, { strikes, pausedAt }]) => {
			const [first] = strikes;
			return first && (pausedAt === undefined || rarely(chance, 10)) ? [{ clock, ...first }] : [];
		})
		.sort((left, right) => left.at - right.at);
	const [first] = next;
	if (!first || rarely(chance, 10)) {
		const clock: ClockId = pick(chance, ["handoff:h1", "step:nowhere", "handoff:h9"]);
		return { now, command: { type: "strike-clock", clock, stage: "overdue" } as const };
	}
	const { clock, stage, at } = first;
	const early = rarely(chance, 15) ? now : Math.max(now, at);
	return { now: early, command: { type: "strike-clock", clock, stage } as const };
}
