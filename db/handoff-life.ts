import type {
	HandoffCodes,
	HandoffMoved,
	LifeSoFar,
	SituationEvent,
} from "#protocols/casework/events.ts";
import type { HandoffAct } from "#protocols/casework/handoff/life.ts";
import { lifeIn } from "#protocols/casework/handoff/told-life.ts";
import type { EpochMs, Stage } from "#protocols/casework/situation.ts";
import type { OwnHandoff } from "./access.ts";

/** One moment in the life of a handoff, as one side may read it. */
export type LifeMoment = {
	/** Its place in that life. */
	position: number;
	at: EpochMs;
	/** A structure, or `clock` or `system`. */
	by: string;
	what: HandoffAct | "PREPARE" | "RECALCULATED" | Stage;
	codes: HandoffCodes;
	/** An account of the recipient structure. */
	referent?: string | undefined;
	until?: EpochMs | undefined;
};

/** Codes that a coordinator arbitrates with; the others say something about the young person. */
const forCoordinators = [
	"mismatch",
	"declineReason",
	"suggests",
	"redirectReason",
	"phone",
	"next",
] as const;

/**
 * What happened to a handoff, in order. What came before it was sent is its sender's alone; a
 * coordinator reads who did what and why it was declined, not what it says of the young person.
 */
export function lifeOfHandoff(
	events: readonly SituationEvent[],
	{ handoffId, side }: Pick<OwnHandoff, "handoffId" | "side">,
): LifeMoment[] {
	const moments = lifeIn(events, handoffId).map((event, index) => momentOf(event, index + 1));
	const sent = moments.findIndex(({ what }) => what === "SEND");
	const seen = side === "sender" ? withoutIdleDraft(moments) : moments.slice(Math.max(sent, 0));
	if (side !== "coordinator") return seen;
	return seen.map(({ position, at, by, what, codes }) => ({
		position,
		at,
		by,
		what,
		codes: codesForCoordinators(codes),
	}));
}

function momentOf(event: LifeSoFar[number], position: number): LifeMoment {
	const { at, by } = event;
	switch (event.type) {
		case "handoff-prepared":
			return { position, at, by, what: "PREPARE", codes: {} };
		case "handoff-moved":
			return momentOfAct(event, position);
		case "clock-struck":
			return { position, at, by, what: event.stage, codes: {} };
		case "clocks-recalculated":
			return { position, at, by, what: "RECALCULATED", codes: {} };
	}
}

function momentOfAct(event: HandoffMoved, position: number): LifeMoment {
	const { at, by, act, codes, referent, until } = event;
	return { position, at, by, what: act, codes, referent, until };
}

/** A draft that was sent in the same breath was never one. */
function withoutIdleDraft(moments: LifeMoment[]): LifeMoment[] {
	const [prepared, sent] = moments;
	return sent?.what === "SEND" && prepared?.at === sent.at ? moments.slice(1) : moments;
}

function codesForCoordinators(codes: HandoffCodes): HandoffCodes {
	const kept = forCoordinators.filter((code) => codes[code] !== undefined);
	return Object.fromEntries(kept.map((code) => [code, codes[code]]));
}
