import "#app/locales/needed/calendar.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import type { Period } from "#protocols/calendar/closures.ts";

/** A period in words: its days, or its only one. */
export function usePeriod(): (period: Period) => string {
	const t = useT("calendar");
	const format = useFormat("UTC");
	const day = (date: string) => format.date(`${date}T12:00:00Z`);
	return ({ from, to }) =>
		from === to
			? t("structure.day", { day: day(from) })
			: t("structure.period", { from: day(from), to: day(to) });
}
