import { and, desc, eq, sql } from "drizzle-orm";
import { circumstancesOf, structuresHolding } from "#db/circumstances.ts";
import type { Db } from "#db/client.ts";
import { emptyLog } from "#db/connection.ts";
import { situationOf } from "#db/history.ts";
import { decideAndRecord, openSituation, type Recorded } from "#db/journal.ts";
import { compiledVersion } from "#db/protocol-versions.ts";
import { situations } from "#db/schema/situations.ts";
import { monday } from "#db/small-territory.ts";
import { sweepTimers } from "#db/timers.ts";
import type { Command, OpenSituation } from "#protocols/casework/commands.ts";
import { decide } from "#protocols/casework/decide.ts";
import { stateOf } from "#protocols/casework/handoff/handoff.ts";
import { hasEnded } from "#protocols/casework/handoff/life.ts";
import { openingRole } from "#protocols/casework/opening.ts";
import { randomAct } from "#protocols/casework/random-act.ts";
import {
	type Chance,
	memberAt,
	type People,
	pick,
	rarely,
} from "#protocols/casework/random-choice.ts";
import { randomCommand } from "#protocols/casework/random-command.ts";
import { chanceFrom } from "#protocols/casework/random-walk.ts";
import { sampleAnswers } from "#protocols/casework/scenario-samples.ts";
import { openSteps, placed, type Situation } from "#protocols/casework/situation.ts";
import { momentOf } from "./moment.ts";

/** One act of the campaign, whole: whoever performs it again does exactly the same. */
export type Act = { index: number; now: number } & (
	| { kind: "opens"; key: string; memberId: string; command: OpenSituation }
	| { kind: "asks"; key: string; memberId: string; situationPk: number; command: Command }
	| { kind: "sweeps" }
	| { kind: "empties-log" }
);

/** Where the acts of a campaign take place. */
export type World = { territoryId: string; versionHash: string; seed: number };

/** How many situations are worked on at a time: their histories stay short, and replay fast. */
const mostAtOnce = 8;

/** Minutes between two acts: clocks strike now and then. */
const pacing = 6;

/**
 * What happens next in a store, by chance that depends on the seed and the number of the act only.
 * Mostly something lawful; now and then what must be refused, a sweep, or the log being emptied.
 */
export function nextAct(db: Db, world: World, index: number): Act {
	const chance = chanceFrom(world.seed * 7919 + index * 104_729);
	const now = monday + index * pacing * 60_000;
	if (rarely(chance, 14)) return { kind: "sweeps", index, now };
	if (rarely(chance, 25)) return { kind: "empties-log", index, now };

	const key = keyOf(chance);
	const open = openSituations(db);
	if (open.length < mostAtOnce || rarely(chance, 3)) {
		return { kind: "opens", index, now, key, ...opening(db, world, chance) };
	}
	const situationPk = pick(chance, open);
	const command = someCommand(db, world, situationPk, { now, index, chance });
	const memberId = "acting" in command ? command.acting.actor : "nobody";
	return { kind: "asks", index, now, key, memberId, situationPk, command };
}

/** What was answered: in one word, as a person would be told it. */
export type Answer = { outcome: string; repeated: boolean };

/** Does an act in a store: the real decision, through the real writer. */
export function perform(db: Db, world: World, act: Act): Answer {
	const moment = momentOf(world.seed, act);
	switch (act.kind) {
		case "sweeps": {
			const { struck } = sweepTimers(db, moment, { limit: 10_000 });
			return { outcome: `struck ${struck}`, repeated: false };
		}
		case "empties-log":
			emptyLog(db.$client);
			return { outcome: "emptied", repeated: false };
		case "opens":
			return answerOf(openSituation(db, world, moment, act.command, sendingOf(act)));
		case "asks": {
			const { situationPk, command } = act;
			const key = { territoryId: world.territoryId, situationPk };
			const told = decideAndRecord(
				db,
				key,
				moment,
				(situation, at) => decide(situation, command, at),
				sendingOf(act),
			);
			return answerOf(told);
		}
	}
}

/** The form of an act, as it would be sent a second time. */
export function sendingOf(act: Extract<Act, { key: string }>) {
	const { memberId, key, command } = act;
	return { memberId, key, body: JSON.stringify(command) };
}

