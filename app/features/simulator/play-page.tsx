import "#app/locales/needed/simulator.ts";
import type { ReactNode } from "react";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { useKindForm } from "#app/ui/use-kind-form.ts";
import { FictitiousNotice } from "./fictitious-notice.tsx";
import { PlayForm } from "./play-form.tsx";
import { PlayHistory } from "./play-history.tsx";
import { PlaySights } from "./play-sights.tsx";
import { PlayTimers } from "./play-timers.tsx";
import type { PlayView, StandingView } from "./present-play.ts";
import { RoleActs } from "./role-acts.tsx";
import { SaveForm } from "./save-form.tsx";
import { Holders, OpenSteps } from "./standing.tsx";
import { TimeForms } from "./time-forms.tsx";

type Props = {
	view: PlayView;
	draftId: string;
	answer?: FormAnswer;
	/** Where the story stands, drawn by its own feature. */
	line: ReactNode;
};

/** One fictitious situation: where it stands, what everybody can do and sees, what was played. */
export function PlayPage({ view, draftId, answer, line }: Props) {
	const t = useT("simulator");
	const { summary } = useKindForm({ answer });
	const { standing, seen } = view;
	return (
		<Page
			title={t("play.title")}
			back={{ to: paths.draftPlays(draftId), label: t("play.back") }}
			aside={standing ? <Beside {...{ view, standing }} /> : null}
		>
			<FictitiousNotice />
			<FormErrors {...summary} />
			{view.under === "version" ? (
				<p className="mb-6 max-w-measure">{t("play.underVersion")}</p>
			) : null}
			{view.broken ? <Broken {...view.broken} seen={seen} /> : null}
			{standing ? <Now {...{ view, standing, line }} /> : null}
			<Section title={t("history.title")}>
				<PlayHistory history={view.history} timeZone={view.timeZone} />
			</Section>
			{standing && !view.broken ? (
				<SaveForm seen={seen} answer={answer?.values?.intent === "save" ? answer : undefined} />
			) : null}
			<div className="mt-8">
				<PlayForm intent="end">
					<Button kind="quiet">{t("back.end")}</Button>
				</PlayForm>
			</div>
		</Page>
	);
}

type NowProps = { view: PlayView; standing: StandingView };

function Now({ view, standing, line }: NowProps & { line: ReactNode }) {
	const t = useT("simulator");
	const format = useFormat(view.timeZone);
	const { seen, broken, full } = view;
	const { day, now, closed, roles, mayWait } = standing;
	return (
		<>
			<Section title={t("play.now")}>
				<p className="text-lead font-semibold">
					{t("play.clock", { day, weekday: format.weekday(now), time: format.time(now) })}
				</p>
				{closed ? <Notice kind="done" title={t("play.closed")} /> : null}
				{full ? <Notice title={t("play.full")} /> : null}
				<div className="mt-4">{line}</div>
				<h3 className="mt-4 mb-2 text-title-3 font-semibold">{t("holders.title")}</h3>
				<Holders holders={standing.holders} />
				{seen > 0 ? (
					<PlayForm intent="back" seen={seen}>
						<Button kind="quiet">{t("back.one")}</Button>
					</PlayForm>
				) : null}
			</Section>
			{broken || full ? null : (
				<>
					<Section title={t("acts.title")}>
						{roles.length === 0 ? <p>{t("acts.none")}</p> : null}
						<div className="space-y-6">
							{roles.map((role) => (
								<RoleActs key={role.id} role={role} seen={seen} />
							))}
						</div>
					</Section>
					<Section title={t("time.title")}>
						<TimeForms seen={seen} mayWait={mayWait} />
					</Section>
				</>
			)}
		</>
	);
}

function Broken({ act, why, left, seen }: NonNullable<PlayView["broken"]> & { seen: number }) {
	const t = useT("simulator");
	return (
		<div className="mb-8">
			<Notice kind="failed" title={act === 0 ? t("play.brokenOpening") : t("play.broken", { act })}>
				<p>{why}</p>
				{left.length > 0 ? (
					<>
						<p>{t("play.brokenLeft")}</p>
						<ul className="list-disc space-y-1 pl-5">
							{left.map((words, place) => (
								// biome-ignore lint/suspicious/noArrayIndexKey: the acts of a told story do not move
								<li key={place}>{words}</li>
							))}
						</ul>
						<PlayForm intent="cut" seen={seen}>
							<Button kind="secondary">{t("play.cut")}</Button>
						</PlayForm>
					</>
				) : null}
			</Notice>
		</div>
	);
}

function Beside({ view, standing }: NowProps) {
	const t = useT("simulator");
	return (
		<>
			<Section title={t("steps.title")}>
				<OpenSteps steps={standing.steps} />
			</Section>
			<Section title={t("timers.title")}>
				<PlayTimers timers={standing.timers} timeZone={view.timeZone} />
			</Section>
			<Section title={t("sights.title")}>
				<PlaySights sights={standing.sights} />
			</Section>
		</>
	);
}
