import { weekOf } from "#protocols/calendar/iso-week.ts";
import type { SituationEvent } from "#protocols/casework/events.ts";
import { isOnlyBeside, maySteer } from "#protocols/casework/participation.ts";
import { readableFacts, readableFields } from "#protocols/casework/readable.ts";
import { sightOf } from "#protocols/casework/sight.ts";
import {
	type EpochMs,
	openParts,
	runningInterruptions,
	type Situation,
} from "#protocols/casework/situation.ts";
import { startsOf } from "#protocols/casework/starts.ts";
import type { Acting } from "#protocols/casework/story.ts";
import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import type { PartId } from "#protocols/language/places.ts";
import type { Text } from "#protocols/language/text.ts";
import type { Facts } from "#protocols/language/vocabulary/answers.ts";
import { type OwnSituation, participationOf, type Scope } from "./access.ts";
import { circumstancesOf } from "./circumstances.ts";
import type { Db } from "./client.ts";
import { type Ending, endingOf, type Inactive, inactivityOf } from "./follow-up-page.ts";
import { storyOf } from "./history.ts";
import type { Moment } from "./journal.ts";
import { showAlias } from "./pseudonyms/alias.ts";
import { showCode } from "./pseudonyms/code.ts";
import { type HandoffInSituation, handoffsFor } from "./situation-handoffs.ts";
import { type Telling, type Told, toldHistory } from "./situation-history.ts";
import { peopleOf, type Who } from "./situation-people.ts";
import {
	correctableBy,
	interruptionOf,
	isHeavy,
	type Offered,
	offeredTo,
	type PlaceInProtocol,
	placeInProtocol,
} from "./situation-standing.ts";
import {
	type OpenStep,
	openStepsFor,
	type PartnerStep,
	partnerStepsFor,
} from "./situation-steps.ts";
import { interruptionTitle, partTitle } from "./situation-titles.ts";

/** An open part and who holds it. */
export type HeldPart = { part: PartId; title: Text | null; who: Who; since: EpochMs };

/** Everything that one structure may see of a situation, and nothing else. */
export type SituationPage = {
	handle: string;
	alias: string;
	code: string;
	closed: boolean;
	openedAt: EpochMs;
	seen: number;
	held: HeldPart[];
	/** The open steps that this structure sees by name, and what it may know of the others. */
	steps: OpenStep[];
	partners: PartnerStep[];
	/** Interruptions that run, and those that this structure may declare, danger first. */
	running: { id: string; title: Text; pauses: boolean }[];
	offered: Offered[];
	handoffs: HandoffInSituation[];
	history: Told[];
	facts: Facts;
	roles: { roleId: string; role: Text; who: Who; mayChange: boolean }[];
	lead: Who | null;
	/** May say who does what: holds a part, leads, or coordinates. */
	steers: boolean;
	/** Positions of one's own entries that can still be corrected. */
	correctable: number[];
	/** After an emergency or a fourth loop, somebody should say that one is not alone. */
	heavy: boolean;
	place: PlaceInProtocol;
	/** That nobody acts; null while somebody does. */
	inactive: Inactive | null;
	/** How it ended; null while it is open. */
	ending: Ending | null;
	/** Where it goes on, by the reader's own names, when it was closed as a duplicate. */
	continues: { handle: string; alias: string } | null;
	/** The reader takes part only by what came along with a duplicate. */
	beside: boolean;
	/** For the drawing; never serialised as it is. */
	compiled: CompiledProtocol;
};

export type Reading = { scope: Scope; acting: Acting; moment: Moment };

/** What a structure may see of its situation now. */
export function situationPage(db: Db, own: OwnSituation, reading: Reading): SituationPage {
	const { scope, acting, moment } = reading;
	const { situation, events } = storyOf(db, own.situationPk);
	const telling = tellingOf(db, reading, situation, events);
	const steers = maySteer(situation, acting) && situation.status === "open";
	return {
		handle: own.handle,
		alias: showAlias(own.alias),
		code: showCode(own.code),
		closed: situation.status === "closed",
		openedAt: situation.closure ? weekOf(situation.openedAt) : situation.openedAt,
		seen: situation.latestAct,
		held: heldParts(situation, telling),
		steps: openStepsFor(events, telling),
		partners: partnerStepsFor(telling),
		running: runningInterruptions(situation).map((id) => ({
			id,
			title: interruptionTitle(situation, id),
			pauses: interruptionOf(situation, id)?.clocks === "pause",
		})),
		offered: offeredTo(situation, acting, circumstancesOf(db, scope.territoryId, moment)),
		handoffs: handoffsFor(db, own.situationPk, telling),
		history: toldHistory(events, telling),
		facts: readableFacts(situation, telling.readable),
		roles: Object.entries(situation.bindings).map(([roleId, structure]) => ({
			roleId,
			role: telling.people.role(roleId),
			who: telling.people.who(structure, roleId),
			mayChange: steers || (structure === scope.structureId && situation.status === "open"),
		})),
		lead: situation.lead === undefined ? null : telling.people.who(situation.lead),
		steers,
		correctable: correctableBy(situation, scope.structureId),
		heavy: isHeavy(events, moment.now),
		place: placeInProtocol(situation, events, telling.sees),
		inactive: inactivityOf(db, situation, reading),
		ending: endingOf(db, situation, reading),
		continues: continuationOf(db, situation, scope),
		beside: isOnlyBeside(situation, scope.structureId),
		compiled: situation.compiled,
	};
}

function continuationOf(db: Db, { merged }: Situation, { structureId }: Scope) {
	if (merged?.into === undefined) return null;
	const part = participationOf(db, merged.into, structureId);
	return part?.takesPart ? { handle: part.handle, alias: showAlias(part.alias) } : null;
}

/** What is needed to tell a situation to one of its structures. */
export function tellingOf(
	db: Db,
	{ scope, acting }: Reading,
	situation: Situation,
	events: readonly SituationEvent[],
): Telling {
	const entered = events.flatMap(({ clocks }) => startsOf(clocks));
	const reader = { structureId: scope.structureId, coordinator: acting.coordinator };
	return {
		situation,
		people: peopleOf(db, scope, situation),
		structureId: scope.structureId,
		readable: readableFields(situation, reader, entered),
		sees: sightOf(situation, reader),
	};
}

function heldParts(situation: Situation, { people }: Telling): HeldPart[] {
	return openParts(situation).flatMap((part) => {
		const holder = situation.holders[part];
		if (!holder) return [];
		const who = people.who(holder.structure);
		return [{ part, title: partTitle(situation, part), who, since: holder.since }];
	});
}
