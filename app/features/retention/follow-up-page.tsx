import "#app/locales/needed/situations.ts";
import "#app/locales/needed/retention.ts";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Actions, Button, LinkButton } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choice-groups.tsx";
import { DataList } from "#app/ui/data-list.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { HiddenFields } from "#app/ui/hidden-fields.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { useKindForm } from "#app/ui/use-kind-form.ts";
import type { FollowUpView } from "./present-follow-up.ts";

type Props = {
	view: FollowUpView;
	formKey: string;
	answer?: FormAnswer;
	refusal: ReactNode;
	/** Nothing stands in the way. */
	open: boolean;
};

/** Nobody has recorded anything for long: saying that the situation goes on, and how. */
export function FollowUpPage({ view, formKey, answer, refusal, open }: Props) {
	const t = useT("retention");
	const format = useFormat();
	const { activeAt } = view;
	return (
		<Frame
			view={view}
			title={t("followUp.title")}
			lead={activeAt === null ? null : t("followUp.lead", { week: format.week(activeAt) })}
			{...{ refusal, open }}
		>
			<GoesOn {...{ view, formKey, answer }} />
		</Frame>
	);
}

function GoesOn({ view, formKey, answer }: Pick<Props, "view" | "formKey" | "answer">) {
	const t = useT("retention");
	const form = useKindForm({ answer, schema: followUp });
	return (
		<Form method="post" {...form.props}>
			<FormErrors {...form.summary} />
			<HiddenFields values={{ key: formKey, seen: view.seen }} />
			<RadioGroup
				{...form.field("finding")}
				label={t("followUp.finding")}
				choices={view.findings}
			/>
			<Actions>
				<Button>{t("followUp.submit")}</Button>
				{view.mayClose ? (
					<LinkButton kind="secondary" to={paths.closure(view.handle)}>
						{t("followUp.close")}
					</LinkButton>
				) : null}
			</Actions>
		</Form>
	);
}

/** The last look before a situation closes where it stands: which one, and why. */
export function ClosingPage({
	view,
	formKey,
	answer,
	refusal,
	open,
	proof,
}: Props & { proof: ReactNode }) {
	const t = useT("retention");
	const form = useKindForm({ answer, schema: closing });
	return (
		<Frame view={view} title={t("closing.title")} lead={t("closing.lead")} {...{ refusal, open }}>
			<Form method="post" {...form.props}>
				<FormErrors {...form.summary} />
				<HiddenFields values={{ key: formKey, seen: view.seen }} />
				<RadioGroup {...form.field("reason")} label={t("closing.reason")} choices={view.reasons} />
				<Notice kind="late" title={t("closing.effect")} />
				{proof}
				<Actions>
					<Button>{t("closing.submit")}</Button>
					<LinkButton kind="quiet" to={paths.situation(view.handle)}>
						{t("closing.back")}
					</LinkButton>
				</Actions>
			</Form>
		</Frame>
	);
}

type FrameProps = Pick<Props, "view" | "refusal" | "open"> & {
	title: string;
	lead: string | null;
	children: ReactNode;
};

/** Which situation it is: nobody answers for the wrong one. */
function Frame({ view, title, lead, refusal, open, children }: FrameProps) {
	const t = useT("situations");
	const back = { to: paths.situation(view.handle), label: t("backTo") };
	return (
		<Page title={title} above={view.alias} lead={lead} back={back}>
			{refusal}
			<DataList
				items={[
					{ term: t("alias"), description: <strong>{view.alias}</strong> },
					{ term: t("age"), description: view.ageBand ?? t("unknown") },
				]}
			/>
			<div className="mt-8">
				{open ? children : <LinkButton to={back.to}>{back.label}</LinkButton>}
			</div>
		</Page>
	);
}

const followUp = () =>
	import("./follow-up-form.schema.ts").then(({ followUpForm }) => followUpForm);
const closing = () => import("./follow-up-form.schema.ts").then(({ closingForm }) => closingForm);