function answerOf(told: Recorded): Answer {
	if (!told.recorded) return { outcome: `refused ${told.refusal.code}`, repeated: false };
	return { outcome: `recorded ${told.outcome}`, repeated: "repeated" in told };
}

function keyOf(chance: Chance): string {
	const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
	return Array.from({ length: 22 }, () => letters.charAt(chance(64))).join("");
}

function openSituations(db: Db): number[] {
	return db
		.select({ pk: situations.pk })
		.from(situations)
		.where(and(eq(situations.status, "open"), sql`${situations.position} < 40`))
		.orderBy(desc(situations.pk))
		.limit(mostAtOnce)
		.all()
		.map(({ pk }) => pk);
}

function opening(db: Db, { territoryId, versionHash }: World, chance: Chance) {
	const role = openingRole(compiledVersion(db, territoryId, versionHash));
	const acting = memberAt(pick(chance, structuresHolding(db, territoryId, role)));
	const command: OpenSituation = {
		type: "open-situation",
		acting,
		facts: { age_band: "A15_17", source_type: "OUTREACH" },
		raises: [],
	};
	return { memberId: acting.actor, command };
}

type Turn = { now: number; index: number; chance: Chance };

function someCommand(db: Db, world: World, situationPk: number, turn: Turn): Command {
	const { now, index, chance } = turn;
	const situation = situationOf(db, situationPk);
	const circumstances = circumstancesOf(
		db,
		world.territoryId,
		momentOf(world.seed, { now, index }),
	);
	const people = peopleOf(situation);
	const thrown = { situation, people, circumstances, chance };
	// Everything that people may do, lawful or not; mostly, though, the way to the next handoff.
	const wished = rarely(chance, 3)
		? undefined
		: (handingOff(situation, chance) ??
			(rarely(chance, 3) ? passingOn(situation, chance) : undefined) ??
			randomAct(thrown) ??
			passingOn(situation, chance));
	return asSent(wished ?? randomCommand(situation, people, circumstances, chance).command);
}

/** A handoff to one structure or several, where one can be prepared: the campaign is about them. */
function handingOff(situation: Situation, chance: Chance): Command | undefined {
	const asked = Object.values(situation.handoffs).filter((one) => !hasEnded(stateOf(one)));
	const found = openSteps(situation)
		.map((id) => placed(situation, id).step)
		.find(({ id, handoff }) => handoff && !asked.some(({ step }) => step === id));
	const holder = found && situation.bindings[found.role];
	if (!found?.handoff || !holder) return undefined;
	return {
		type: "prepare-handoff",
		acting: memberAt(holder),
		seen: situation.position,
		step: found.id,
		to: threeOf(found.handoff.to).slice(0, found.handoff.recipients),
		answers: sampleAnswers(found.questions),
		information: "GIVEN",
		send: !rarely(chance, 6),
	};
}

/** Answers a step that stands before a handoff, so that the handoff comes. */
function passingOn(situation: Situation, chance: Chance): Command | undefined {
	const plain = openSteps(situation)
		.map((id) => placed(situation, id).step)
		.filter(({ handoff, role }) => !handoff && situation.bindings[role]);
	const step = plain[chance(Math.max(1, plain.length))];
	const outcome = step?.outcomes.find(({ to }) => to !== "@closed" && to !== step.id);
	if (!step || !outcome) return undefined;
	return {
		type: "answer-step",
		acting: memberAt(situation.bindings[step.role] ?? ""),
		seen: situation.position,
		step: step.id,
		outcome:
			step.outcomes.find(({ code }) => code === "RISK" || code === "DANGER")?.code ?? outcome.code,
		answers: sampleAnswers(step.questions),
	};
}

/** In the small territory each role is held by three structures of its name. */
function threeOf(role: string): string[] {
	return [role, `${role}-2`, `${role}-3`];
}

function peopleOf({ compiled }: Situation): People {
	const roles = compiled.protocol.roles.filter(({ external }) => !external).map(({ id }) => id);
	const holding = new Map(roles.map((role) => [role, threeOf(role)]));
	return { structures: [...holding.values()].flat(), holding };
}

/** As it comes out of a form: what was left undefined is not there. */
function asSent(command: Command): Command {
	return JSON.parse(JSON.stringify(command)) as Command;
}
