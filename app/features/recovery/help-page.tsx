import "#app/locales/needed/recovery.ts";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Actions, Button, LinkButton } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choice-groups.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { HiddenFields } from "#app/ui/hidden-fields.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { useKindForm } from "#app/ui/use-kind-form.ts";

/** Somebody who is helped, and what waits for them. */
export type HelpedPerson = {
	label: string;
	structureName: string;
	timeZone: string;
	waiting: {
		given: boolean;
		mayAgree: boolean;
		askedByLabel: string;
		askedAt: number;
		expiresAt: number;
	} | null;
};

/** What came of helping: a link, this once, or a word. */
export type HelpAnswer = FormAnswer & {
	shown?: { link: string; expiresAt: number } | undefined;
	said?: "asked" | "withdrawn" | undefined;
};

type Props = { person: HelpedPerson; answer: HelpAnswer | undefined; proof: ReactNode };

/** One person to help back in. */
export function HelpPage({ person, answer, proof }: Props) {
	const t = useT("recovery");
	const { label, structureName, waiting } = person;
	if (answer?.shown) return <RecoveryLink person={person} {...answer.shown} />;
	return (
		<Page
			title={label}
			lead={t("one.lead", { structure: structureName })}
			back={{ to: paths.recoveries(), label: t("one.back") }}
		>
			{answer?.said ? <Notice kind="done" live title={t(`one.${answer.said}`)} /> : null}
			{waiting ? (
				<Waiting person={person} waiting={waiting} answer={answer} proof={proof} />
			) : (
				<AskForm answer={answer} proof={proof} />
			)}
		</Page>
	);
}

/* In the order in which they happen most. */
const reasons = ["forgotten", "lost", "stolen", "broken", "replaced"] as const;

function AskForm({ answer, proof }: Pick<Props, "answer" | "proof">) {
	const t = useT("recovery");
	const form = useKindForm(answer ? { answer } : {});
	return (
		<Form method="post" {...form.props}>
			<FormErrors {...form.summary} />
			<HiddenFields values={{ act: "ask" }} />
			<RadioGroup
				{...form.field("reason")}
				label={t("one.title")}
				choices={reasons.map((value) => ({
					value,
					label: t(`one.reason.${value}`),
					hint: t(`one.hint.${value}`),
				}))}
			/>
			{proof}
			<Actions>
				<Button>{t("one.submit")}</Button>
			</Actions>
		</Form>
	);
}

type WaitingProps = Props & { waiting: NonNullable<HelpedPerson["waiting"]> };

function Waiting({ person, waiting, answer, proof }: WaitingProps) {
	const t = useT("recovery");
	const { dateTime } = useFormat(person.timeZone);
	const form = useKindForm(answer ? { answer } : {});
	const { given, mayAgree, askedByLabel, askedAt, expiresAt } = waiting;
	return (
		<Form method="post" {...form.props}>
			<FormErrors {...form.summary} />
			<Section
				title={
					given
						? t("one.givenTitle", { until: dateTime(expiresAt) })
						: t("one.waiting", { when: dateTime(askedAt) })
				}
			>
				<p className="max-w-measure">
					{given ? t("one.givenLead") : t("one.waitingBy", { label: askedByLabel })}
				</p>
				{mayAgree ? <p className="mt-3 max-w-measure">{t("one.agreeLead")}</p> : null}
			</Section>
			{proof}
			<Actions>
				{mayAgree ? (
					<Button name="act" value="agree">
						{t("one.agree")}
					</Button>
				) : null}
				<Button name="act" value="withdraw" kind={mayAgree ? "quiet" : "secondary"}>
					{t("one.withdraw")}
				</Button>
			</Actions>
		</Form>
	);
}

type LinkProps = { person: HelpedPerson; link: string; expiresAt: number };

/** The link, to hand over: it is on this page and nowhere else. */
function RecoveryLink({ person, link, expiresAt }: LinkProps) {
	const t = useT("recovery");
	const { dateTime } = useFormat(person.timeZone);
	return (
		<Page title={t("shown.title", { label: person.label })} lead={t("shown.lead")}>
			<Notice kind="late" live title={t("shown.once")}>
				<p>{t("shown.until", { until: dateTime(expiresAt) })}</p>
			</Notice>
			<div className="mt-8">
				<TextField name="link" label={t("shown.link")} defaultValue={link} readOnly />
			</div>
			<Actions>
				<LinkButton to={paths.recoveries()} kind="secondary">
					{t("shown.done")}
				</LinkButton>
			</Actions>
		</Page>
	);
}
