import { decideRecalculation } from "#protocols/casework/recalculation.ts";
import type { ClockId, Situation } from "#protocols/casework/situation.ts";
import type { CalendarChange } from "./calendar-change.ts";
import type { Db } from "./client.ts";
import type { Moment } from "./journal.ts";
import { circumstancesUnder, pastOf, situationsWithClocks } from "./running-clocks.ts";

/** The counts that somebody sees before a calendar is changed: of clocks, never of whom they are. */
export type Moves = {
	/** Running clocks that were looked at. */
	clocks: number;
	later: number;
	earlier: number;
	/** Those that would be late at once. */
	lateAtOnce: number;
	/** Situations that were looked at. */
	situations: number;
};

/** What a change would move in the next situations, were it made now. Nothing is written. */
export function previewMoves(
	db: Db,
	moment: Moment,
	{ territoryId, change }: { territoryId: string; change: CalendarChange },
	{ afterPk, limit }: { afterPk: number; limit: number },
): { moves: Moves; next: number | undefined } {
	const circumstances = circumstancesUnder(db, territoryId, { moment, change });
	const looked = situationsWithClocks(db, territoryId, { afterPk, limit });
	const moves = { clocks: 0, later: 0, earlier: 0, lateAtOnce: 0, situations: looked.length };
	for (const situationPk of looked) {
		const { before, history } = pastOf(db, situationPk);
		const story = decideRecalculation(before, history, circumstances);
		countMoves(moves, before, story?.situation ?? before, moment.now);
	}
	return { moves, next: looked.length < limit ? undefined : looked.at(-1) };
}

function countMoves(moves: Moves, before: Situation, after: Situation, now: number): void {
	for (const clock of Object.keys(before.clocks) as ClockId[]) {
		const [was, is] = [before.clocks[clock]?.dueAt ?? 0, after.clocks[clock]?.dueAt ?? 0];
		moves.clocks += 1;
		if (is > was) moves.later += 1;
		if (is < was) moves.earlier += 1;
		if (was > now && is <= now) moves.lateAtOnce += 1;
	}
}
