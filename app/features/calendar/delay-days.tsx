import "#app/locales/needed/calendar.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { Table } from "#app/ui/table.tsx";
import type { CountedDay } from "#protocols/calendar/counted-days.ts";
import { useReason } from "./use-reason.ts";

/** Every day of a delay: what it counts for, and why. */
export function DelayDays({ days }: { days: CountedDay[] }) {
	const t = useT("calendar");
	const format = useFormat("UTC");
	const reason = useReason();
	const counts = useCounts();
	return (
		<Table
			caption={t("delay.days")}
			captionHidden
			rows={days}
			rowKey={({ date }) => date}
			columns={[
				{
					key: "day",
					title: t("delay.day"),
					cell: ({ date }) => <time dateTime={date}>{format.date(`${date}T12:00:00Z`)}</time>,
				},
				{ key: "counts", title: t("delay.counts"), cell: counts },
				{ key: "why", title: t("delay.why"), cell: reason },
			]}
		/>
	);
}

/** Says what a day counts for. */
function useCounts(): (day: CountedDay) => string {
	const t = useT("calendar");
	return ({ counts }) => {
		switch (counts.as) {
			case "time": {
				const minutes = Math.round(counts.ms / 60_000);
				const padded = String(minutes % 60).padStart(2, "0");
				return t("delay.time", { hours: Math.floor(minutes / 60), minutes: padded });
			}
			case "day":
				return t("delay.number", { number: counts.number });
			case "start":
				return t("delay.starts");
			case "nothing":
				return t("delay.nothing");
		}
	};
}
