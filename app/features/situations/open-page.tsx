import "#app/locales/needed/situations.ts";
import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { CheckboxGroup, RadioGroup } from "#app/ui/choice-groups.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { HiddenFields } from "#app/ui/hidden-fields.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { useKindForm } from "#app/ui/use-kind-form.ts";
import type { OpeningView, openingLists } from "./present-opening.ts";

type Protocol = OpeningView[number];

type Props = {
	protocols: OpeningView;
	/** The protocol that is followed, once it is chosen or when there is one only. */
	chosen: Protocol | null;
	lists: ReturnType<typeof openingLists>;
	formKey: string;
	answer?: FormAnswer;
	refusal: ReactNode;
};

/** Opening a situation: the protocol first, then three closed questions and no free word. */
export function OpenPage({ protocols, chosen, ...rest }: Props) {
	const t = useT("situations");
	return (
		<Page title={t("opening.title")} back={{ to: paths.myDay(), label: t("back") }}>
			{chosen ? (
				<>
					{protocols.length > 1 ? (
						<p className="-mt-4 mb-6">
							{chosen.title}{" "}
							<TextLink inSentence to={paths.newSituation()}>
								{t("opening.change")}
							</TextLink>
						</p>
					) : null}
					<OpenForm chosen={chosen} {...rest} />
				</>
			) : (
				<ProtocolChoice protocols={protocols} />
			)}
		</Page>
	);
}

function ProtocolChoice({ protocols }: { protocols: OpeningView }) {
	const t = useT("situations");
	if (protocols.length === 0) {
		return (
			<EmptyState title={t("opening.none")}>
				<p>{t("opening.noneLead")}</p>
			</EmptyState>
		);
	}
	return (
		<section aria-label={t("opening.which")}>
			<p className="mb-4 text-lead">{t("opening.which")}</p>
			<ul className="space-y-3">
				{protocols.map(({ id, title, audience, steps }) => (
					<li
						key={id}
						className="relative flex items-center gap-3 rounded-panel border border-border bg-surface p-4 hover:border-ink"
					>
						<div className="min-w-0 grow">
							<Link
								to={`${paths.newSituation()}?protocol=${id}`}
								className="font-semibold after:absolute after:inset-0"
							>
								{title}
							</Link>
							{audience ? <p>{audience}</p> : null}
							<p className="text-small text-ink-soft">{t("opening.steps", { count: steps })}</p>
						</div>
						<Icon name="forward" className="text-ink-soft" />
					</li>
				))}
			</ul>
		</section>
	);
}

const schema = () => import("./open-form.schema.ts").then(({ openForm }) => openForm);

type FormProps = Omit<Props, "protocols" | "chosen"> & { chosen: Protocol };

function OpenForm({ chosen, lists, formKey, answer, refusal }: FormProps) {
	const t = useT("situations");
	const form = useKindForm({ answer, schema });
	return (
		<>
			{refusal}
			<Form method="post" {...form.props}>
				<FormErrors {...form.summary} />
				<HiddenFields values={{ key: formKey }} />
				<div className="mb-8 space-y-4">
					<p className="flex max-w-measure gap-3 font-semibold">
						<Icon name="phone" className="mt-0.5" />
						<span>
							{t("opening.danger")}{" "}
							<span className="font-normal text-ink-soft">{t("opening.dangerLead")}</span>
						</span>
					</p>
					<Notice title={t("opening.never")}>
						<p>{t("opening.why")}</p>
					</Notice>
				</div>
				<RadioGroup {...form.field("age_band")} label={t("opening.age")} choices={lists.ages} />
				<SelectField
					{...form.field("source_type")}
					label={t("opening.source")}
					choices={lists.sources}
					prompt={t("opening.sourcePrompt")}
					optional
				/>
				{chosen.raises.length > 0 ? (
					<CheckboxGroup
						{...form.choices("raises")}
						label={t("opening.raises")}
						hint={t("opening.raisesHint")}
						choices={chosen.raises}
						optional
					/>
				) : null}
				<p className="max-w-measure text-ink-soft">{t("opening.after")}</p>
				<Actions>
					<Button>{t("opening.submit")}</Button>
				</Actions>
			</Form>
		</>
	);
}
