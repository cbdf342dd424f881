import "#app/locales/needed/messages.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Page } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import type { WorkList } from "#db/own-work.ts";

type Count = { list: WorkList; waiting: number; late: number };
type Props = { structure: string; counts: Count[]; now: number };

/** What waits for a structure, in figures. */
export function WeekPage({ structure, counts, now }: Props) {
	const t = useT("messages");
	const { week } = useFormat();
	const shown = counts.filter(({ waiting }) => waiting > 0);
	return (
		<Page
			title={t("week.title")}
			above={structure}
			lead={t("week.lead", { week: week(now) })}
			back={{ to: paths.myDay(), label: t("week.back") }}
		>
			{shown.length === 0 ? (
				<EmptyState title={t("week.none")}>{t("week.noneLead")}</EmptyState>
			) : (
				<Counts shown={shown} />
			)}
		</Page>
	);
}

function Counts({ shown }: { shown: Count[] }) {
	const t = useT("messages");
	const { number } = useFormat();
	const columns = [
		{ key: "list", title: t("week.what"), cell: ({ list }: Count) => t(`week.lists.${list}`) },
		{
			key: "waiting",
			title: t("week.waiting"),
			figures: true,
			cell: ({ waiting }: Count) => number(waiting),
		},
		{
			key: "late",
			title: t("week.late"),
			figures: true,
			cell: ({ late }: Count) => number(late),
		},
	];
	return (
		<Table
			caption={t("week.caption")}
			captionHidden
			columns={columns}
			rows={shown}
			rowKey={({ list }) => list}
		/>
	);
}
