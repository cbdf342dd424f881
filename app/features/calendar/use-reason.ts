import "#app/locales/needed/calendar.ts";
import { formatList } from "#app/i18n/list.ts";
import { useLanguage, useT } from "#app/i18n/use-t.ts";
import type { DayReason } from "#protocols/calendar/day-standing.ts";

/** Says why a day is worked or not; a holiday by its name. */
export function useReason(): (reason: DayReason) => string {
	const t = useT("calendar");
	const language = useLanguage();
	return (reason) => {
		if (reason.why !== "holiday") return t(`why.${reason.why}`);
		return formatList(
			reason.holidays.map((code) => t(`holiday.${code}`)),
			language,
		);
	};
}
