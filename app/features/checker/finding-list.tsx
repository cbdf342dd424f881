import "#app/locales/needed/checker.ts";
import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.ts";
import { Button } from "#app/ui/button.tsx";
import { Details } from "#app/ui/details.tsx";
import { HiddenFields } from "#app/ui/hidden-fields.tsx";
import { Mark } from "#app/ui/mark.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";
import type { FindingsView, FindingView } from "./present-findings.ts";

type Props = {
	findings: FindingsView;
	/** Where a story is sent to be played. */
	plays: string;
};

/** The findings of a draft, errors first; each with its part, what to do, and the story that shows it. */
export function FindingList({ findings: { errors, warnings }, plays }: Props) {
	const t = useT("checker");
	if (errors.length + warnings.length === 0) {
		return <Notice kind="done" title={t("findings.none")} />;
	}
	return (
		<>
			{errors.length > 0 ? (
				<Section level={3} title={t("findings.errors", { count: errors.length })}>
					<p className="mb-2 text-ink-soft">{t("findings.errorsLead")}</p>
					<Findings findings={errors} plays={plays} mark="failed" />
				</Section>
			) : null}
			{warnings.length > 0 ? (
				<Section level={3} title={t("findings.warnings", { count: warnings.length })}>
					<p className="mb-2 text-ink-soft">{t("findings.warningsLead")}</p>
					<Findings findings={warnings} plays={plays} mark="late" />
				</Section>
			) : null}
		</>
	);
}

type ListProps = { findings: FindingView[]; plays: string; mark: "failed" | "late" };

function Findings({ findings, plays, mark }: ListProps) {
	return (
		<ul className="divide-y divide-rule border-y border-rule">
			{findings.map((finding) => (
				<li key={finding.key} className="flex gap-3 py-4">
					<Mark kind={mark} className="mt-0.5" />
					<FindingItem finding={finding} plays={plays} />
				</li>
			))}
		</ul>
	);
}

function FindingItem({ finding, plays }: { finding: FindingView; plays: string }) {
	const t = useT("checker");
	const { sentence, advice, part, told, story } = finding;
	return (
		<div className="min-w-0 max-w-measure">
			<p className="font-semibold">{sentence}</p>
			<p className="text-ink-soft">{advice}</p>
			<p>
				<TextLink to={part.to}>{t("findings.repair", { part: part.name })}</TextLink>
			</p>
			{told.length > 0 ? (
				<Details summary={t("findings.told")}>
					<ol className="list-decimal space-y-1 pl-5">
						{told.map((act, place) => (
							// biome-ignore lint/suspicious/noArrayIndexKey: the acts of a told story do not move
							<li key={place}>{act}</li>
						))}
					</ol>
				</Details>
			) : null}
			{story ? <PlayButton {...{ plays, story, sentence }} /> : null}
		</div>
	);
}

function PlayButton({
	plays,
	story,
	sentence,
}: {
	plays: string;
	story: string;
	sentence: string;
}) {
	const t = useT("checker");
	return (
		<Form method="post" action={plays}>
			<HiddenFields values={{ intent: "story", story }} />
			<Button kind="quiet">
				<span aria-hidden="true">{t("findings.play")}</span>
				<VisuallyHidden>{t("findings.playNamed", { sentence })}</VisuallyHidden>
			</Button>
		</Form>
	);
}
