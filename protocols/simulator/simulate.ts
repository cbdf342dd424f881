import type { SituationEvent } from "#protocols/casework/events.ts";
import type { EpochMs } from "#protocols/casework/situation.ts";
import type { Act } from "#protocols/catalogue/scenario.ts";
import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import { type Change, changesBetween } from "./changes.ts";
import { beginStory, type Told, tellAct } from "./telling.ts";
import type { Why } from "./why.ts";
import { ordinarySetting, type Setting } from "./world.ts";

/** A fictitious story: what already runs as the situation opens, then what people and time do. */
export type Story = { opensWith?: string[] | undefined; acts: Act[] };

/** One act as it was played. Without an act it is the opening. */
export type Played = {
	act: Act | undefined;
	/** When it was done; for a wait, when it was over. */
	at: EpochMs;
	events: SituationEvent[];
	changes: Change[];
};

/** Where a story stops: acts count from 1, and 0 is the opening. */
export type Refused = { act: number; why: Why };

/** A story as far as the protocol lets it be told. */
export type Simulation = {
	/** The opening first, then one for each act. */
	played: Played[];
	/** How far it is told; undefined when not even the opening is possible. */
	told: Told | undefined;
	refused: Refused | undefined;
};

/**
 * Plays a fictitious situation over the rules of real ones. Pure, and the same each time.
 *
 * Never throws on a story that the protocol refuses: it says at which act, why, and how things
 * stood just before.
 */
export function simulate(
	compiled: CompiledProtocol,
	{ opensWith = [], acts }: Story,
	setting: Setting = ordinarySetting,
): Simulation {
	const opened = beginStory(compiled, opensWith, setting);
	if (!opened.ok) return { played: [], told: undefined, refused: { act: 0, why: opened.why } };

	let told = opened.told;
	const played = [playedAs(undefined, undefined, told, opened.events)];
	for (const [index, act] of acts.entries()) {
		const next = tellAct(told, act);
		if (!next.ok) return { played, told, refused: { act: index + 1, why: next.why } };
		played.push(playedAs(act, told, next.told, next.events));
		told = next.told;
	}
	return { played, told, refused: undefined };
}

function playedAs(
	act: Act | undefined,
	before: Told | undefined,
	after: Told,
	events: SituationEvent[],
): Played {
	const changes = changesBetween(before?.situation, after.situation, events);
	return { act, at: after.now, events, changes };
}
