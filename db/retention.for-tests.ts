import { dayMs } from "#protocols/retention/due-act.ts";
import { cleanTrail } from "./clean-trail.ts";
import { finishToday, lookToday } from "./lived-days.ts";
import { type Applied, sweepRetention } from "./retention-sweep.ts";
import { momentAt, monday, type SmallTerritory } from "./small-territory.ts";
import { sweepTimers } from "./timers.ts";

/** What happened on a day after the Monday on which the small stories begin. */
export type Happened = [day: number, applied: Applied];

/** A day of a server on which nobody does anything: clocks strike, then retention is looked after. */
export function liveDay(territory: Pick<SmallTerritory, "db">, day: number): Happened[] {
	const { db } = territory;
	const moment = momentAt(monday + day * dayMs, day + 1);
	let swept = sweepTimers(db, moment);
	while (swept.next) swept = sweepTimers(db, moment, { after: swept.next });
	if (lookToday(db, moment.now).done) return [];
	const met = [...sweepRetention(db, moment)];
	cleanTrail(db, moment);
	const faults = met.flatMap((one) => ("fault" in one ? [one.fault] : []));
	if (faults.length > 0) throw faults[0];
	finishToday(db, moment.now);
	return met.flatMap((one): Happened[] =>
		"applied" in one && one.applied ? [[day, one.applied]] : [],
	);
}

/** Days without anybody, from one up to and without another. */
export function liveDays(territory: Pick<SmallTerritory, "db">, from: number, to: number) {
	const happened: Happened[] = [];
	for (let day = from; day < to; day += 1) happened.push(...liveDay(territory, day));
	return happened;
}
