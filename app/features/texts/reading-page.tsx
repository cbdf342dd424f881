import "#app/locales/needed/texts.ts";
import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { HiddenFields } from "#app/ui/hidden-fields.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Panel, Section } from "#app/ui/page.tsx";
import { type Seen, SeenList } from "./seen-list.tsx";

/** A presentation that waits, as a second person reads it. */
export type ReadingView = {
	structureName: string;
	shown: string | null;
	proposal: { text: string; read: number; own: boolean; warnings: Seen[] } | null;
	saved: "accepted" | "refused" | null;
};

type Props = {
	view: ReadingView;
	back: { to: string; label: string };
	answer: FormAnswer | undefined;
};

/** A text that may name somebody, for a second person: it is shown once they say that it does not. */
export function ReadingPage({ view, back, answer }: Props) {
	const t = useT("texts");
	const { structureName, shown, proposal, saved } = view;
	return (
		<Page title={t("reading.title")} above={structureName} lead={t("reading.lead")} back={back}>
			{saved ? (
				<div className="mb-6">
					<Notice kind="done" live title={t(`reading.${saved}`)} />
				</div>
			) : null}
			<FormErrors {...(answer?.errors ? { errors: answer.errors } : {})} />
			{proposal ? (
				<Waiting proposal={proposal} />
			) : (
				<EmptyState title={t("reading.none")}>
					<p>{t("reading.noneNext")}</p>
				</EmptyState>
			)}
			<Section title={t("reading.shown")}>
				<p className="max-w-measure whitespace-pre-line">{shown ?? t("reading.shownNone")}</p>
			</Section>
		</Page>
	);
}

function Waiting({ proposal }: { proposal: NonNullable<ReadingView["proposal"]> }) {
	const t = useT("texts");
	const { text, read, own, warnings } = proposal;
	return (
		<Section title={t("reading.text")}>
			<SeenList seen={warnings} to="reader" />
			<Panel>
				<p className="max-w-measure whitespace-pre-line break-words">{text}</p>
			</Panel>
			{own ? <p className="mt-4 max-w-measure">{t("reading.own")}</p> : null}
			<Form method="post">
				<HiddenFields values={{ read }} />
				<Actions>
					{own ? null : (
						<Button name="act" value="accept">
							{t("reading.accept")}
						</Button>
					)}
					<Button kind="secondary" name="act" value="refuse">
						{own ? t("reading.takeBack") : t("reading.refuse")}
					</Button>
				</Actions>
			</Form>
		</Section>
	);
}
