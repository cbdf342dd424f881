import { ordinaryCalendar } from "#protocols/calendar/example-calendars.ts";
import { type CompiledProtocol, compileProtocol } from "#protocols/compiler/compile.ts";
import type { Duration } from "#protocols/language/delay.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";
import type { Command, OpenSituation } from "./commands.ts";
import { decide } from "./decide.ts";
import type { SituationEvent } from "./events.ts";
import { decideOpening, openingRole } from "./opening.ts";
import type { Refusal } from "./refusal.ts";
import type { Circumstances, ClockId, EpochMs, Situation } from "./situation.ts";
import type { Acting, Decision } from "./story.ts";
import { territoryCalendar } from "./territory-calendar.ts";

/** Monday 7 September 2026, 10:00 in Paris: office hours, an ordinary week ahead. */
export const mondayMorning: EpochMs = 1_788_768_000_000;
export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** What a rehearsal starts from; everything has a default. */
export type Setting = {
	document: unknown;
	/** The structures that hold each role; by default three of the role's name, the lead alone. */
	holding: Record<string, string[]>;
	opening: Partial<OpenSituation>;
	startsAt: EpochMs;
	/** What the ids of its handoffs begin with: two situations share none. */
	ids: string;
	/** Which accounts are active; by default all. */
	isActiveMember: (structure: string, member: string) => boolean;
};

/** A wish to do something now, worked out on the situation of the moment. */
export type Wish = (told: Rehearsal) => Command;

/** A situation that is told command after command, for proofs; each command takes a minute. */
export type Rehearsal = {
	readonly compiled: CompiledProtocol;
	readonly now: EpochMs;
	readonly situation: Situation;
	readonly events: readonly SituationEvent[];
	circumstances(): Circumstances;
	/** Does it. @returns the events recorded. @throws Error when it is refused */
	does(wish: Wish): SituationEvent[];
	/** Goes on from what was decided elsewhere. @throws Error when it was refused */
	takes(decision: Decision): SituationEvent[];
	/** Tries it; nothing is recorded. @throws Error when it would be accepted */
	refuses(wish: Wish): Refusal;
	/** Lets time pass, and every clock strike that is due on the way. */
	waits(duration: Duration): void;
	/** Lets time pass while no clock is heard, as after a crash. */
	sleeps(lengthMs: number): void;
};

/** Opens a situation under a protocol and tells it from there. */
export function rehearse(document: unknown, setting: Partial<Setting> = {}): Rehearsal {
	const compiled = compiledDocument(document);
	const worldAt = worldOf(compiled, setting);
	let now = setting.startsAt ?? mondayMorning;
	const opened = accepted(decideOpening(compiled, openingOf(compiled, setting), worldAt(now)));
	let situation = opened.situation;
	const events = [...opened.events];

	const record = (decision: Decision): SituationEvent[] => {
		const next = accepted(decision);
		situation = next.situation;
		events.push(...next.events);
		return next.events;
	};
	const strikeUntil = (until: EpochMs) => {
		for (let next = nextStrike(situation, until); next; next = nextStrike(situation, until)) {
			const { clock, stage, at } = next;
			now = Math.max(now, at);
			record(decide(situation, { type: "strike-clock", clock, stage }, worldAt(now)));
		}
		now = Math.max(now, until);
	};

	const told: Rehearsal = {
		compiled,
		get now() {
			return now;
		},
		get situation() {
			return situation;
		},
		events,
		circumstances: () => worldAt(now),
		does(wish) {
			now += minuteMs;
			return record(decide(situation, wish(told), worldAt(now)));
		},
		takes: record,
		refuses(wish) {
			const decision = decide(situation, wish(told), worldAt(now + minuteMs));
			if (!decision.accepted) return decision.refusal;
			throw new Error(`Accepted: ${decision.events.map(({ type }) => type).join(", ")}`);
		},
		waits: (duration) => strikeUntil(worldAt(now).calendar.dueAt(now, duration)),
		sleeps(lengthMs) {
			now += lengthMs;
		},
	};
	return told;
}

/** Tries an opening. */
export function tryOpening(document: unknown, setting: Partial<Setting> = {}): Decision {
	const compiled = compiledDocument(document);
	const world = worldOf(compiled, setting)(setting.startsAt ?? mondayMorning);
	return decideOpening(compiled, openingOf(compiled, setting), world);
}

/** The next strike of a running clock up to an instant, the earliest first. */
export function nextStrike(situation: Situation, until: EpochMs) {
	const clocks = Object.entries(situation.clocks) as [ClockId, Situation["clocks"][ClockId]][];
	return clocks
		.flatMap(([clock, { strikes, pausedAt }]) => {
			const [first] = pausedAt === undefined ? strikes : [];
			return first && first.at <= until ? [{ clock, ...first }] : [];
		})
		.sort((left, right) => left.at - right.at)[0];
}

/** Somebody of a structure, with the right to receive for it. */
export function memberOf(structure: string, rights: Partial<Acting> = {}): Acting {
	return {
		structure,
		actor: `${structure}-member`,
		reception: true,
		coordinator: false,
		...rights,
	};
}

/** The coordinator of the territory, who has no part in the situation. */
export const coordinator = memberOf("coordination", { reception: false, coordinator: true });

function compiledDocument(document: unknown): CompiledProtocol {
	const read = readProtocol(document);
	if (!read.ok) throw new Error(JSON.stringify(read.issues));
	return compileProtocol(read.protocol);
}

function worldOf(
	compiled: CompiledProtocol,
	{ holding = {}, ids: prefix = "h", isActiveMember = () => true }: Partial<Setting>,
) {
	const calendar = territoryCalendar(ordinaryCalendar("metropole"), () => undefined);
	const internal = compiled.protocol.roles.filter(({ external }) => !external);
	const usual = internal.map(({ id }) => [id, id === "lead" ? [id] : [id, `${id}-2`, `${id}-3`]]);
	const structures = new Map([...usual, ...Object.entries(holding)] as [string, string[]][]);
	let ids = 0;
	const newId = () => {
		ids += 1;
		return `${prefix}${ids}`;
	};
	const directory = {
		structuresHolding: (role: string) => structures.get(role) ?? [],
		isActiveMember,
	};
	return (now: EpochMs): Circumstances => ({ now, newId, calendar, directory });
}

function openingOf(compiled: CompiledProtocol, { opening }: Partial<Setting>): OpenSituation {
	const acting = memberOf(openingRole(compiled));
	return {
		type: "open-situation",
		acting,
		facts: { age_band: "A15_17", source_type: "OUTREACH" },
		raises: [],
		...opening,
	};
}

function accepted(decision: Decision) {
	if (decision.accepted) return decision;
	throw new Error(`Refused: ${JSON.stringify(decision.refusal)}`);
}
