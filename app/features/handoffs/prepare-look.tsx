import "#app/locales/needed/handoffs.ts";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useT } from "#app/i18n/use-t.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { DataList } from "#app/ui/data-list.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";
import { useKindForm } from "#app/ui/use-kind-form.ts";
import type { PresentedPreparation } from "./present-preparation.ts";
import { CarriedAnswers, ReadingList } from "./reading.tsx";

/** What is about to be handed off, in words, and the answers that travel on. */
export type PreparationLook = {
	to: string[];
	said: { term: string; description: string }[];
	information: string;
	values: Record<string, string | string[]>;
};

type Props = {
	page: PresentedPreparation;
	look: PreparationLook;
	answer: FormAnswer;
	proof: ReactNode;
};

/** A last look at whom a handoff concerns, who receives it and what it says. */
export function PrepareLook({ page, look, answer, proof }: Props) {
	const t = useT("handoffs");
	const form = useKindForm({ answer });
	const { stage: _stage, ...values } = look.values;
	const { alias, ageBand, title, role, shape } = page;
	const to = look.to.length > 0 ? look.to.join(", ") : role;
	return (
		<Form method="post" {...form.props}>
			<FormErrors {...form.summary} />
			<Section title={t("reading.concerned")}>
				<ReadingList {...{ alias, ageBand, to }} number={null} step={title} />
			</Section>
			<Section title={t("prepare.questionsTitle")}>
				<DataList
					items={[...look.said, { term: t("page.information"), description: look.information }]}
				/>
			</Section>
			<div className="mt-8">
				<Notice title={shape.external ? t("prepare.externalTitle") : t("prepare.identity")} />
			</div>
			<CarriedAnswers values={values} />
			{proof}
			<Actions>
				<Button name="stage" value="send" icon="send">
					{sendWords({ page, look }, t)}
				</Button>
				<Button name="stage" value="change" kind="quiet">
					{t("form.change")}
				</Button>
			</Actions>
		</Form>
	);
}

function sendWords(
	{ page: { shape, role }, look }: { page: PresentedPreparation; look: PreparationLook },
	t: ReturnType<typeof useT<"handoffs">>,
): string {
	if (shape.external) return t("prepare.sendExternal", { name: role });
	const [name = role, ...others] = look.to;
	if (others.length > 0) return t("prepare.sendSeveral", { count: look.to.length });
	return t("prepare.send", { name });
}
