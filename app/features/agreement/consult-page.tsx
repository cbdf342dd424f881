import "#app/locales/needed/agreement.ts";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Actions, Button, LinkButton } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { HiddenFields } from "#app/ui/hidden-fields.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { useKindForm } from "#app/ui/use-kind-form.ts";
import { AnswerTable, type StructureRow } from "./answer-table.tsx";

/** Where a draft stands with the partners. */
export type ConsultView = {
	draftId: string;
	/** The revision on screen. */
	seen: number;
	/** The open consultation; null before, and after it ended. */
	running: {
		id: string;
		openedAt: number;
		/** The draft is not the frozen text any more. */
		movedOn: boolean;
		rows: StructureRow[];
		signatures: { signed: number; needed: number; holds: boolean };
	} | null;
	ended: { state: "withdrawn" | "published"; at: number } | null;
	/** Who would be asked. */
	asked: { structureId: string; name: string; mustSign: boolean }[];
	timeZone: string;
};

type Props = ConsultView & {
	tabs: ReactNode;
	saved: "open" | "withdraw" | null;
	answer: FormAnswer | undefined;
};

/** Opens a consultation about a draft, or shows where the structures stand. */
export function ConsultPage({ tabs, saved, answer, ...view }: Props) {
	const t = useT("agreement");
	const form = useKindForm(answer ? { answer } : {});
	return (
		<>
			{tabs}
			<Page width="wide" title={t("consult.title")} lead={t("consult.lead")}>
				{saved ? (
					<div className="mb-6">
						<Notice kind="done" live title={t(`consult.saved.${saved}`)} />
					</div>
				) : null}
				<FormErrors {...form.summary} />
				{view.running ? <Running {...view} running={view.running} /> : <Before {...view} />}
			</Page>
		</>
	);
}

function Before({ ended, asked, seen, timeZone }: ConsultView) {
	const t = useT("agreement");
	const { date } = useFormat(timeZone);
	return (
		<>
			<Notice title={t("consult.none")}>
				<p>{t("consult.noneLead")}</p>
				{ended ? <p>{t(`consult.ended.${ended.state}`, { date: date(ended.at) })}</p> : null}
			</Notice>
			<Section title={t("consult.who")}>
				<p className="mb-4 max-w-measure">{t("consult.whoLead", { count: asked.length })}</p>
				<ul className="columns-1 gap-8 sm:columns-2">
					{asked.map(({ structureId, name, mustSign }) => (
						<li key={structureId} className="py-1">
							{name}{" "}
							<span className="text-ink-soft">
								· {t(mustSign ? "consult.mustSign" : "consult.maySign")}
							</span>
						</li>
					))}
				</ul>
				<p className="mt-4 max-w-measure">
					{t("consult.rule")} <TextLink to={paths.signatures()}>{t("consult.ruleAct")}</TextLink>
				</p>
			</Section>
			<Form method="post">
				<HiddenFields values={{ act: "open", seen }} />
				<Actions>
					<Button>{t("consult.submit")}</Button>
				</Actions>
			</Form>
		</>
	);
}

type RunningProps = ConsultView & { running: NonNullable<ConsultView["running"]> };

function Running({ draftId, running, timeZone }: RunningProps) {
	const t = useT("agreement");
	const { date } = useFormat(timeZone);
	const { id, openedAt, movedOn, rows } = running;
	const { signed, needed, holds } = running.signatures;
	return (
		<>
			<Notice title={t("consult.running", { date: date(openedAt) })}>
				{movedOn ? <p>{t("consult.movedOn")}</p> : null}
				<p>
					<TextLink to={paths.consultation(id)}>{t("consult.asSeen")}</TextLink>
				</p>
			</Notice>
			<Section title={t("consult.answers")}>
				<p className="mb-4">
					<StatusTag kind={holds ? "done" : "open"}>
						{holds ? t("consult.holds") : t("consult.holdsNot", { signed, needed })}
					</StatusTag>
				</p>
				<AnswerTable rows={rows} timeZone={timeZone} />
			</Section>
			<Actions>
				<LinkButton to={paths.draftPublication(draftId)}>{t("consult.next")}</LinkButton>
			</Actions>
			<Form method="post" className="mt-10">
				<HiddenFields values={{ act: "withdraw", consultation: id }} />
				<p className="max-w-measure text-ink-soft">{t("consult.withdrawLead")}</p>
				<Actions>
					<Button kind="secondary">{t("consult.withdraw")}</Button>
				</Actions>
			</Form>
		</>
	);
}
