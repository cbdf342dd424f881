import { ordinaryCalendar } from "#protocols/calendar/example-calendars.ts";
import type { Act, Scenario } from "#protocols/catalogue/scenario.ts";
import { type CompiledProtocol, compileProtocol } from "#protocols/compiler/compile.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import type { Command } from "./commands.ts";
import { decide } from "./decide.ts";
import type { SituationEvent } from "./events.ts";
import type { Handoff } from "./handoff/handoff.ts";
import { type HandoffAct, handoffActCodes } from "./handoff/life.ts";
import { decideOpening, openingRole } from "./opening.ts";
import { handoffNeeds, sampleAnswers } from "./scenario-samples.ts";
import type { Calendar, Circumstances, ClockId, EpochMs, Situation } from "./situation.ts";
import { type Acting, type Decision, unboundRoles } from "./story.ts";
import { territoryCalendar } from "./territory-calendar.ts";

/** What a played act left behind. */
export type Played = { situation: Situation; events: SituationEvent[] };

const quarterMs = 900_000;

/** Plays a scenario from its opening. @throws Error naming the act that the protocol refused */
export function playScenario(protocol: Protocol, scenario: Scenario, startsAt: EpochMs): Played {
	const compiled = compileProtocol(protocol);
	const stage = newStage(compiled);
	const opening = openingOf(compiled, scenario);
	let played = accept(
		decideOpening(compiled, opening, stage.circumstances(startsAt)),
		`${scenario.id}: opening`,
	);
	let now = startsAt;
	for (const [index, act] of scenario.acts.entries()) {
		const label = `${scenario.id}, act ${index + 1}: ${JSON.stringify(act)}`;
		if ("waits" in act) {
			const until = stage.calendar.dueAt(now, act.waits);
			played = letTimePass(played, until, stage);
			now = until;
			continue;
		}
		now += quarterMs;
		played = letTimePass(played, now, stage);
		played = bindWhatIsNeeded(played, stage.circumstances(now));
		const command = commandOf(played.situation, act, stage.circumstances(now));
		played = append(played, decide(played.situation, command, stage.circumstances(now)), label);
		played = bindWhatIsNeeded(played, stage.circumstances(now));
	}
	return played;
}

/**
 * The stage on which a scenario is played: each internal role is played by one structure of the
 * same name, with a second one (`<role>-2`) to reroute to.
 */
function newStage(compiled: CompiledProtocol) {
	const calendar: Calendar = territoryCalendar(ordinaryCalendar("metropole"), () => undefined);
	let ids = 0;
	const internal = compiled.protocol.roles.filter(({ external }) => !external);
	const directory = {
		structuresHolding: (role: string) =>
			internal.some(({ id }) => id === role) ? [role, `${role}-2`] : [],
		isActiveMember: () => true,
	};
	const newId = () => {
		ids += 1;
		return `h${ids}`;
	};
	return {
		calendar,
		circumstances: (now: EpochMs): Circumstances => ({ now, newId, calendar, directory }),
	};
}

function openingOf(compiled: CompiledProtocol, { opensWith = [] }: Scenario) {
	const acting = actingAs(openingRole(compiled));
	const facts = { age_band: "A15_17", source_type: "OUTREACH" };
	return { type: "open-situation", acting, facts, raises: opensWith } as const;
}

function actingAs(structure: string): Acting {
	return { structure, actor: `${structure}-member`, reception: true, coordinator: false };
}

/** On the stage a role goes to the structure of its name. */
function bindWhatIsNeeded(played: Played, circumstances: Circumstances): Played {
	return unboundRoles(played.situation).reduce((so, role) => {
		const { situation } = so;
		const acting = { ...actingAs(situation.openedBy), coordinator: true };
		const command = {
			type: "bind-role",
			acting,
			seen: situation.position,
			role,
			structure: role,
		} as const;
		return append(so, decide(situation, command, circumstances), `binding ${role}`);
	}, played);
}

function letTimePass(played: Played, until: EpochMs, stage: ReturnType<typeof newStage>): Played {
	let told = played;
	for (;;) {
		const next = nextStrike(told.situation, until);
		if (!next) return told;
		const { clock, stage: strikes, at } = next;
		const command = { type: "strike-clock", clock, stage: strikes } as const;
		told = append(
			told,
			decide(told.situation, command, stage.circumstances(at)),
			`${clock} strikes`,
		);
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

function commandOf(
	situation: Situation,
	act: Exclude<Act, { waits: unknown }>,
	circumstances: Circumstances,
): Command {
	const seen = situation.position;
	if ("answers" in act) {
		const acting = actingAs(situation.bindings[roleOf(situation, act.answers)] ?? act.by);
		return {
			type: "answer-step",
			acting,
			seen,
			step: act.answers,
			outcome: act.outcome,
			answers: act.with ?? {},
		};
	}
	if ("raises" in act) {
		const acting = actingAs(situation.bindings[act.by] ?? situation.openedBy);
		return { type: "raise-interruption", acting, seen, interruption: act.raises };
	}
	if ("handsOff" in act) return preparation(situation, act.handsOff);
	return handoffCommand(situation, act, circumstances);
}

function roleOf(situation: Situation, stepId: string): string {
	return situation.compiled.places.steps.get(stepId)?.step.role ?? "";
}

function preparation(situation: Situation, stepId: string): Command {
	const step = situation.compiled.places.steps.get(stepId)?.step;
	const acting = actingAs(situation.bindings[step?.role ?? ""] ?? "");
	const external = step?.handoff?.mode === "external";
	const named = step?.handoff?.to ?? "";
	const to = named === acting.structure ? `${named}-2` : named;
	return {
		type: "prepare-handoff",
		acting,
		seen: situation.position,
		step: stepId,
		to: external ? [] : [to],
		answers: sampleAnswers(step?.questions ?? []),
		information: "GIVEN",
		send: true,
	};
}

type OnHandoff = Extract<Act, { onHandoff: string }>;

function handoffCommand(
	situation: Situation,
	act: OnHandoff,
	circumstances: Circumstances,
): Command {
	const handoff = latestHandoff(situation, act.onHandoff);
	const event = actCode(act.event);
	const bySender = act.by === roleOf(situation, act.onHandoff);
	const acting = bySender
		? actingAs(handoff.from)
		: { ...actingAs(handoff.to ?? ""), actor: handoff.referent ?? `${handoff.to}-member` };
	return {
		type: "act-on-handoff",
		acting,
		seen: situation.position,
		handoff: handoff.id,
		act: event,
		...handoffNeeds(event, act, handoff, circumstances),
		...(act.outcome ? { outcome: act.outcome } : {}),
	};
}

function actCode(event: string): HandoffAct {
	const code = handoffActCodes.find((known) => known === event);
	if (!code) throw new Error(`No act ${event} on a handoff.`);
	return code;
}

function latestHandoff(situation: Situation, stepId: string): Handoff {
	const found = Object.values(situation.handoffs)
		.filter(({ step }) => step === stepId)
		.at(-1);
	if (!found) throw new Error(`No handoff of ${stepId}.`);
	return found;
}

function accept(decision: Decision, label: string): Played {
	if (decision.accepted) return { situation: decision.situation, events: decision.events };
	throw new Error(`${label}: ${JSON.stringify(decision.refusal)}`);
}

function append(played: Played, decision: Decision, label: string): Played {
	const next = accept(decision, label);
	return { situation: next.situation, events: [...played.events, ...next.events] };
}
