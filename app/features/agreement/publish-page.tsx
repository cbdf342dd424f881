import "#app/locales/needed/agreement.ts";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Actions, Button, LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { HiddenFields } from "#app/ui/hidden-fields.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import type { Choice } from "#app/ui/select-field.tsx";
import { useKindForm } from "#app/ui/use-kind-form.ts";
import { type ConditionsView, PublishConditions } from "./publish-conditions.tsx";
import { type SeenText, SeenTexts } from "./seen-texts.tsx";
import { WarningList, type WarningView } from "./warning-list.tsx";

/** Everything that stands between a version and its publication. */
export type PublishView = ConditionsView & {
	draftId: string;
	consultationId: string;
	warnings: WarningView[];
	texts: SeenText[];
	reasons: Choice[];
	ready: boolean;
	timeZone: string;
};

type Props = {
	/** Which draft it is; a manager who stands in has only the way back. */
	tabs: ReactNode;
	back: { to: string; label: string } | undefined;
	draftId: string;
	view: PublishView | null;
	/** The protocol that was published just now. */
	done: { protocolId: string } | null;
	saved: "warning" | "text" | null;
	answer: FormAnswer | undefined;
	proof: ReactNode;
};

/** The conditions of a publication one by one, then the act itself. */
export function PublishPage(props: Props) {
	const { tabs, back, draftId, view, done, saved, answer, proof } = props;
	const t = useT("agreement");
	return (
		<>
			{tabs}
			<Page
				width="wide"
				title={t("publish.title")}
				lead={t("publish.lead")}
				{...(back ? { back } : {})}
			>
				{saved ? (
					<div className="mb-6">
						<Notice kind="done" live title={t(`publish.saved.${saved}`)} />
					</div>
				) : null}
				{done ? <Done {...done} /> : null}
				{view ? <Conditions {...{ view, answer, proof }} /> : null}
				{view || done ? null : <Nothing draftId={draftId} />}
			</Page>
		</>
	);
}

function Done({ protocolId }: { protocolId: string }) {
	const t = useT("agreement");
	return (
		<>
			<Notice kind="done" live title={t("publish.done")} />
			<Actions>
				<LinkButton to={paths.protocol(protocolId)}>{t("publish.toProtocol")}</LinkButton>
				<LinkButton to={paths.moveSituations(protocolId)} kind="secondary">
					{t("publish.toMoving")}
				</LinkButton>
			</Actions>
		</>
	);
}

function Nothing({ draftId }: { draftId: string }) {
	const t = useT("agreement");
	return (
		<EmptyState title={t("publish.noConsultation")}>
			<p>{t("publish.noConsultationLead")}</p>
			<Actions>
				<LinkButton to={paths.draftConsultation(draftId)}>{t("publish.toConsultation")}</LinkButton>
			</Actions>
		</EmptyState>
	);
}

type ConditionsProps = { view: PublishView } & Pick<Props, "answer" | "proof">;

function Conditions({ view, answer, proof }: ConditionsProps) {
	const t = useT("agreement");
	const form = useKindForm(answer ? { answer } : {});
	return (
		<>
			<FormErrors {...form.summary} />
			<Section title={t("publish.conditions")}>
				<PublishConditions {...view} />
			</Section>
			<WarningList
				warnings={view.warnings}
				reasons={view.reasons}
				timeZone={view.timeZone}
				answer={answer}
			/>
			<SeenTexts texts={view.texts} />
			{view.ready ? (
				<Form method="post" {...form.props}>
					<HiddenFields values={{ act: "publish", consultation: view.consultationId }} />
					<p className="mt-10 max-w-measure">{t("publish.submitLead")}</p>
					{proof}
					<Actions>
						<Button>{t("publish.submit")}</Button>
					</Actions>
				</Form>
			) : null}
		</>
	);
}
