import { ordinaryCalendar } from "#protocols/calendar/example-calendars.ts";
import type { Act, Scenario } from "#protocols/catalogue/scenario.ts";
import { type CompiledProtocol, compileProtocol } from "#protocols/compiler/compile.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import { decide } from "./decide.ts";
import type { SituationEvent } from "./events.ts";
import { decideOpening } from "./opening.ts";
import { perform, type Stage } from "./scenario-player.ts";
import { storyCast, storyDirectory } from "./scenario-world.ts";
import type { Calendar, Circumstances, ClockId, EpochMs, Situation } from "./situation.ts";
import type { Decision } from "./story.ts";
import { territoryCalendar } from "./territory-calendar.ts";

/** What a played story left behind. */
export type Played = { situation: Situation; events: SituationEvent[] };

const quarterMs = 900_000;
const facts = { age_band: "A15_17", source_type: "OUTREACH" };

/** Plays a scenario from its opening. @throws Error naming the act that the protocol refused */
export function playScenario(protocol: Protocol, scenario: Scenario, startsAt: EpochMs): Played {
	const compiled = compileProtocol(protocol);
	const stage = stageInMemory(compiled);
	const play = {
		...scenario,
		facts,
		startsAt,
		instantOf: (act: Act, _: number, before: EpochMs) =>
			"waits" in act ? calendar.dueAt(before, act.waits) : before + quarterMs,
	};
	for (const now of perform(compiled, play, stage)) letTimePass(stage, now);
	return { situation: stage.situation(), events: stage.events };
}

const calendar: Calendar = territoryCalendar(ordinaryCalendar("metropole"), () => undefined);

type StageInMemory = Stage & { events: SituationEvent[] };

function stageInMemory(compiled: CompiledProtocol): StageInMemory {
	const circumstances = circumstancesFor(compiled.protocol);
	const events: SituationEvent[] = [];
	let told: Situation | undefined;
	const record = (decision: Decision) => {
		if (!decision.accepted) throw new Error(JSON.stringify(decision.refusal));
		events.push(...decision.events);
		told = decision.situation;
	};
	const situation = () => {
		if (!told) throw new Error("The situation is not open yet.");
		return told;
	};
	return {
		cast: storyCast,
		circumstances,
		situation,
		events,
		open: (command, now) => record(decideOpening(compiled, command, circumstances(now))),
		ask: (command, now) => record(decide(situation(), command, circumstances(now))),
	};
}

function circumstancesFor(protocol: Protocol): (now: EpochMs) => Circumstances {
	const directory = storyDirectory(protocol);
	let ids = 0;
	const newId = () => {
		ids += 1;
		return `h${ids}`;
	};
	return (now) => ({ now, newId, calendar, directory });
}

function letTimePass({ situation, ask, events }: StageInMemory, until: EpochMs): void {
	for (;;) {
		const next = events.length > 0 ? nextStrike(situation(), until) : undefined;
		if (!next) return;
		const { clock, stage, at } = next;
		ask({ type: "strike-clock", clock, stage }, at);
	}
}

/** The next strike of a running clock up to an instant. */
export function nextStrike(situation: Situation, until: EpochMs) {
	const running = Object.entries(situation.clocks) as [ClockId, Situation["clocks"][ClockId]][];
	return running
		.flatMap(([clock, { strikes, pausedAt }]) => {
			const [first] = strikes;
			return first && pausedAt === undefined && first.at <= until ? [{ clock, ...first }] : [];
		})
		.sort((left, right) => left.at - right.at)[0];
}
