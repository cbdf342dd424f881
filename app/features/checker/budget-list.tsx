import "#app/locales/needed/checker.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Details } from "#app/ui/details.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";
import type { BudgetView } from "./present-checks.ts";
import { SlowestWay } from "./slowest-way.tsx";

const marks = { kept: "done", exceeded: "late", open: "open" } as const;

/** For each milestone how long the slowest way takes, what is promised, and the way itself, drawn. */
export function BudgetList({ budget, draftId }: { budget: BudgetView[]; draftId: string }) {
	const t = useT("checker");
	return (
		<>
			<p className="mb-4 max-w-measure text-ink-soft">{t("budget.lead")}</p>
			<ul className="divide-y divide-rule border-y border-rule">
				{budget.map((milestone) => (
					<li
						key={milestone.milestone}
						className="grid gap-x-10 py-5 lg:grid-cols-[minmax(0,16rem)_minmax(0,1fr)]"
					>
						<div className="mb-3">
							<h3 className="mb-1 font-semibold">{milestone.name}</h3>
							<StatusTag kind={marks[milestone.state]}>{t(`budget.${milestone.state}`)}</StatusTag>
						</div>
						<div className="min-w-0">
							<Figures {...milestone} />
							{milestone.path.length > 0 ? (
								<Details summary={t("budget.pathOf", { count: milestone.path.length })}>
									<SlowestWay
										way={milestone.path}
										address={(id) => paths.draftPart(draftId, `step:${id}`)}
									/>
								</Details>
							) : null}
						</div>
					</li>
				))}
			</ul>
		</>
	);
}

function Figures({ worst, promised, laws }: BudgetView) {
	const t = useT("checker");
	const figures = [
		[t("budget.worst"), worst ?? t("budget.none")],
		[t("budget.promised"), promised ?? t("budget.noPromise")],
		...laws.map((law) => [t("budget.law"), law] as const),
	] as const;
	return (
		<dl className="mb-1 grid gap-x-6 sm:grid-cols-[8rem_minmax(0,1fr)]">
			{figures.map(([name, value]) => (
				<div key={`${name} ${value}`} className="contents">
					<dt className="text-ink-soft">{name}</dt>
					<dd className="mb-1">{value}</dd>
				</div>
			))}
		</dl>
	);
}
