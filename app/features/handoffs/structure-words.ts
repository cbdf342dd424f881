import { formatList, formatPlainDate, formatWeekday } from "#app/i18n/list.ts";
import type { StructureChoice } from "#db/handoff-choices.ts";
import type { Language } from "#protocols/language/text.ts";

/** A structure to choose, with what helps to choose, in the reader's language. */
export type PresentedStructure = ReturnType<typeof presentStructure>;

/** Words the days when a structure is closed. */
export function presentStructure(
	{ id, name, zone, phone, closedOn, nextClosing, openToday }: StructureChoice,
	language: Language,
) {
	const days = closedOn.map((day) => formatWeekday(day, language));
	return {
		id,
		name,
		zone,
		phone,
		openToday,
		closedOn: days.length > 0 ? formatList(days, language) : null,
		nextClosing: nextClosing && formatPlainDate(nextClosing, language),
	};
}
