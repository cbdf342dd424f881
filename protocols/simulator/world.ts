import { ordinaryCalendar } from "#protocols/calendar/example-calendars.ts";
import type { WorkingCalendar } from "#protocols/calendar/working-calendar.ts";
import { storyDirectory } from "#protocols/casework/scenario-world.ts";
import type { Circumstances, EpochMs, Situation } from "#protocols/casework/situation.ts";
import { territoryCalendar } from "#protocols/casework/territory-calendar.ts";
import type { CompiledProtocol } from "#protocols/compiler/compile.ts";

/** Monday 7 September 2026, 10:00 in Paris: a fictitious clock that starts in an ordinary week. */
const mondayMorning: EpochMs = 1_788_768_000_000;

/** When a story begins, and by which days and hours its delays are counted. */
export type Setting = { startsAt: EpochMs; calendar: WorkingCalendar };

/** Where nobody says otherwise, a story begins on a Monday morning of the mainland. */
export const ordinarySetting: Setting = {
	startsAt: mondayMorning,
	calendar: ordinaryCalendar("metropole"),
};

/** The fictitious territory at an instant of a story; what it is told next gets ids of its own. */
export function circumstancesAt(
	compiled: CompiledProtocol,
	{ calendar }: Setting,
	now: EpochMs,
	situation?: Situation,
): Circumstances {
	let ids = Object.keys(situation?.handoffs ?? {}).length;
	const newId = () => {
		ids += 1;
		return `h${ids}`;
	};
	return {
		now,
		newId,
		calendar: territoryCalendar(calendar, () => undefined),
		directory: storyDirectory(compiled.protocol),
	};
}
