import "#app/locales/needed/glass.ts";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { HiddenFields } from "#app/ui/hidden-fields.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { useKindForm } from "#app/ui/use-kind-form.ts";
import type { GlassReason } from "#db/glass.ts";

type Asked = { id: string; number: string; reason: GlassReason; askedAt: number };

type Props = {
	asked: Asked[];
	timeZone: string;
	/** What the reader has just decided. */
	done: "agree" | "refuse" | null;
	answer: FormAnswer | undefined;
	proof: ReactNode;
};

/** What a coordinator asks of a structure's manager: one form for each handoff. */
export function DecidePage({ asked, timeZone, done, answer, proof }: Props) {
	const t = useT("glass");
	return (
		<Page
			title={t("decide.title")}
			lead={t("decide.lead")}
			back={{ to: paths.myDay(), label: t("decide.back") }}
		>
			{done ? <Notice kind="done" live title={t(`decide.done.${done}`)} /> : null}
			{asked.length === 0 ? (
				<EmptyState title={t("decide.none")}>
					<p>{t("decide.noneNext")}</p>
				</EmptyState>
			) : null}
			{asked.map((one) => (
				<DecideForm
					key={one.id}
					asked={one}
					timeZone={timeZone}
					answer={answer?.values?.id === one.id ? answer : undefined}
					proof={proof}
				/>
			))}
		</Page>
	);
}

type FormProps = Pick<Props, "timeZone" | "answer" | "proof"> & { asked: Asked };

function DecideForm({ asked, timeZone, answer, proof }: FormProps) {
	const t = useT("glass");
	const { dateTime } = useFormat(timeZone);
	const form = useKindForm(answer ? { answer } : {});
	return (
		<Section title={t("decide.one", { number: asked.number })}>
			<p className="max-w-measure">
				{t(`reason.${asked.reason}`)} · {t("decide.askedAt", { at: dateTime(asked.askedAt) })}
			</p>
			<p className="mt-3 max-w-measure">{t("decide.what")}</p>
			<Form method="post" {...form.props}>
				<FormErrors {...form.summary} />
				<HiddenFields values={{ id: asked.id }} />
				{proof}
				<Actions>
					<Button name="decision" value="agree">
						{t("decide.agree")}
					</Button>
					<Button name="decision" value="refuse" kind="secondary">
						{t("decide.refuse")}
					</Button>
				</Actions>
			</Form>
		</Section>
	);
}
