import "#app/locales/needed/situations.ts";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { DataList } from "#app/ui/data-list.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { HiddenFields } from "#app/ui/hidden-fields.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Panel } from "#app/ui/page.tsx";
import { useKindForm } from "#app/ui/use-kind-form.ts";
import type { OutcomeView, Question } from "./present-step.ts";
import { useNewTitle } from "./use-new-title.ts";

type Props = {
	handle: string;
	alias: string;
	ageBand: string | null;
	step: string;
	outcome: OutcomeView;
	questions: Question[];
	/** What was answered, to be sent again as it is. */
	values: Record<string, string | string[]>;
	formKey: string;
	seen: number;
	/** The emergency numbers, for an outcome that declares a danger. */
	numbers: ReactNode;
	/** What the action answered last: why nothing is recorded yet. */
	answer: FormAnswer | undefined;
	/** What asks again who is in front of the screen, before a situation is closed. */
	proof: ReactNode;
};

/** Before what cannot be undone: which situation, which step, what it does. Nothing is recorded yet. */
export function LastLook(props: Props) {
	const { handle, alias, ageBand, step, outcome, questions, values, formKey, seen } = props;
	const t = useT("situations");
	const form = useKindForm(props.answer ? { answer: props.answer } : {});
	useNewTitle("last-look");
	return (
		<Page
			title={outcome.danger ? t("interruptions.dangerTitle") : t("confirm.title")}
			lead={outcome.danger ? t("interruptions.dangerLead") : t("confirm.lead")}
			back={{ to: paths.situation(handle), label: t("backTo") }}
		>
			{outcome.danger ? <Panel className="mb-8 border-emergency">{props.numbers}</Panel> : null}
			<DataList
				items={[
					{ term: t("alias"), description: <strong>{alias}</strong> },
					{ term: t("age"), description: ageBand ?? t("unknown") },
					{ term: t("stepWord"), description: step },
					...answersGiven(questions, values),
					{ term: t("confirm.outcome"), description: <strong>{outcome.label}</strong> },
				]}
			/>
			<div className="mt-6">
				<Notice kind="late" title={t(`confirm.${effectOf(outcome)}`)} />
			</div>
			<Form method="post" {...form.props}>
				<FormErrors {...form.summary} />
				<HiddenFields values={{ key: formKey, seen }} />
				<Carried values={values} />
				{props.proof}
				<Actions>
					<Button name="confirm" value="yes">
						{outcome.danger
							? t("interruptions.dangerCalled")
							: t("confirm.yes", { outcome: outcome.label })}
					</Button>
					<Button kind="quiet" name="confirm" value="no">
						{t("confirm.no")}
					</Button>
				</Actions>
			</Form>
		</Page>
	);
}

/** What the outcome does that cannot be undone. */
function effectOf({ danger, leads }: OutcomeView): "danger" | "closes" | "leaves" {
	if (danger) return "danger";
	return leads.at === "closed" ? "closes" : "leaves";
}

/** The answers as they were given, in words. */
function answersGiven(questions: Question[], values: Props["values"]) {
	return questions.flatMap(({ name, label, choices }) => {
		const given = [values[name] ?? []].flat();
		const words = choices
			.filter(({ value }) => given.includes(value))
			.map((choice) => choice.label);
		return words.length > 0 ? [{ term: label, description: words.join(", ") }] : [];
	});
}

function Carried({ values }: { values: Props["values"] }) {
	return Object.entries(values).flatMap(([name, value]) =>
		[value]
			.flat()
			.map((one) => <input key={`${name} ${one}`} type="hidden" name={name} value={one} />),
	);
}
