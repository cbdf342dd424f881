import "#app/locales/needed/simulator.ts";
import { useT } from "#app/i18n/use-t.ts";
import { DataList } from "#app/ui/data-list.tsx";
import { Details } from "#app/ui/details.tsx";
import type { CoverageView, PlaysView } from "./present-plays.ts";

/** How much of a protocol its scenarios visit, and what none of them does. */
export function Coverage({ steps, outcomes }: PlaysView["coverage"]) {
	const t = useT("simulator");
	const share = ({ visited, all, percent }: CoverageView) =>
		t("coverage.of", { visited, all, percent });
	return (
		<>
			<p className="mb-4 text-ink-soft">{t("coverage.lead")}</p>
			<DataList
				items={[
					{ term: t("coverage.steps"), description: share(steps) },
					{ term: t("coverage.outcomes"), description: share(outcomes) },
				]}
			/>
			<div className="mt-4">
				<Missed {...steps} summary={t("coverage.missedSteps")} />
				<Missed {...outcomes} summary={t("coverage.missedOutcomes")} />
			</div>
			{steps.missed.length + outcomes.missed.length === 0 ? (
				<p>{t("coverage.everything")}</p>
			) : null}
		</>
	);
}

function Missed({ missed, summary }: CoverageView & { summary: string }) {
	if (missed.length === 0) return null;
	return (
		<Details summary={`${summary} (${missed.length})`}>
			<ul className="space-y-1">
				{missed.map((title) => (
					<li key={title}>{title}</li>
				))}
			</ul>
		</Details>
	);
}
