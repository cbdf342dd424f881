import "#app/locales/needed/handoffs.ts";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useT } from "#app/i18n/use-t.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { DataList } from "#app/ui/data-list.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { Section } from "#app/ui/page.tsx";
import { useKindForm } from "#app/ui/use-kind-form.ts";
import type { Need } from "#protocols/casework/handoff/needs.ts";
import type { ActPageData } from "./act-page.tsx";
import { CarriedAnswers, ReadingList } from "./reading.tsx";

/** What is about to be recorded, in words, and the answers that travel on. */
export type Look = {
	said: { need: Need; words: string }[];
	/** The outcome of the step, where one was chosen. */
	outcome: string | null;
	values: Record<string, string | string[]>;
};

type T = ReturnType<typeof useT<"handoffs">>;

/** The name of a question; a date says what for. */
function needWords(t: T, act: ActPageData["options"]["act"], need: Need): string {
	if (need === "information") return t("page.information");
	const dated = act === "ACCEPT" || act === "SUSPEND" || act === "REVIEW_SUSPENSION";
	return need === "until" && dated ? t(`until.${act}`) : t(`need.${need}`);
}

type Props = ActPageData & { look: Look; answer: FormAnswer | undefined; proof: ReactNode };

/** A last look at whom an act concerns and what it says. Nothing is recorded before. */
export function ActLook({ options: { act }, reading, look, answer, proof }: Props) {
	const t = useT("handoffs");
	const form = useKindForm(answer ? { answer } : {});
	const { stage: _stage, ...values } = look.values;
	const said = [
		...look.said.map(({ need, words }) => ({
			term: needWords(t, act, need),
			description: words,
		})),
		...(look.outcome ? [{ term: t("form.stepOutcome"), description: look.outcome }] : []),
	];
	return (
		<Form method="post" {...form.props}>
			<FormErrors {...form.summary} />
			<Section title={t("reading.concerned")}>
				<ReadingList {...reading} />
			</Section>
			{said.length > 0 ? (
				<Section title={t("look.answers")}>
					<DataList items={said} />
				</Section>
			) : null}
			<CarriedAnswers values={values} />
			{proof}
			<Actions>
				<Button name="stage" value="record">
					{t(`act.${act}.button`)}
				</Button>
				<Button name="stage" value="change" kind="quiet">
					{t("form.change")}
				</Button>
			</Actions>
		</Form>
	);
}
