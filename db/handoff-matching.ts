import { type Handoff, isPaired, stateOf } from "#protocols/casework/handoff/handoff.ts";
import { hasEnded } from "#protocols/casework/handoff/life.ts";
import type { EpochMs } from "#protocols/casework/situation.ts";
import { looksOn, type OwnHandoff } from "./access.ts";
import { codeLength, isCode, tidyCode } from "./pseudonyms/code.ts";
import { recallMs } from "./recalls.ts";

/** By what two people are sure that they mean the same line, as one side may read it. */
export type Matching = {
	/** Null for a recipient who has still to hear and type it, and once it has expired. */
	number: string | null;
	/** The two words that both sides read; null for whoever looks on, and once they have expired. */
	words: string | null;
	/** The recipient has found the line and received it. */
	paired: boolean;
	/** Why it has not, as far as it said. */
	unmatched: Handoff["unmatched"] | null;
	/** How long the line is on top of the recipient's day. */
	recalledUntil: EpochMs | null;
};

/** What a side may read of the number and the words of its handoff. */
export function matchingOf(handoff: Handoff, own: OwnHandoff, now: EpochMs): Matching {
	const paired = isPaired(handoff);
	const until = handoff.recalledAt === undefined ? 0 : handoff.recalledAt + recallMs;
	const expired = hasEnded(stateOf(handoff)) && until <= now;
	const unheard = own.side === "recipient" && !paired;
	return {
		number: expired || unheard ? null : own.number,
		words: expired || looksOn(own.side) || handoff.to === undefined ? null : own.words,
		paired,
		unmatched: handoff.unmatched ?? null,
		recalledUntil: until > now ? until : null,
	};
}

/** What a typed number says of a line: a slip of the hand, another line, or this one. */
export type Matched = "wrong-check" | "other" | "same";

/** Compares a number that was heard and typed with that of a line; a slip is noticed by itself. */
export function matchNumber({ number }: Pick<OwnHandoff, "number">, typed: string): Matched {
	const code = tidyCode(typed);
	if (code.length !== codeLength || !isCode(code)) return "wrong-check";
	return code === number ? "same" : "other";
}
