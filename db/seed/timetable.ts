import type { Calendar, EpochMs } from "#protocols/casework/situation.ts";
import type { Act } from "#protocols/catalogue/scenario.ts";
import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import type { Duration } from "#protocols/language/delay.ts";

/** When a story begins, and when each of its acts takes place. */
export type Timetable = { startsAt: EpochMs; instants: EpochMs[] };

const quarterMs = 900_000;
const dayMs = 86_400_000;
const longestDays = 300;

/** How long a team takes between two acts, in office hours: told one after the other. */
const paces = [3, 1.5, 5, 2, 4, 6.5, 1];

/**
 * Spreads a story over the weeks before an instant: in office hours, at a pace at which most
 * delays are kept, and within minutes where there is danger.
 *
 * @param endsAt when the last act takes place
 * @param turn shifts the pace, so that stories differ
 */
export function timetableFor(
	calendar: Calendar,
	compiled: CompiledProtocol,
	{ acts, endsAt, turn }: { acts: readonly Act[]; endsAt: EpochMs; turn: number },
): Timetable {
	const gaps = acts.map((act, index) => gapBefore(compiled, act, index + turn));
	const from = (startsAt: EpochMs) => instantsFrom(calendar, startsAt, gaps);
	const startsAt = latest(endsAt, (instant) => (from(instant).at(-1) ?? instant) <= endsAt);
	const instants = from(startsAt);
	return acts.length === 0
		? { startsAt: endsAt, instants }
		: { startsAt, instants: [...instants.slice(0, -1), endsAt] };
}

/** The latest quarter of an hour from which a delay is over by an instant. */
export function instantBefore(calendar: Calendar, end: EpochMs, ago: Duration): EpochMs {
	return latest(end, (instant) => calendar.dueAt(instant, ago) <= end);
}

function instantsFrom(calendar: Calendar, startsAt: EpochMs, gaps: Duration[]): EpochMs[] {
	let now = startsAt;
	return gaps.map((gap) => {
		now = calendar.dueAt(now, gap);
		return now;
	});
}

function gapBefore(compiled: CompiledProtocol, act: Act, turn: number): Duration {
	if ("waits" in act) return act.waits;
	if (isSwift(compiled, act)) return { n: 0.3, unit: "clock-hours" };
	return { n: paces[turn % paces.length] ?? 1, unit: "working-hours" };
}

/** Where a delay is counted round the clock, nobody waits for the office to open. */
function isSwift(compiled: CompiledProtocol, act: Exclude<Act, { waits: unknown }>): boolean {
	if ("raises" in act) return true;
	const id = "answers" in act ? act.answers : "handsOff" in act ? act.handsOff : act.onHandoff;
	const step = compiled.places.steps.get(id)?.step;
	return step?.delay.unit === "clock-hours" && step.kind !== "review";
}

/** The latest quarter of an hour up to an instant for which something holds that held long before. */
function latest(end: EpochMs, holds: (instant: EpochMs) => boolean): EpochMs {
	if (holds(end)) return end;
	let fails = 0;
	let held = (longestDays * dayMs) / quarterMs;
	while (held - fails > 1) {
		const middle = Math.floor((fails + held) / 2);
		if (holds(end - middle * quarterMs)) held = middle;
		else fails = middle;
	}
	return end - held * quarterMs;
}
