import type { Command } from "#protocols/casework/commands.ts";
import { decide } from "#protocols/casework/decide.ts";
import { openSteps } from "#protocols/casework/situation.ts";
import type { Acting } from "#protocols/casework/story.ts";
import { type OwnSituation, participationOf, type Scope, situationByHandle } from "./access.ts";
import { historyOf, situationOf } from "./history.ts";
import { decideAndRecord, openSituation } from "./journal.ts";
import { momentAt, monday, type SmallTerritory, smallTerritory } from "./small-territory.ts";

/** A situation of the small territory that tests play further, act by act. */
export type SmallStory = SmallTerritory & { now: number };

/** Somebody of a structure, who receives and coordinates nothing unless said. */
export function actingFor(structure: string, coordinator = false): Acting {
	return { structure, actor: `${structure}-member`, reception: true, coordinator };
}

/** Opens a situation as the spotter. */
export function beginStory(): SmallStory {
	const territory = smallTerritory();
	const opened = openSituation(territory.db, territory, momentAt(monday), {
		type: "open-situation",
		acting: actingFor("spotter"),
		facts: { age_band: "A15_17" },
		raises: [],
	});
	if (!opened.recorded) throw new Error(opened.refusal.code);
	return { ...territory, now: monday };
}

type Wish = Command extends infer One ? (One extends Command ? Omit<One, "seen"> : never) : never;

/**
 * Plays one act, an hour after the one before, on an up-to-date page.
 *
 * @throws Error with the code of the refusal when it is not recorded
 */
export function play(story: SmallStory, wish: Wish): void {
	story.now += 3_600_000;
	const key = { territoryId: story.territoryId, situationPk: 1 };
	const done = decideAndRecord(story.db, key, momentAt(story.now, story.now), (situation, at) =>
		decide(situation, { ...wish, seen: situation.latestAct } as Command, at),
	);
	if (!done.recorded) throw new Error(done.refusal.code);
}

/** The spotter says that there is a risk, hands off to the CRIP, which takes it up. */
export function playToAnalysis(story: SmallStory): void {
	playToHandoff(story);
	play(story, {
		type: "act-on-handoff",
		acting: actingFor("crip"),
		handoff: onlyHandoff(story),
		act: "ACCEPT",
		matched: true,
		codes: { identityBy: "PHONE" },
		referent: "crip-member",
		until: story.now + 86_400_000,
	});
}

/** The spotter says that there is a risk and hands off to the CRIP. */
export function playToHandoff(story: SmallStory): void {
	const acting = actingFor("spotter");
	if (openSteps(situationOf(story.db, 1)).includes("receive-sign")) answerRisk(story);
	play(story, {
		type: "prepare-handoff",
		acting,
		step: "send-concern",
		to: ["crip"],
		answers: { formal_route: "IP" },
		information: "GIVEN",
		send: true,
	});
}

function answerRisk(story: SmallStory): void {
	play(story, {
		type: "answer-step",
		acting: actingFor("spotter"),
		step: "receive-sign",
		outcome: "RISK",
		answers: { concern_level: "L2_RISK", information_given: ["MINOR_YES"] },
	});
}

/** The CRIP answers its analysis: danger, so that support begins in two tracks. */
export function playToSupport(story: SmallStory): void {
	playToAnalysis(story);
	play(story, {
		type: "answer-step",
		acting: actingFor("crip"),
		step: "first-analysis",
		outcome: "DANGER",
		answers: { concern_level: "L3_DANGER" },
	});
}

/** The id of the only handoff. */
export function onlyHandoff({ db }: SmallStory): string {
	const [id = ""] = Object.keys(situationOf(db, 1).handoffs);
	return id;
}

export function scopeOf({ territoryId }: SmallStory, structureId: string): Scope {
	return { territoryId, structureId };
}

/** The situation as a structure has it. @throws Error when it has no part in it */
export function ownSituation(story: SmallStory, structureId: string): OwnSituation {
	const part = participationOf(story.db, 1, structureId);
	const own = situationByHandle(story.db, scopeOf(story, structureId), part?.handle ?? "");
	if (!own) throw new Error(`${structureId} has no part in the situation.`);
	return own;
}

/** How many events were recorded. */
export function eventsSoFar({ db }: SmallStory): number {
	return historyOf(db, 1).length;
}
