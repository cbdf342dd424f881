import "#app/locales/needed/checker.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Page, Section } from "#app/ui/page.tsx";
import { BudgetList } from "./budget-list.tsx";
import { CoverageTable } from "./coverage-table.tsx";
import { FindingList } from "./finding-list.tsx";
import type { ChecksView } from "./present-checks.ts";

/** What the checker says of a draft: findings, delays, who holds each role. */
export function ChecksPage({ view }: { view: ChecksView }) {
	const t = useT("checker");
	return (
		<Page title={t("title")} lead={t("lead")} width="wide">
			<Section title={t("findings.title")}>
				<FindingList findings={view.findings} plays={paths.draftPlays(view.draftId)} />
			</Section>
			<Section title={t("budget.title")}>
				<BudgetList budget={view.budget} draftId={view.draftId} />
			</Section>
			<Section title={t("coverage.title")}>
				<CoverageTable coverage={view.coverage} />
			</Section>
		</Page>
	);
}
