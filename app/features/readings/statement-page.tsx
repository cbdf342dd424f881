import "#app/locales/needed/readings.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { PrintButton } from "#app/ui/print-button.tsx";
import type { Choice } from "#app/ui/select-field.tsx";
import { Table } from "#app/ui/table.tsx";
import type { StatementLine } from "#db/statement.ts";
import { MonthForm } from "./month-form.tsx";

type Props = {
	lines: StatementLine[];
	structureName: string;
	month: string;
	months: Choice[];
	timeZone: string;
};

/** The checkpoints of a month, for a structure to keep on paper. */
export function StatementPage({ lines, structureName, month, months, timeZone }: Props) {
	const t = useT("readings");
	const label = months.find(({ value }) => value === month)?.label ?? month;
	return (
		<Page
			above={structureName}
			title={t("statement.title")}
			lead={t("statement.lead")}
			back={{ to: paths.account(), label: t("back") }}
		>
			<MonthForm action={paths.structureStatement()} month={month} months={months} />
			{lines.length === 0 ? (
				<EmptyState title={t("statement.none")}>
					<p>{t("statement.noneNext")}</p>
				</EmptyState>
			) : (
				<>
					<Lines
						lines={lines}
						caption={t("statement.caption", { month: label })}
						timeZone={timeZone}
					/>
					<div className="mt-6">
						<PrintButton label={t("statement.print")} />
					</div>
				</>
			)}
			<Section title={t("statement.checkTitle")}>
				<p>{t("statement.check")}</p>
			</Section>
		</Page>
	);
}

type LinesProps = { lines: StatementLine[]; caption: string; timeZone: string };

function Lines({ lines, caption, timeZone }: LinesProps) {
	const t = useT("readings");
	const format = useFormat(timeZone);
	return (
		<Table
			caption={caption}
			rows={lines}
			rowKey={({ short }) => short}
			columns={[
				{
					key: "when",
					title: t("statement.when"),
					cell: ({ at }) => <time dateTime={new Date(at).toISOString()}>{format.date(at)}</time>,
				},
				{
					key: "why",
					title: t("statement.why"),
					cell: ({ reason }) => t(`statement.reason.${reason}`),
				},
				{
					key: "short",
					title: t("statement.short"),
					cell: ({ short }) => <span className="font-mono whitespace-nowrap">{short}</span>,
				},
			]}
		/>
	);
}
