import { setImmediate } from "node:timers/promises";
import type { CalendarChange } from "#db/calendar-change.ts";
import type { Db } from "#db/client.ts";
import type { Stuck } from "#db/incidents.ts";
import { type Portion, recalculateSome, waitingRecalculations } from "#db/recalculation.ts";
import { type Moves, previewMoves } from "#db/recalculation-preview.ts";
import { situationsToRecalculate } from "#db/running-clocks.ts";
import { momentOf } from "./casework.server.ts";
import { traceOf } from "./log.server.ts";
import type { Services } from "./services.server.ts";

/** How many situations are computed again between two looks at what requests wait for. */
const portion = 2;

/** Whether a change of the calendar has left clocks that are still to be computed again. */
export function isBehind({ db }: Services): boolean {
	return waitingRecalculations(db).length > 0;
}

/**
 * Has every clock computed again that a change of the calendar left behind, before any of them may
 * strike by the old one. What a crash cut off is still noted, and goes on here.
 *
 * Where it fails as a whole, the clocks go on as they are: a wrong instant is better than none.
 *
 * @param goesOn asked between two portions: once stopped, the store may be closed
 */
export async function finishRecalculations(
	services: Services,
	goesOn: () => boolean = () => true,
): Promise<void> {
	for (const territoryId of waitingRecalculations(services.db)) {
		try {
			while (goesOn() && !recalculateNext(services, territoryId)) await setImmediate();
		} catch (error) {
			noteFaults(services, territoryId, [error]);
		}
	}
}

/** @returns whether nothing is left to do for the territory */
function recalculateNext(services: Services, territoryId: string): boolean {
	const recalculated = services.db.transaction(
		(tx) => recalculateSome(tx, momentOf(services), territoryId, portion),
		{ behavior: "immediate" },
	);
	notePortion(services, territoryId, recalculated);
	return recalculated.done;
}

/** The territories of which every situation was computed so far, from the first one on. */
const faultless = new WeakMap<Db, Set<string>>();

/**
 * Tells of what could not be computed. Once all of a territory could be, from the first situation to
 * the last, its incident ends.
 */
export function notePortion(
	services: Services,
	territoryId: string,
	{ first, done, faults }: Portion,
): void {
	const { db, incidents } = services;
	const whole = faultless.get(db) ?? new Set();
	faultless.set(db, whole);
	if (first) whole.add(territoryId);
	if (faults.length > 0) whole.delete(territoryId);
	noteFaults(services, territoryId, faults);
	if (done && whole.delete(territoryId)) incidents.wentThrough(stuckRecalculation(territoryId));
}

/** The clocks of a territory, as an incident is about them. */
export function stuckRecalculation(territoryId: string): Stuck {
	return { source: "worker", key: `recalculation:${territoryId}` };
}

/** What a change would move, and of how many situations that was counted. */
export type Preview = Moves & { all: number };

/** How many situations a preview looks at, at most, and between two looks at other requests. */
const mostPreviewed = 300;
const previewPortion = 5;

/** Counts what a change of the calendar would move; nothing is written, and nobody waits behind it. */
export async function previewChange(
	services: Services,
	asked: { territoryId: string; change: CalendarChange },
): Promise<Preview> {
	const { db } = services;
	const total: Preview = {
		...{ clocks: 0, later: 0, earlier: 0, lateAtOnce: 0, situations: 0 },
		all: situationsToRecalculate(db, asked.territoryId),
	};
	let next: number | undefined = 0;
	while (next !== undefined && total.situations < mostPreviewed) {
		const place = { afterPk: next, limit: previewPortion };
		const counted = previewMoves(db, momentOf(services), asked, place);
		for (const count of countedOf(counted.moves)) total[count] += counted.moves[count];
		next = counted.next;
		await setImmediate();
	}
	return total;
}

function countedOf(moves: Moves): (keyof Moves)[] {
	return Object.keys(moves) as (keyof Moves)[];
}

/** A situation whose clocks could not be computed again keeps the old ones: somebody has to look. */
function noteFaults(
	{ log, incidents }: Services,
	territoryId: string,
	faults: readonly unknown[],
): void {
	if (faults.length === 0) return;
	const classes = new Set(faults.map((fault) => traceOf(fault).className));
	log.error({ event: "clocks-not-recalculated", situations: faults.length, faults: [...classes] });
	incidents.open({ ...stuckRecalculation(territoryId), reason: "clock-failed" });
}
