import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Command } from "#protocols/casework/commands.ts";
import { decide } from "#protocols/casework/decide.ts";
import { editedVersion } from "#protocols/casework/edited.for-tests.ts";
import { inactivityStages } from "#protocols/casework/events.ts";
import { possibleActs } from "#protocols/casework/handoff/permission.ts";
import { brokenPromises } from "#protocols/casework/invariants.ts";
import { proposeMap } from "#protocols/casework/move-map.ts";
import { handoffNeeds, sampleAnswers } from "#protocols/casework/scenario-samples.ts";
import {
	type Circumstances,
	openSteps,
	placed,
	type Situation,
} from "#protocols/casework/situation.ts";
import type { Acting } from "#protocols/casework/story.ts";
import { compileProtocol } from "#protocols/compiler/compile.ts";
import { situationOf } from "./history.ts";
import { decideAndRecord } from "./journal.ts";
import { mergeInto } from "./merger.ts";
import { moveSituations } from "./moving.ts";
import { publishVersion } from "./protocol-versions.ts";
import { checkRows } from "./rebuild.ts";
import { timers } from "./schema/journal.ts";
import { accompanied, otherCast, smallCast, tellInStore } from "./small-casework.ts";
import { momentAt, type SmallTerritory, smallTerritory } from "./small-territory.ts";
import { sweepTimers } from "./timers.ts";

/** What somebody, or nobody, does next; the numbers choose among what there is. */
type Turn = {
	what: "answer" | "hand-off" | "act" | "raise" | "rest" | "wait";
	pick: number;
	minutes: number;
};

const turns: fc.Arbitrary<Turn[]> = fc.array(
	fc.record({
		what: fc.constantFrom(
			"answer",
			"hand-off",
			"act",
			"act",
			"act",
			"act",
			"raise",
			"rest",
			"wait",
		),
		pick: fc.nat(9999),
		minutes: fc.integer({ min: 0, max: 900 }),
	}),
	{ minLength: 15, maxLength: 30 },
);

const careAsked = [...accompanied, { by: "lead", handsOff: "ask-care" }];

test("whatever people and clocks do, the rows and timers are what history tells", {
	timeout: 60_000,
}, () => {
	fc.assert(
		fc.property(turns, (story) => {
			const territory = smallTerritory();
			const { situationPk, now } = tellInStore(territory, careAsked);

			play(territory, situationPk, now, story);

			const situation = situationOf(territory.db, situationPk);
			expect(timerRowsOf(territory, situationPk)).toEqual(clocksOf(situation));
			expect(checkRows(territory.db)).toEqual([]);
			expect(brokenPromises(situation)).toEqual([]);
		}),
		{ numRuns: 15, seed: 20_260_907 },
	);
});

test("whatever two situations went through, becoming one leaves every row and timer right", {
	timeout: 60_000,
}, () => {
	let merged = 0;
	fc.assert(
		fc.property(turns, turns, turns, (story, otherStory, after) => {
			const territory = smallTerritory();
			const { db, territoryId } = territory;
			const one = tellInStore(territory, careAsked);
			const other = tellInStore(territory, careAsked, {
				seed: 2,
				startsAt: one.now,
				cast: otherCast,
			});
			play(territory, one.situationPk, one.now, story);
			play(territory, other.situationPk, other.now, otherStory);
			const sides = {
				territoryId,
				one: { situationPk: one.situationPk, acting: actingAs("crip") },
				other: { situationPk: other.situationPk, acting: actingAs("crip-2") },
			};
			const moment = momentAt(other.now + 40 * 86_400_000, 900);

			if (db.transaction((tx) => mergeInto(tx, sides, moment)) === undefined) merged += 1;
			play(territory, one.situationPk, moment.now, after);

			for (const { situationPk } of [one, other]) {
				const situation = situationOf(db, situationPk);
				expect(timerRowsOf(territory, situationPk)).toEqual(clocksOf(situation));
				expect(brokenPromises(situation)).toEqual([]);
			}
			expect(checkRows(db)).toEqual([]);
		}),
		{ numRuns: 10, seed: 20_260_907 },
	);
	expect(merged).toBeGreaterThan(5);
});

test("whatever a situation went through, going on under another version leaves every row and timer right", {
	timeout: 60_000,
}, () => {
	let moved = 0;
	fc.assert(
		fc.property(turns, turns, fc.nat(2), (story, after, turn) => {
			const territory = smallTerritory();
			const { db, territoryId, versionHash: from } = territory;
			const { situationPk, now } = tellInStore(territory, careAsked);
			play(territory, situationPk, now, story);
			const old = compileProtocol(territory.protocol);
			const next = editedVersion(old, turn);
			const moment = momentAt(now + 40 * 86_400_000, 900);
			const to = publishVersion(db, { territoryId, protocol: next.protocol, at: moment.now });
			const map = { ...proposeMap(old, next), tracks: { added: "begins" as const } };
			const acting = actingAs("crip");

			const asked = { territoryId, from, to, map, acting };
			moved += moveSituations(db, asked, moment, { limit: 1 }).moved;
			play(territory, situationPk, moment.now, after);

			const situation = situationOf(db, situationPk);
			expect(timerRowsOf(territory, situationPk)).toEqual(clocksOf(situation));
			expect(checkRows(db)).toEqual([]);
			expect(brokenPromises(situation)).toEqual([]);
		}),
		{ numRuns: 12, seed: 20_260_907 },
	);
	expect(moved).toBeGreaterThan(5);
});

