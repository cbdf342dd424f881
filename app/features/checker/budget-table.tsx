import "#app/locales/needed/checker.ts";
import { useT } from "#app/i18n/use-t.ts";
import { Details } from "#app/ui/details.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";
import { Table } from "#app/ui/table.tsx";
import type { BudgetView } from "./present-checks.ts";

const marks = { kept: "done", exceeded: "late", open: "waiting" } as const;

/** For each milestone how long the slowest way takes, what is promised, and the way step by step. */
export function BudgetTable({ budget }: { budget: BudgetView[] }) {
	const t = useT("checker");
	return (
		<Table
			caption={t("budget.lead")}
			rows={budget}
			rowKey={({ milestone }) => milestone}
			columns={[
				{ key: "milestone", title: t("budget.milestone"), cell: ({ name }) => name },
				{ key: "worst", title: t("budget.worst"), cell: ({ worst }) => worst ?? t("budget.none") },
				{
					key: "promised",
					title: t("budget.promised"),
					cell: ({ promised }) => promised ?? t("budget.noPromise"),
				},
				{
					key: "state",
					title: t("budget.state"),
					cell: ({ state }) => <StatusTag kind={marks[state]}>{t(`budget.${state}`)}</StatusTag>,
				},
				{ key: "path", title: t("budget.path"), cell: ({ path }) => <Way path={path} /> },
				{
					key: "law",
					title: t("budget.law"),
					cell: ({ laws }) => (laws.length > 0 ? laws.join(" ; ") : t("budget.noLaw")),
				},
			]}
		/>
	);
}

function Way({ path }: Pick<BudgetView, "path">) {
	const t = useT("checker");
	if (path.length === 0) return t("budget.none");
	return (
		<Details summary={t("budget.pathOf", { count: path.length })}>
			<ol className="list-decimal space-y-1 pl-5">
				{path.map(({ id, title }) => (
					<li key={id}>{title}</li>
				))}
			</ol>
		</Details>
	);
}
