import { formatList, formatPlainDate, formatWeekday } from "#app/i18n/list.ts";
import type { StructureChoice } from "#db/handoff-choices.ts";
import type { Language } from "#protocols/language/text.ts";
import { structureKey } from "./structure-keys.ts";

/** A structure to choose, with what helps to choose, in the reader's language. */
export type PresentedStructure = ReturnType<typeof presentStructure>;

/** Words the days when a structure is closed. */
export function presentStructure(
	choice: StructureChoice,
	{ language, secret }: { language: Language; secret: string },
) {
	const { name, zone, phone, capacity, closedOn, nextClosing, openToday } = choice;
	const days = closedOn.map((day) => formatWeekday(day, language));
	return {
		/** What a form calls it; an id only where its name is known. */
		id: structureKey(choice, secret),
		name,
		zone,
		phone,
		capacity,
		openToday,
		closedOn: days.length > 0 ? formatList(days, language) : null,
		nextClosing: nextClosing && formatPlainDate(nextClosing, language),
	};
}
