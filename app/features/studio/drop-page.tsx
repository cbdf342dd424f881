import "#app/locales/needed/studio.ts";
import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { HiddenFields } from "#app/ui/hidden-fields.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { TextLink } from "#app/ui/text-link.tsx";

type Props = { draftId: string; title: string; consulted: boolean };

/** Forgets a draft for good; while partners are asked about it, the consultation is withdrawn first. */
export function DropPage({ draftId, title, consulted }: Props) {
	const t = useT("studio");
	return (
		<Page
			title={t("drop.title")}
			above={title}
			lead={t("drop.lead")}
			back={{ to: paths.draft(draftId), label: t("drop.back") }}
		>
			{consulted ? (
				<Notice kind="late" title={t("drop.consulted")}>
					<p>{t("drop.consultedNext")}</p>
					<p>
						<TextLink to={paths.draftConsultation(draftId)}>{t("drop.consultation")}</TextLink>
					</p>
				</Notice>
			) : (
				<>
					<Notice kind="late" title={t("drop.warning")}>
						<p>{t("drop.warningLead")}</p>
					</Notice>
					<Form method="post">
						<HiddenFields values={{ act: "drop" }} />
						<Actions>
							<Button>{t("drop.submit")}</Button>
						</Actions>
					</Form>
				</>
			)}
		</Page>
	);
}
