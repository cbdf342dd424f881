import type { Command } from "#protocols/casework/commands.ts";
import { decide } from "#protocols/casework/decide.ts";
import type { SituationEvent } from "#protocols/casework/events.ts";
import { decideOpening, openingRole } from "#protocols/casework/opening.ts";
import {
	commandOf,
	firstFor,
	openingCommand,
	professionalAt,
} from "#protocols/casework/scenario-commands.ts";
import { storyCast } from "#protocols/casework/scenario-world.ts";
import {
	type Circumstances,
	type EpochMs,
	openParts,
	type Situation,
} from "#protocols/casework/situation.ts";
import { type Decision, unboundRoles } from "#protocols/casework/story.ts";
import type { Act } from "#protocols/catalogue/scenario.ts";
import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import { nextStrike } from "./timers.ts";
import type { Why } from "./why.ts";
import { whyUnplayable } from "./why-unplayable.ts";
import { circumstancesAt, type Setting } from "./world.ts";

/** How far a story is told. */
export type Told = {
	compiled: CompiledProtocol;
	setting: Setting;
	situation: Situation;
	events: readonly SituationEvent[];
	now: EpochMs;
};

/** A story told one act further, with the events of that act; or why it stops there. */
export type Telling = { ok: true; told: Told; events: SituationEvent[] } | { ok: false; why: Why };

/** How long each act takes on the clock of a story. */
const actMs = 15 * 60_000;

const openingFacts = { age_band: "A15_17", source_type: "OUTREACH" };

/** Opens a fictitious situation, with what may already be running then. */
export function beginStory(
	compiled: CompiledProtocol,
	opensWith: readonly string[],
	setting: Setting,
): Telling {
	const role = openingRole(compiled);
	const now = setting.startsAt;
	const circumstances = circumstancesAt(compiled, setting, now);
	if (circumstances.directory.structuresHolding(role).length === 0) {
		return { ok: false, why: { code: "nobody-plays", role } };
	}
	const story = { opensWith: [...opensWith], facts: openingFacts };
	const command = openingCommand(compiled, story, storyCast);
	return goOn(decideOpening(compiled, command, circumstances), (situation, events) =>
		bindRoles({ compiled, setting, situation, events, now }),
	);
}

/** Tells one act more: whatever falls due before it is flagged first. Refused, nothing changes. */
export function tellAct(before: Told, act: Act): Telling {
	const lasts = "waits" in act ? lengthOf(before, act.waits) : actMs;
	const then = strikeUntil(before, before.now + lasts);
	const struck = then.events.slice(before.events.length);
	if ("waits" in act) return { ok: true, told: then, events: struck };

	const why = whyUnplayable(then.situation, act);
	if (why) return { ok: false, why };
	const { situation } = then;
	const command = commandOf(situation, act, storyCast, circumstancesOf(then));
	const decided = goOn(decide(situation, command, circumstancesOf(then)), (next, events) =>
		bindRoles({ ...then, situation: next, events: [...then.events, ...events] }),
	);
	if (!decided.ok) return decided;
	return { ...decided, events: decided.told.events.slice(before.events.length) };
}

/** What the fictitious territory is now. */
export function circumstancesOf({ compiled, setting, now, situation }: Told): Circumstances {
	return circumstancesAt(compiled, setting, now, situation);
}

function goOn(
	decision: Decision,
	next: (situation: Situation, events: SituationEvent[]) => Told,
): Telling {
	if (!decision.accepted) return { ok: false, why: { code: "refused", refusal: decision.refusal } };
	const told = next(decision.situation, decision.events);
	return { ok: true, told, events: [...told.events] };
}

function lengthOf(told: Told, waits: Extract<Act, { waits: unknown }>["waits"]): number {
	return circumstancesOf(told).calendar.dueAt(told.now, waits) - told.now;
}

/** Lets every clock strike that is due on the way. */
function strikeUntil(from: Told, until: EpochMs): Told {
	let told = from;
	for (let next = nextStrike(told.situation, until); next; ) {
		const { clock, stage, at } = next;
		const command: Command = { type: "strike-clock", clock, stage };
		told = record({ ...told, now: at }, command);
		next = nextStrike(told.situation, until);
	}
	return { ...told, now: until };
}

/** Whoever holds a part chooses who plays a role that several structures could play. */
function bindRoles(from: Told): Told {
	return unboundRoles(from.situation).reduce((told, role) => {
		const { bindings, holders, openedBy, position: seen } = told.situation;
		const { directory } = circumstancesOf(told);
		if (bindings[role] !== undefined || directory.structuresHolding(role).length === 0) return told;
		const [part] = openParts(told.situation);
		const acting = professionalAt(storyCast, (part && holders[part]?.structure) ?? openedBy);
		const structure = firstFor(storyCast, role);
		return record(told, { type: "bind-role", acting, seen, role, structure });
	}, from);
}

/** What the story's own bookkeeping asks is never refused. @throws Error otherwise (a bug of ours) */
function record(told: Told, command: Command): Told {
	const decision = decide(told.situation, command, circumstancesOf(told));
	if (!decision.accepted) {
		throw new Error(`${command.type} was refused: ${decision.refusal.code}`);
	}
	const { situation, events } = decision;
	return { ...told, situation, events: [...told.events, ...events] };
}
