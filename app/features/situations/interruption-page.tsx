import "#app/locales/needed/situations.ts";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Actions, Button, LinkButton } from "#app/ui/button.tsx";
import { DataList } from "#app/ui/data-list.tsx";
import { Heading } from "#app/ui/heading.tsx";
import { HiddenFields } from "#app/ui/hidden-fields.tsx";
import { Page, Panel } from "#app/ui/page.tsx";
import type { InterruptionView } from "./present-acts.ts";

type Props = {
	view: InterruptionView;
	formKey: string;
	refusal: ReactNode;
	open: boolean;
	/** The emergency numbers, which the shell knows. */
	numbers: ReactNode;
};

/** Declaring what happens beside the course. In danger, the telephone comes first. */
export function InterruptionPage({ view, formKey, refusal, open, numbers }: Props) {
	const t = useT("situations");
	const { handle, alias, ageBand, title, danger, seen } = view;
	const back = { to: paths.situation(handle), label: t("backTo") };
	return (
		<Page
			title={danger ? t("interruptions.dangerTitle") : title}
			above={alias}
			lead={danger ? t("interruptions.dangerLead") : undefined}
			back={back}
		>
			{danger ? <Panel className="mb-8 border-emergency">{numbers}</Panel> : null}
			{refusal}
			<DataList
				items={[
					{ term: t("alias"), description: <strong>{alias}</strong> },
					{ term: t("age"), description: ageBand ?? t("unknown") },
				]}
			/>
			<Effects view={view} />
			{open ? (
				<Form method="post">
					<HiddenFields values={{ key: formKey, seen }} />
					<Actions>
						<Button>
							{danger ? t("interruptions.dangerCalled") : t("interruptions.raise", { title })}
						</Button>
						<LinkButton kind="quiet" to={back.to}>
							{back.label}
						</LinkButton>
					</Actions>
					<p className="mt-3 text-small text-ink-soft">{t("interruptions.nothing")}</p>
				</Form>
			) : (
				<LinkButton to={back.to}>{back.label}</LinkButton>
			)}
		</Page>
	);
}

function Effects({ view: { first, pauses, running } }: { view: InterruptionView }) {
	const t = useT("situations");
	return (
		<section className="mt-8 max-w-measure">
			<Heading level={2} size={3}>
				{t("interruptions.what")}
			</Heading>
			<ul className="mt-2 list-disc space-y-2 pl-6">
				{running ? <li>{t("interruptions.again")}</li> : null}
				{first ? (
					<li>
						{t("interruptions.first", { step: first.title, role: first.role, delay: first.delay })}
					</li>
				) : null}
				<li>{pauses ? t("interruptions.pausing") : t("interruptions.going")}</li>
				<li>{t("interruptions.holder")}</li>
			</ul>
		</section>
	);
}
