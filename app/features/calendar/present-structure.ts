import type { StructureDays } from "#db/calendar-change.ts";
import { periodsOf } from "#protocols/calendar/closures.ts";
import type { StructureView } from "./structure-days-page.tsx";

type Given = StructureDays & { name: string; workDays: readonly number[]; since: string };

/** The closing days of a structure as their form shows them; dated ones from `since` on, as periods. */
export function presentStructure({ name, closing, onCall, workDays, since }: Given): StructureView {
	return {
		name,
		onCall,
		weekdays: closing.weekdays.map(String),
		workDays: workDays.map(String),
		periods: periodsOf(closing.dates).filter(({ to }) => to >= since),
	};
}
