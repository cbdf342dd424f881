import "#app/locales/needed/texts.ts";
import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { TextArea } from "#app/ui/text-field.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { useKindForm } from "#app/ui/use-kind-form.ts";
import { mostCharacters } from "./presentation-form.schema.ts";
import { type Seen, SeenList } from "./seen-list.tsx";

type Props = {
	structure: { id: string; name: string };
	/** What the field begins with: what waits, or else what is shown. */
	text: string;
	waits: boolean;
	saved: boolean;
	answer: (FormAnswer & { seen?: Seen[] }) | undefined;
};

const schema = () =>
	import("./presentation-form.schema.ts").then(({ presentationForm }) => presentationForm);

/** What a structure says about itself, for whoever answers for it. */
export function PresentationPage({ structure, text, waits, saved, answer }: Props) {
	const t = useT("texts");
	const form = useKindForm({ answer, schema });
	const field = form.field("presentation");
	return (
		<Page
			title={t("write.title")}
			above={structure.name}
			lead={t("write.lead")}
			back={{ to: paths.structure(structure.id), label: t("write.back") }}
		>
			{saved ? (
				<div className="mb-6">
					<Notice kind="done" live title={t("write.saved")} />
				</div>
			) : null}
			{waits ? <Waits /> : null}
			<Form method="post" {...form.props}>
				<FormErrors {...form.summary} />
				<SeenList seen={answer?.seen ?? []} to="writer" />
				<TextArea
					{...field}
					defaultValue={answer ? field.defaultValue : text}
					label={t("write.label")}
					hint={t("write.hint")}
					rows={8}
					maxLength={mostCharacters}
					autoComplete="off"
					optional
				/>
				<Actions>
					<Button>{t("write.submit")}</Button>
				</Actions>
			</Form>
		</Page>
	);
}

function Waits() {
	const t = useT("texts");
	return (
		<div className="mb-6">
			<Notice kind="late" title={t("write.waits")}>
				<p>{t("write.waitsLead")}</p>
				<p>
					<TextLink to={paths.presentationReading()}>{t("write.seeWaiting")}</TextLink>
				</p>
			</Notice>
		</div>
	);
}
