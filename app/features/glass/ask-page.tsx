import "#app/locales/needed/glass.ts";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Actions, Button, LinkButton } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choice-groups.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { useKindForm } from "#app/ui/use-kind-form.ts";
import type { GlassReason } from "#db/glass.ts";

/** An emergency access as its readers see it. */
export type ShownGlass = {
	state: "asked" | "agreed" | "refused" | "used";
	reason: GlassReason;
	endsAt: number;
};

type Props = {
	handle: string;
	glass: ShownGlass | null;
	timeZone: string;
	answer: FormAnswer | undefined;
	proof: ReactNode;
};

/** Asks to give back a handoff for a structure that is absent, and says where that stands. */
export function AskPage({ handle, glass, timeZone, answer, proof }: Props) {
	const t = useT("glass");
	const { dateTime } = useFormat(timeZone);
	return (
		<Page
			title={t("ask.title")}
			lead={t("ask.lead")}
			back={{ to: paths.handoff(handle), label: t("ask.back") }}
		>
			{glass ? (
				<Notice kind="late" live title={t(`state.${glass.state}`, { at: dateTime(glass.endsAt) })}>
					<p>{t(`reason.${glass.reason}`)}</p>
				</Notice>
			) : null}
			{glass?.state === "agreed" ? (
				<Actions>
					<LinkButton to={paths.handoffAct(handle, "give-back")}>{t("ask.act")}</LinkButton>
				</Actions>
			) : null}
			{!glass || glass.state === "refused" ? <AskForm answer={answer} proof={proof} /> : null}
		</Page>
	);
}

const reasons = ["REFERENT_ABSENT", "RECEPTION_ABSENT", "STRUCTURE_CLOSED"] as const;

function AskForm({ answer, proof }: Pick<Props, "answer" | "proof">) {
	const t = useT("glass");
	const form = useKindForm(answer ? { answer } : {});
	return (
		<Form method="post" {...form.props}>
			<FormErrors {...form.summary} />
			<RadioGroup
				{...form.field("reason")}
				label={t("ask.reason")}
				choices={reasons.map((value) => ({ value, label: t(`reason.${value}`) }))}
			/>
			{proof}
			<Actions>
				<Button>{t("ask.submit")}</Button>
			</Actions>
		</Form>
	);
}
