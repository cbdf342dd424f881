import "#app/locales/needed/situations.ts";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { HiddenFields } from "#app/ui/hidden-fields.tsx";
import { Page } from "#app/ui/page.tsx";
import { useKindForm } from "#app/ui/use-kind-form.ts";
import { OutcomeChoices } from "./outcome-choices.tsx";
import type { CorrectionView } from "./present-step.ts";
import { QuestionFields } from "./question-fields.tsx";

type Props = { view: CorrectionView; formKey: string; answer?: FormAnswer; refusal: ReactNode };

/** Correcting an entry of one's own: a new event, the old one stays in the history. */
export function CorrectionPage({ view, formKey, answer, refusal }: Props) {
	const t = useT("situations");
	const form = useKindForm({ answer });
	const outcome = form.field("outcome");
	return (
		<Page
			title={t("correction.title")}
			above={`${view.alias} · ${view.position === 1 ? t("history.opened") : view.step}`}
			lead={t("correction.lead")}
			back={{ to: paths.situation(view.handle), label: t("backTo") }}
		>
			{refusal}
			<Form method="post" {...form.props}>
				<FormErrors {...form.summary} />
				<HiddenFields values={{ key: formKey, seen: view.seen }} />
				<QuestionFields questions={view.questions} form={form} answered={Boolean(answer)} />
				<p className="mb-4 max-w-measure text-ink-soft">
					{view.outcomes.length > 0 ? t("correction.outcomeToo") : t("correction.outcomeLate")}
				</p>
				{view.outcomes.length > 0 ? (
					<OutcomeChoices
						outcomes={view.outcomes}
						field={{
							...outcome,
							defaultValue: answer ? outcome.defaultValue : (view.outcome ?? undefined),
						}}
					/>
				) : null}
				<Actions>
					<Button>{t("correction.submit")}</Button>
				</Actions>
			</Form>
		</Page>
	);
}
