import "#app/locales/needed/agreement.ts";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { HiddenFields } from "#app/ui/hidden-fields.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { useKindForm } from "#app/ui/use-kind-form.ts";

type Props = {
	protocol: { id: string; title: string; hash: string };
	answer: FormAnswer | undefined;
	proof: ReactNode;
};

/** Takes a published protocol out of use, without another in its place. */
export function RetirePage({ protocol, answer, proof }: Props) {
	const t = useT("agreement");
	const form = useKindForm(answer ? { answer } : {});
	return (
		<Page
			title={t("retire.title")}
			above={protocol.title}
			lead={t("retire.lead")}
			back={{ to: paths.protocol(protocol.id), label: t("retire.back") }}
		>
			<Notice kind="late" title={t("retire.warning")}>
				<p>{t("retire.warningLead")}</p>
			</Notice>
			<Form method="post" {...form.props}>
				<FormErrors {...form.summary} />
				<HiddenFields values={{ hash: protocol.hash }} />
				{proof}
				<Actions>
					<Button>{t("retire.submit")}</Button>
				</Actions>
			</Form>
		</Page>
	);
}
