import "#app/locales/needed/handoffs.ts";
import type { ReactNode } from "react";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { PrepareAside } from "./prepare-aside.tsx";
import { PrepareDanger } from "./prepare-danger.tsx";
import { PrepareForm } from "./prepare-form.tsx";
import { type PreparationLook, PrepareLook } from "./prepare-look.tsx";
import type { PresentedPreparation } from "./present-preparation.ts";
import { useNewTitle } from "./reading.tsx";

/** What a preparation was answered with: a form to review, a last look, or the telephone first. */
export type PreparationAnswer = FormAnswer & {
	look?: PreparationLook | undefined;
	danger?: boolean | undefined;
};

type Props = {
	page: PresentedPreparation & { formKey: string };
	answer: PreparationAnswer | undefined;
	/** Why nothing was recorded. */
	refusal: ReactNode;
	/** The emergency numbers, which the shell knows how to draw. */
	emergency: ReactNode;
	/** What asks again who is in front of the screen, under the last look. */
	proof: ReactNode;
};

/** Prepares a handoff: danger first, then to whom and what, then a last look. */
export function PreparePage({ page, answer, refusal, emergency, proof }: Props) {
	const t = useT("handoffs");
	const view = answer?.danger ? "danger" : answer?.look ? "look" : "form";
	useNewTitle(view);
	const back = { to: paths.situation(page.handle), label: page.alias };
	if (answer?.danger) {
		return (
			<Page back={back} title={t("prepare.dangerScreen")} lead={t("prepare.dangerScreenLead")}>
				<PrepareDanger page={page} values={answer.values ?? {}} emergency={emergency} />
			</Page>
		);
	}
	if (answer?.look) {
		return (
			<Page
				back={back}
				above={page.title}
				title={t("prepare.lookTitle")}
				lead={t("prepare.lookLead")}
			>
				<PrepareLook page={page} look={answer.look} answer={answer} proof={proof} />
			</Page>
		);
	}
	return (
		<Page
			back={back}
			above={t("prepare.title")}
			title={page.title}
			lead={page.guidance}
			width="wide"
		>
			<div className="grid gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,36rem)_minmax(16rem,1fr)]">
				<div className="min-w-0 lg:order-last">
					<PrepareAside page={page} />
				</div>
				<div className="min-w-0">
					{refusal}
					<Waiting page={page} />
					{page.shape.external || page.structures.length > 0 ? (
						<PrepareForm page={page} answer={answer} emergency={emergency} />
					) : (
						<EmptyState title={t("prepare.nobody")}>
							<p>{t("prepare.nobodyNext")}</p>
							<LinkButton to={paths.directory()} kind="secondary">
								{t("prepare.directory")}
							</LinkButton>
						</EmptyState>
					)}
				</div>
			</div>
		</Page>
	);
}

function Waiting({ page: { draft, shape } }: { page: PresentedPreparation }) {
	const t = useT("handoffs");
	return (
		<div className="mb-8 space-y-4 empty:hidden">
			{draft ? (
				<Notice title={t("prepare.draftWaits")}>
					<p>
						<TextLink to={paths.handoff(draft)}>{t("prepare.draftOpen")}</TextLink>
					</p>
				</Notice>
			) : null}
			{shape.external ? (
				<Notice title={t("prepare.externalTitle")}>
					<p>{t("prepare.external")}</p>
				</Notice>
			) : null}
		</div>
	);
}

type BlockedProps = { handle: string; title: string; refusal: ReactNode };

/** A step from which nothing can be handed off now: why, and the way back. */
export function PreparationBlocked({ handle, title, refusal }: BlockedProps) {
	const t = useT("handoffs");
	const back = { to: paths.situation(handle), label: t("prepare.back") };
	return (
		<Page back={back} above={title} title={t("prepare.blocked")}>
			{refusal}
			<LinkButton to={back.to}>{back.label}</LinkButton>
		</Page>
	);
}
