import { decide } from "#protocols/casework/decide.ts";
import type { Handoff } from "#protocols/casework/handoff/handoff.ts";
import type { HandoffAct } from "#protocols/casework/handoff/life.ts";
import type { Cast } from "#protocols/casework/scenario-commands.ts";
import { perform } from "#protocols/casework/scenario-player.ts";
import { handoffNeeds } from "#protocols/casework/scenario-samples.ts";
import type { Act } from "#protocols/catalogue/scenario.ts";
import type { Db } from "./client.ts";
import { situationOf } from "./history.ts";
import { decideAndRecord, type Recorded } from "./journal.ts";
import { compiledVersion } from "./protocol-versions.ts";
import { stageInStore } from "./seed/store-stage.ts";
import { momentAt, monday, type SmallTerritory } from "./small-territory.ts";
import { sweepTimers } from "./timers.ts";

const minuteMs = 60_000;

/** In the small territory a role is played by the structure of its name. */
export const smallCast: Cast = {
	structuresFor: (role) => [role, `${role}-2`, `${role}-3`],
	professionalOf: (structure) => `${structure}-member`,
	receptionOf: (structure) => `${structure}-member`,
};

/** The same, by the second structure of each role. */
export const otherCast: Cast = {
	...smallCast,
	structuresFor: (role) => [`${role}-2`, `${role}-3`, role],
};

/** The first acts of the short example: the concern report is on its way to the CRIP. */
export const sentToCrip: Act[] = [
	{
		by: "spotter",
		answers: "receive-sign",
		outcome: "RISK",
		with: { concern_level: "L2_RISK", information_given: ["MINOR_YES"] },
	},
	{ by: "spotter", handsOff: "send-concern" },
];

/** …and until somebody may be asked for care. */
export const accompanied: Act[] = [
	...sentToCrip,
	{ by: "crip", onHandoff: "send-concern", event: "ACCEPT" },
	{
		by: "crip",
		answers: "first-analysis",
		outcome: "DANGER",
		with: { concern_level: "L3_DANGER" },
	},
];

/** A situation of the small territory, and the instant of its latest act. */
export type Told = { situationPk: number; now: number };

type Telling = { seed?: number; startsAt?: number; cast?: Cast };

/** Opens a situation and plays acts through the real writer, a minute each. */
export function tellInStore(
	{ db, territoryId, versionHash }: SmallTerritory,
	acts: Act[],
	{ seed = 1, startsAt = monday, cast = smallCast }: Telling = {},
): Told {
	const { random } = momentAt(startsAt, seed);
	const stage = stageInStore(db, { territoryId, versionHash }, cast, random);
	const play = {
		id: "small",
		acts,
		facts: { age_band: "UNK" },
		startsAt,
		instantOf: (_act: Act, _index: number, before: number) => before + minuteMs,
	};
	let now = startsAt;
	for (const at of perform(compiledVersion(db, territoryId, versionHash), play, stage)) {
		sweepTimers(db, { now: at, random });
		now = at;
	}
	return { situationPk: stage.situationPk() ?? 0, now };
}

/** Who asks for an act on a handoff, and how old their page is. */
export type Asking = { by: string; act: HandoffAct; handoff: string; seen: number; now: number };

/** An act on a handoff through the real writer, with what it needs filled in. */
export function actInStore(
	db: Db,
	{ territoryId }: { territoryId: string },
	situationPk: number,
	{ by, act, handoff, seen, now }: Asking,
): Recorded {
	const moment = momentAt(now, 99);
	return decideAndRecord(db, { territoryId, situationPk }, moment, (situation, circumstances) => {
		const asked = situation.handoffs[handoff] as Handoff;
		const acting = {
			structure: by,
			actor: `${by}-member`,
			reception: true,
			coordinator: false,
		};
		const needs = handoffNeeds(act, {}, asked, smallCast, circumstances);
		const command = { type: "act-on-handoff", acting, seen, handoff, act, ...needs } as const;
		return decide(situation, command, circumstances);
	});
}

/** The handoffs of a situation, in the order in which they were prepared. */
export function handoffsOf(db: Db, situationPk: number): Handoff[] {
	return Object.values(situationOf(db, situationPk).handoffs);
}
