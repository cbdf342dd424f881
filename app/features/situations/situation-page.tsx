import "#app/locales/needed/situations.ts";
import type { ReactNode } from "react";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { DataList } from "#app/ui/data-list.tsx";
import { Details } from "#app/ui/details.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";
import { BackLink, TextLink } from "#app/ui/text-link.tsx";
import { CareNotice } from "./care-notice.tsx";
import { ClosedNotice } from "./closed-notice.tsx";
import { CodeAndAlias, CopyNotice } from "./copy-notice.tsx";
import { HandoffLines } from "./handoff-lines.tsx";
import { HandoffTask } from "./handoff-task.tsx";
import { HistoryLines } from "./history-lines.tsx";
import { InactiveNotice } from "./inactive-notice.tsx";
import { InterruptionLinks } from "./interruption-links.tsx";
import { OtherSteps, PartnerSteps, UnboundStep } from "./other-steps.tsx";
import type { SituationView } from "./present-situation.ts";
import { RunningNotices } from "./running-notices.tsx";
import type { SavedKind } from "./saved-in.ts";
import { SavedNotice } from "./saved-notice.tsx";
import { Standing } from "./standing.tsx";
import { StepCard } from "./step-card.tsx";
import { WhoHolds } from "./who-holds.tsx";

type Props = {
	view: SituationView;
	saved: SavedKind | null;
	/** The line in small, drawn by its own feature. */
	line: ReactNode;
};

/** One situation: who holds it, where it stands, what to do now; then what happened and who does what. */
export function SituationPage({ view, saved, line }: Props) {
	const t = useT("situations");
	return (
		<>
			<BackLink to={paths.myDay()}>{t("back")}</BackLink>
			{saved && view.history[0] ? (
				<SavedNotice
					saved={saved}
					// Of a closed situation only weeks are shown; this was a moment ago.
					at={view.closed ? view.now : view.history[0].at}
					timeZone={view.timeZone}
				/>
			) : null}
			{saved === "opened" ? <CopyNotice code={view.code} alias={view.alias} /> : null}
			<div className="grid gap-x-16 max-lg:flex max-lg:flex-col lg:grid-cols-[minmax(0,36rem)_minmax(16rem,1fr)]">
				<div className="min-w-0 max-lg:contents">
					<header className="order-1 mb-6 space-y-3 lg:mb-10">
						<h1 tabIndex={-1} className="text-title-1 font-bold tracking-tight">
							{view.alias}
						</h1>
						<WhoHolds {...view} />
					</header>
					<div className="order-3">
						<Now view={view} />
						<Section title={t("history.title")}>
							<HistoryLines {...view} />
						</Section>
					</div>
				</div>
				<aside className="min-w-0 max-lg:contents">
					<div className="order-2 mb-8 lg:mb-12">
						{line}
						<p className="print:hidden">
							<TextLink to={paths.situationLine(view.handle)}>{t("path.see")}</TextLink>
						</p>
					</div>
					<div className="order-4 max-lg:mt-12">
						<Beside view={view} />
					</div>
				</aside>
			</div>
		</>
	);
}

function Now({ view }: { view: SituationView }) {
	const t = useT("situations");
	const { closed, todo, tasks, unbound, elsewhere, partners, handle, timeZone, steers } = view;
	if (closed) return <ClosedNotice {...view} />;
	return (
		<>
			{view.beside ? <OnlyBeside /> : null}
			<Section title={t("todo.title")}>
				<div className="space-y-5">
					<RunningNotices {...view} />
					{view.inactive ? <InactiveNotice handle={handle} inactive={view.inactive} /> : null}
					{todo.length + tasks.length + unbound.length === 0 ? <p>{t("todo.none")}</p> : null}
					{todo.map((step, place) => (
						<StepCard key={step.id} {...{ step, handle, timeZone }} first={place === 0} />
					))}
					{tasks.map((task, place) => (
						<HandoffTask
							key={task.handle}
							{...{ task, timeZone }}
							first={todo.length === 0 && place === 0}
						/>
					))}
					{unbound.map((step, place) => (
						<UnboundStep
							key={step.id}
							{...{ step, handle, steers }}
							first={todo.length + tasks.length === 0 && place === 0}
						/>
					))}
				</div>
			</Section>
			<div className="mt-8 space-y-8">
				<InterruptionLinks {...view} />
				{view.heavy ? <CareNotice /> : null}
			</div>
			{elsewhere.length + partners.length > 0 ? (
				<Section title={t("elsewhere.title")}>
					{elsewhere.length > 0 ? <OtherSteps {...view} /> : null}
					{partners.length > 0 ? <PartnerSteps partners={partners} /> : null}
				</Section>
			) : null}
		</>
	);
}

function Beside({ view }: { view: SituationView }) {
	const t = useT("situations");
	return (
		<>
			{view.handoffs.length > 0 ? (
				<Section title={t("handoffs.title")}>
					<HandoffLines {...view} />
				</Section>
			) : null}
			<Section title={t("facts.title")}>
				{view.facts.length > 0 ? (
					<DataList
						items={view.facts.map(({ label, values }) => ({
							term: label,
							description: values.join(", "),
						}))}
					/>
				) : (
					<p>{t("facts.none")}</p>
				)}
				<p className="mt-2 text-small text-ink-soft">{t("facts.why")}</p>
			</Section>
			<Section title={t("standing.title")}>
				<Standing {...view} />
				<Details summary={t("standing.code")} className="mt-3">
					<CodeAndAlias code={view.code} alias={view.alias} />
				</Details>
			</Section>
			{view.closed ? null : (
				<p className="mt-6 print:hidden">
					<TextLink to={paths.duplicate(view.handle)}>{t("same.link")}</TextLink>
				</p>
			)}
		</>
	);
}

/** One's own situation was a duplicate of this one: one's handoffs go on here, and no more. */
function OnlyBeside() {
	const t = useT("situations");
	return (
		<div className="mb-8">
			<Notice title={t("same.beside")}>
				<p>{t("same.besideLead")}</p>
			</Notice>
		</div>
	);
}
