import "#app/locales/needed/calendar.ts";
import { formatList, formatWeekday } from "#app/i18n/list.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useLanguage, useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import type { Preview } from "#app/server/recalculations.server.ts";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { Page } from "#app/ui/page.tsx";
import { CalendarLinks } from "./calendar-links.tsx";
import { ChangePreview } from "./change-preview.tsx";
import { clockTime } from "./clock-time.ts";
import { ExceptionalDays } from "./exceptional-days.tsx";
import { resentOf } from "./resent.ts";
import { type Saved, SavedNotice } from "./saved-notice.tsx";
import type { TerritoryForm } from "./territory-form.schema.ts";
import { type Week, WeekFields } from "./week-fields.tsx";

/** The calendar of a territory, for its coordinator. */
export type TerritoryView = { week: Week; days: { date: string; closed: boolean }[] };

/** What an action answered: what is wrong, or what a change would move. */
export type ChangeAnswer<Form> = FormAnswer & { preview: { moves: Preview; form: Form } | null };

type Props = { view: TerritoryView; saved: Saved; answer?: ChangeAnswer<TerritoryForm> };

/** How the territory works: its week, its holidays, its exceptional days. One change at a time. */
export function TerritoryPage({ view, saved, answer }: Props) {
	const t = useT("calendar");
	const lines = useLines();
	const preview = answer?.preview;
	if (preview) {
		const back = { to: paths.territoryCalendar(), label: t("territory.title") };
		return (
			<Page title={t("change.title")} back={back}>
				<ChangePreview
					lines={lines(preview.form)}
					moves={preview.moves}
					resent={resentOf(preview.form)}
					back={back.to}
				/>
			</Page>
		);
	}
	return (
		<Page
			title={t("territory.title")}
			lead={t("territory.lead")}
			back={{ to: paths.account(), label: t("links.back") }}
			aside={<CalendarLinks />}
		>
			<SavedNotice saved={saved} />
			<WeekFields week={view.week} answer={answerFor(answer, "week")} />
			<ExceptionalDays
				days={view.days}
				answer={answerFor(answer, "add") ?? answerFor(answer, "remove")}
			/>
		</Page>
	);
}

/** The answer to one of the forms of a page, where it was that one that was sent. */
export function answerFor(answer: FormAnswer | undefined, change: string): FormAnswer | undefined {
	return answer?.values?.change === change ? answer : undefined;
}

/** Says what is to be changed. */
function useLines(): (form: TerritoryForm) => string[] {
	const t = useT("calendar");
	const language = useLanguage();
	const format = useFormat("UTC");
	const day = (date: string) => format.date(`${date}T12:00:00Z`);
	return (form) => {
		switch (form.change) {
			case "week": {
				const { timeZone, holidays, opens, closes, workDays } = form;
				const days = workDays.map((weekday) => formatWeekday(weekday, language));
				return [
					t("change.zone", { name: t(`zone.${timeZone}`) }),
					t("change.holidays", { name: t(`region.${holidays}`) }),
					t("change.hours", { opens: clockTime(opens), closes: clockTime(closes) }),
					t("change.workDays", { days: formatList(days, language) }),
				];
			}
			case "add":
				return [t(`change.add_${form.kind}`, { day: day(form.date) })];
			case "remove":
				return [t("change.remove", { day: day(form.date) })];
		}
	};
}