function play(territory: SmallTerritory, situationPk: number, from: number, story: Turn[]): void {
	const { db, territoryId } = territory;
	let now = from;
	for (const [index, turn] of story.entries()) {
		now += turn.minutes * 60_000;
		sweepTimers(db, momentAt(now, index + 50));
		decideAndRecord(
			db,
			{ territoryId, situationPk },
			momentAt(now, index + 100),
			(situation, circumstances) => {
				const command = commandOf(situation, turn, circumstances);
				if (!command) return { accepted: false, refusal: { code: "handoff-unknown" } };
				return decide(situation, command, circumstances);
			},
		);
	}
}

function commandOf(
	situation: Situation,
	{ what, pick }: Turn,
	circumstances: Circumstances,
): Command | undefined {
	const seen = situation.position;
	const step = one(openSteps(situation), pick);
	if (what === "act") return actCommand(situation, pick, circumstances);
	if (what === "rest") return restCommand(situation, pick);
	if (what === "raise") {
		const interruption = one(situation.compiled.protocol.interruptions, pick)?.id ?? "";
		const acting = actingAs(situation.openedBy);
		return { type: "raise-interruption", acting, seen, interruption };
	}
	if (!step || what === "wait") return undefined;
	const { role } = placed(situation, step).step;
	const asked = { acting: actingAs(situation.bindings[role] ?? role), seen, step };
	return what === "answer"
		? answerCommand(situation, pick, asked)
		: preparation(situation, pick, asked);
}

/** What the system does where nobody acts, one stage after another, and what is answered to it. */
function restCommand(situation: Situation, pick: number): Command {
	const { inactivity, openedBy, position: seen } = situation;
	const acting = actingAs(openedBy);
	const stage = inactivityStages[inactivity ? inactivityStages.indexOf(inactivity.stage) + 1 : 0];
	if (inactivity && pick % 3 === 0)
		return { type: "confirm-follow-up", acting, seen, finding: "AWAITED" };
	if (inactivity && pick % 3 === 1)
		return { type: "accept-closure", acting, seen, reason: "OFF_APP" };
	const closes = stage === undefined || stage === "arbitration";
	return closes ? { type: "close-inactive" } : { type: "note-inactivity", stage };
}

type Asked = { acting: Acting; seen: number; step: string };

function answerCommand(situation: Situation, pick: number, asked: Asked): Command {
	const { questions, outcomes } = placed(situation, asked.step).step;
	const { code: outcome = "", to } = one(outcomes, Math.floor(pick / 7)) ?? {};
	const closing = to === "@closed" ? { closure_reason: "SAFE_LASTING" } : {};
	const answers = { ...sampleAnswers(questions), ...closing };
	return { type: "answer-step", ...asked, outcome, answers };
}

function preparation(situation: Situation, pick: number, asked: Asked): Command {
	const { handoff, questions } = placed(situation, asked.step).step;
	const rivals = ["", "-2", "-3"].map((number) => `${handoff?.to}${number}`);
	return {
		type: "prepare-handoff",
		...asked,
		to: handoff?.mode === "external" ? [] : [one(rivals, pick) ?? ""],
		answers: sampleAnswers(questions),
		information: "GIVEN",
		send: pick % 5 !== 0,
	};
}

function actCommand(
	situation: Situation,
	pick: number,
	circumstances: Circumstances,
): Command | undefined {
	const handoff = one(Object.values(situation.handoffs), pick);
	if (!handoff) return undefined;
	const acting = actingAs(pick % 2 === 0 || !handoff.to ? handoff.from : handoff.to);
	const act = one(possibleActs(situation, handoff, acting), Math.floor(pick / 3));
	if (!act) return undefined;
	return {
		type: "act-on-handoff",
		acting,
		seen: situation.position,
		handoff: handoff.id,
		act,
		...handoffNeeds(act, {}, handoff, smallCast, circumstances),
	};
}

function actingAs(structure: string): Acting {
	return { structure, actor: `${structure}-member`, reception: true, coordinator: true };
}

function one<Item>(items: readonly Item[], pick: number): Item | undefined {
	return items[pick % Math.max(items.length, 1)];
}

/** What the timers table holds, by clock. */
function timerRowsOf({ db }: SmallTerritory, situationPk: number) {
	const rows = db.select().from(timers).where(eq(timers.situationPk, situationPk)).all();
	return Object.fromEntries(rows.map(({ clock, stage, fireAt }) => [clock, { stage, fireAt }]));
}

/** What it should hold: written out here, and not with the projection that wrote it. */
function clocksOf({ clocks }: Situation) {
	return Object.fromEntries(
		Object.entries(clocks).map(([clock, { strikes, pausedAt }]) => {
			const next = pausedAt === undefined ? strikes[0] : undefined;
			return [clock, { stage: next?.stage ?? null, fireAt: next?.at ?? null }];
		}),
	);
}
