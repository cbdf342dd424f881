import "#app/locales/needed/agreement.ts";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choice-groups.tsx";
import { Details } from "#app/ui/details.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { HiddenFields } from "#app/ui/hidden-fields.tsx";
import { Panel, Section } from "#app/ui/page.tsx";
import { type Choice, SelectField } from "#app/ui/select-field.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";
import { useKindForm } from "#app/ui/use-kind-form.ts";

/** What the reader's own structure has said so far. */
export type OwnAnswer = {
	mustSign: boolean;
	given: { words: string; objection: string | null; who: string; at: number } | null;
	signed: { who: string; at: number } | null;
};

type Props = {
	own: OwnAnswer | null;
	open: boolean;
	/** The reader may stand for the answer of their structure. */
	maySign: boolean;
	choices: { answers: Choice[]; objections: Choice[] };
	timeZone: string;
	answer: FormAnswer | undefined;
	proof: ReactNode;
};

const schema = () =>
	import("./consultation-form.schema.ts").then(({ consultationForm }) => consultationForm);

/** What a structure says of the version, and the hand of its manager under it. */
export function OwnAnswerSection(props: Props) {
	const t = useT("agreement");
	const { own, open } = props;
	return (
		<Section title={t("answer.title")}>
			{own ? (
				<>
					<p className="mb-4 max-w-measure text-ink-soft">
						{t(own.mustSign ? "answer.mustSign" : "answer.maySign")}
					</p>
					{own.given ? <Given {...props} own={own} given={own.given} /> : null}
					{open ? <AnswerAgain {...props} own={own} /> : null}
				</>
			) : (
				<p className="max-w-measure">{t("answer.notAsked")}</p>
			)}
		</Section>
	);
}

type GivenProps = Props & { own: OwnAnswer; given: NonNullable<OwnAnswer["given"]> };

function Given({ own, given, open, maySign, timeZone, answer, proof }: GivenProps) {
	const t = useT("agreement");
	const { dateTime } = useFormat(timeZone);
	const { words, objection, who, at } = given;
	const { signed } = own;
	return (
		<Panel className="mb-6">
			<p className="font-semibold">
				{t("answer.given", { answer: words, who, when: dateTime(at) })}
			</p>
			{objection ? <p>{t("answer.givenFor", { objection })}</p> : null}
			<p className="mt-2">
				{signed ? (
					<StatusTag kind="done">
						{t("answer.signed", { who: signed.who, when: dateTime(signed.at) })}
					</StatusTag>
				) : (
					<StatusTag kind="open">{t("answer.unsigned")}</StatusTag>
				)}
			</p>
			{open && maySign && !signed ? <SignForm read={at} answer={answer} proof={proof} /> : null}
		</Panel>
	);
}

function SignForm({ read, answer, proof }: Pick<Props, "answer" | "proof"> & { read: number }) {
	const t = useT("agreement");
	const form = useKindForm(answer?.values?.act === "sign" ? { answer } : {});
	return (
		<Form method="post" {...form.props}>
			<FormErrors {...form.summary} />
			<HiddenFields values={{ act: "sign", read }} />
			<p className="mt-4 max-w-measure">{t("answer.signLead")}</p>
			{proof}
			<Actions>
				<Button>{t("answer.sign")}</Button>
			</Actions>
		</Form>
	);
}

function AnswerAgain(props: Props & { own: OwnAnswer }) {
	const t = useT("agreement");
	const failed = props.answer?.values?.act === "answer";
	if (!props.own.given) return <AnswerForm {...props} />;
	return (
		<Details summary={t("answer.again")} open={failed}>
			<p className="mb-4 max-w-measure text-ink-soft">{t("answer.againHint")}</p>
			<AnswerForm {...props} />
		</Details>
	);
}

function AnswerForm({ choices, answer }: Pick<Props, "choices" | "answer">) {
	const t = useT("agreement");
	const form = useKindForm(answer?.values?.act === "answer" ? { answer, schema } : { schema });
	const objection = form.field("objection");
	return (
		<Form method="post" {...form.props}>
			<FormErrors {...form.summary} />
			<HiddenFields values={{ act: "answer" }} />
			<RadioGroup
				{...form.field("answer")}
				label={t("answer.question")}
				choices={choices.answers}
			/>
			<SelectField
				{...objection}
				label={t("answer.objection")}
				hint={t("answer.objectionHint")}
				choices={choices.objections}
				prompt={t("answer.objectionNone")}
			/>
			<Actions>
				<Button>{t("answer.submit")}</Button>
			</Actions>
		</Form>
	);
}
