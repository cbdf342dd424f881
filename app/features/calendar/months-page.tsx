import "#app/locales/needed/calendar.ts";
import { formatMonth } from "#app/i18n/format.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useLanguage, useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Mark } from "#app/ui/mark.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { PrintButton } from "#app/ui/print-button.tsx";
import { Table } from "#app/ui/table.tsx";
import type { DayStanding } from "#protocols/calendar/day-standing.ts";
import { useReason } from "./use-reason.ts";

/** Three months of a calendar, day by day. */
export type MonthsView = {
	today: string;
	/** The structure whose closing days are included. */
	structure: string;
	months: { month: string; days: DayStanding[] }[];
};

/** What the coming months are by the calendar of the territory, for everybody who counts on it. */
export function MonthsPage({ view }: { view: MonthsView }) {
	const t = useT("calendar");
	return (
		<Page
			width="wide"
			title={t("months.title")}
			lead={
				<>
					<p>{t("months.lead")}</p>
					<p>{t("months.leadStructure", { name: view.structure })}</p>
				</>
			}
			back={{ to: paths.account(), label: t("links.back") }}
		>
			<PrintButton label={t("months.print")} />
			<div className="mt-8 grid gap-x-10 gap-y-12 xl:grid-cols-3">
				{view.months.map((month) => (
					<MonthTable key={month.month} {...month} today={view.today} />
				))}
			</div>
		</Page>
	);
}

type MonthProps = MonthsView["months"][number] & Pick<MonthsView, "today">;

function MonthTable({ month, days, today }: MonthProps) {
	const t = useT("calendar");
	const language = useLanguage();
	const format = useFormat("UTC");
	const reason = useReason();
	const name = formatMonth(`${month}-15T12:00:00Z`, { language, timeZone: "UTC" });
	const worked = days.filter((day) => day.worked).length;
	return (
		<div className="min-w-0 print:break-inside-avoid">
			<Section title={name}>
				<p className="mb-3 text-ink-soft">{t("months.worked", { count: worked })}</p>
				<Table
					caption={t("months.month", { month: name })}
					captionHidden
					rows={days}
					rowKey={({ date }) => date}
					columns={[
						{
							key: "day",
							title: t("months.day"),
							cell: ({ date }) => (
								<time
									dateTime={date}
									aria-current={date === today ? "date" : undefined}
									className="whitespace-nowrap"
								>
									{format.day(`${date}T12:00:00Z`)}
									{date === today ? (
										<span className="block font-normal">({t("months.today")})</span>
									) : null}
								</time>
							),
						},
						{
							key: "standing",
							title: t("months.standing"),
							cell: (day) => (
								<span className="flex items-start gap-2">
									<Mark kind={day.worked ? "done" : "suspended"} className="mt-[0.2em]" />
									{day.worked ? t("months.isWorked") : t("months.isClosed")}
								</span>
							),
						},
						{ key: "why", title: t("months.why"), cell: reason },
					]}
				/>
			</Section>
		</div>
	);
}
