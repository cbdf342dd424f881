import "#app/locales/needed/calendar.ts";
import { formatList, formatWeekday } from "#app/i18n/list.ts";
import { useLanguage, useT } from "#app/i18n/use-t.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import type { Period } from "#protocols/calendar/closures.ts";
import { CalendarLinks } from "./calendar-links.tsx";
import { ChangePreview } from "./change-preview.tsx";
import { ClosingPeriods } from "./closing-periods.tsx";
import { EveryWeek } from "./every-week.tsx";
import { resentOf } from "./resent.ts";
import { type Saved, SavedNotice } from "./saved-notice.tsx";
import type { StructureForm } from "./structure-form.schema.ts";
import { answerFor, type ChangeAnswer } from "./territory-page.tsx";
import { usePeriod } from "./use-period.ts";

/** When a structure is closed, for whoever answers for it. */
export type StructureView = {
	name: string;
	/** Days of the week when it is closed; Monday is 1. */
	weekdays: string[];
	onCall: boolean;
	/** Days when the territory works: closing on others changes nothing. */
	workDays: string[];
	periods: Period[];
};

type Props = {
	view: StructureView;
	/** The address of this page. */
	here: string;
	back: { to: string; label: string };
	saved: Saved;
	/** Somebody answers for it, who is not the reader: then it is only read here. */
	managed?: boolean;
	answer?: ChangeAnswer<StructureForm>;
};

/** The closing days of a structure, and whether the urgent reaches it then. One change at a time. */
export function StructureDaysPage({ view, here, back, saved, managed, answer }: Props) {
	const t = useT("calendar");
	const lines = useLines();
	const preview = answer?.preview;
	if (managed) {
		return (
			<Page title={t("structure.title")} above={view.name} back={back}>
				<Notice title={t("structure.managed")} />
			</Page>
		);
	}
	if (preview) {
		return (
			<Page
				title={t("change.title")}
				above={view.name}
				back={{ to: here, label: t("structure.title") }}
			>
				<ChangePreview
					lines={lines(preview.form)}
					moves={preview.moves}
					resent={resentOf(preview.form)}
					back={here}
				/>
			</Page>
		);
	}
	return (
		<Page
			title={t("structure.title")}
			above={view.name}
			lead={t("structure.lead")}
			back={back}
			aside={<CalendarLinks />}
		>
			<SavedNotice saved={saved} />
			<EveryWeek view={view} answer={answerFor(answer, "week")} />
			<ClosingPeriods
				periods={view.periods}
				answer={answerFor(answer, "add") ?? answerFor(answer, "remove")}
			/>
		</Page>
	);
}

/** Says what is to be changed. */
function useLines(): (form: StructureForm) => string[] {
	const t = useT("calendar");
	const language = useLanguage();
	const period = usePeriod();
	return (form) => {
		switch (form.change) {
			case "week": {
				const days = form.weekdays.map((weekday) => formatWeekday(weekday, language));
				return [
					days.length > 0
						? t("change.weekdays", { days: formatList(days, language) })
						: t("change.noWeekday"),
					form.onCall === "yes" ? t("change.onCall") : t("change.notOnCall"),
				];
			}
			case "add":
				return [t("change.addPeriod", { period: period(form) })];
			case "remove":
				return [t("change.removePeriod", { period: period(form) })];
		}
	};
}
