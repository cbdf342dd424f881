import "#app/locales/needed/operator.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import type { Concern } from "./concerns.ts";
import { MachineFigures, WitnessFigures, WorkFigures } from "./figure-lists.tsx";
import type { ShownFigures } from "./shown-figures.ts";

type Props = {
	figures: ShownFigures;
	concerns: Concern[];
	now: number;
	timeZone: string;
};

/** What the server does, in figures: first whether anything needs somebody. */
export function OperatorPage({ figures, concerns, now, timeZone }: Props) {
	const t = useT("operator");
	const place = { figures, now, timeZone };
	return (
		<Page title={t("title")} lead={t("lead")}>
			<State concerns={concerns} />
			<WorkFigures {...place} />
			<WitnessFigures {...place} />
			<Section title={t("answers.title")}>
				<Answers answered={figures.answered} />
			</Section>
			<MachineFigures {...place} />
		</Page>
	);
}

function State({ concerns }: { concerns: Concern[] }) {
	const t = useT("operator");
	const calm = concerns.length === 0;
	return (
		<div className="mb-12">
			<Notice kind={calm ? "done" : "late"} title={calm ? t("calm") : t("concerned")}>
				{calm ? null : (
					<ul className="space-y-2">
						{concerns.map((concern) => (
							<li key={concern}>{t(`concerns.${concern}`)}</li>
						))}
					</ul>
				)}
			</Notice>
			<div className="mt-6">
				<LinkButton kind="secondary" to={paths.incidents()} icon="forward">
					{t("toIncidents")}
				</LinkButton>
			</div>
		</div>
	);
}

const statuses = ["2xx", "3xx", "4xx", "5xx"] as const;

function Answers({ answered }: { answered: ShownFigures["answered"] }) {
	const t = useT("operator");
	if (answered.length === 0) return <p>{t("answers.none")}</p>;
	const parts = [...new Set(answered.map(({ route }) => route))].sort();
	const countOf = (part: string, status: string) =>
		answered.find((row) => row.route === part && row.status === status)?.count ?? 0;
	return (
		<Table
			caption={t("answers.title")}
			captionHidden
			rows={parts}
			rowKey={(part) => part}
			columns={[
				{ key: "part", title: t("answers.part"), cell: (part) => t(`parts.${part}`) },
				...statuses.map((status) => ({
					key: status,
					title: status,
					cell: (part: string) => countOf(part, status),
					figures: true,
				})),
			]}
		/>
	);
}
