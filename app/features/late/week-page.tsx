import "#app/locales/needed/handoff-states.ts";
import "#app/locales/needed/late.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Page } from "#app/ui/page.tsx";
import { PrintButton } from "#app/ui/print-button.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { isoWeek, PresentedEscalated } from "./present-week.ts";

type Props = { week: ReturnType<typeof isoWeek>; rows: PresentedEscalated[]; more: boolean };

/** What was escalated in the territory and still is, for the meeting of the week. */
export function WeekPage({ week: { year, number, monday }, rows, more }: Props) {
	const t = useT("late");
	const format = useFormat();
	return (
		<Page
			title={t("week.title")}
			lead={t("week.lead", { year: String(year), number, week: format.week(monday) })}
			back={{ to: paths.lateInTerritory(), label: t("week.back") }}
			width="wide"
		>
			{rows.length === 0 ? (
				<EmptyState title={t("week.empty")}>
					<p>{t("week.emptyNext")}</p>
				</EmptyState>
			) : (
				<>
					<Escalated rows={rows} />
					{more ? <p className="mt-4">{t("week.more")}</p> : null}
					<div className="mt-8">
						<PrintButton label={t("week.print")} hint={t("week.printHint")} />
					</div>
				</>
			)}
		</Page>
	);
}

function Escalated({ rows }: Pick<Props, "rows">) {
	const t = useT("late");
	const awaited = useAwaitedWords();
	const since = useSince();
	const done = useDone();
	return (
		<Table
			caption={t("week.caption")}
			rows={rows}
			rowKey={({ key }) => key}
			columns={[
				{
					key: "what",
					title: t("week.what"),
					cell: ({ to, step }) => (to === null ? step : <TextLink to={to}>{step}</TextLink>),
				},
				{ key: "who", title: t("week.who"), cell: awaited },
				{ key: "since", title: t("week.since"), cell: since },
				{ key: "done", title: t("week.done"), cell: done },
			]}
		/>
	);
}

function useAwaitedWords(): (row: PresentedEscalated) => string {
	const t = useT("late");
	return ({ awaited: { kind, role, structure } }) =>
		kind === "known" ? t("week.awaited", { role, structure }) : t("week.protected", { role });
}

function useSince(): (row: PresentedEscalated) => string {
	const t = useT("late");
	const format = useFormat();
	return ({ since, weeks }) =>
		weeks === 0 ? t("week.thisWeek") : t("week.weeks", { count: weeks, week: format.week(since) });
}

function useDone(): (row: PresentedEscalated) => string {
	const t = useT("late");
	const states = useT("handoffStates");
	const format = useFormat();
	return ({ acts, elsewhere }) => {
		if (acts.length > 0) return acts.map((act) => states(`what.${act}`)).join(" · ");
		if (elsewhere === null) return t("week.nothing");
		return t("week.somewhere", { week: format.week(elsewhere) });
	};
}
