import "#app/locales/needed/moving.ts";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { Details } from "#app/ui/details.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { HiddenFields } from "#app/ui/hidden-fields.tsx";
import { Page, Prose } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import type { WhatIfView } from "./present-what-if.ts";

type Props = { draftId: string; view: WhatIfView | null; tabs: ReactNode };

/** What a draft would have changed for past situations: numbers by step, no situation. */
export function WhatIfPage({ draftId, view, tabs }: Props) {
	const t = useT("moving");
	return (
		<>
			{tabs}
			<Page width="wide" title={t("whatIf.title")} lead={t("whatIf.lead")}>
				{view ? <Outcome view={view} /> : null}
				<Run draftId={draftId} page={view?.more ? view.page + 1 : 1} again={view !== null} />
				<Explanations least={view?.least} />
			</Page>
		</>
	);
}

function Run({ draftId, page, again }: { draftId: string; page: number; again: boolean }) {
	const t = useT("moving");
	const first = !again || page === 1;
	return (
		<Form method="post" action={paths.draftWhatIf(draftId)}>
			<HiddenFields values={{ page }} />
			<Actions>
				<Button>{t(first ? "whatIf.run" : "whatIf.next")}</Button>
			</Actions>
		</Form>
	);
}

function Outcome({ view }: { view: WhatIfView }) {
	const t = useT("moving");
	const { read, total, rows, least } = view;
	if (rows.length === 0) {
		return (
			<EmptyState title={t("whatIf.tooFew")}>
				<p>{t("whatIf.tooFewNext", { least })}</p>
			</EmptyState>
		);
	}
	const said = rows.filter(says);
	const unsaid = rows.filter((row) => !says(row));
	return (
		<>
			<p role="status" className="mb-4">
				{t("whatIf.read", { read, total })}
			</p>
			{said.length > 0 ? (
				<Table
					caption={t("whatIf.caption")}
					rows={said}
					rowKey={({ step }) => step}
					columns={[
						{ key: "step", title: t("whatIf.step"), cell: ({ title }) => title },
						...counted.map((verdict) => ({
							key: verdict,
							title: t(`whatIf.${verdict}`),
							figures: true,
							cell: (row: Row) => row[verdict] ?? t("whatIf.hidden"),
						})),
					]}
				/>
			) : null}
			{unsaid.length > 0 ? (
				<Details summary={t("whatIf.unsaid", { count: unsaid.length })} className="mt-6">
					<ul className="list-disc space-y-1 pl-5">
						{unsaid.map(({ step, title }) => (
							<li key={step}>{title}</li>
						))}
					</ul>
				</Details>
			) : null}
		</>
	);
}

type Row = WhatIfView["rows"][number];

/** Of most steps nothing may be said: they are named below, so that what is said stands out. */
function says(row: Row): boolean {
	return counted.some((verdict) => row[verdict] != null);
}

const counted = ["late", "stuck", "elsewhere", "unaffected"] as const;

function Explanations({ least }: { least: number | undefined }) {
	const t = useT("moving");
	return (
		<div className="mt-10">
			<Prose>
				<p>{t("whatIf.explain.late")}</p>
				<p>{t("whatIf.explain.stuck")}</p>
				<p>{t("whatIf.explain.elsewhere")}</p>
				<p>{t("whatIf.explain.limits")}</p>
				{least === undefined ? null : <p>{t("whatIf.explain.rule", { least })}</p>}
			</Prose>
		</div>
	);
}
