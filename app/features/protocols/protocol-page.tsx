import "#app/locales/needed/protocols.ts";
import type { ReactNode } from "react";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { DataList } from "#app/ui/data-list.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { linkTo } from "./anchors.ts";
import { OutlineSections } from "./outline-sections.tsx";
import { PrintedQuestions } from "./question-list.tsx";
import type { ProtocolReading } from "./reading.ts";
import { RoleCards } from "./role-cards.tsx";

type Props = ProtocolReading & {
	/** The drawing, which another feature knows how to draw. */
	line: ReactNode;
	/** What is new in it, and who may take it out of use: known to another feature too. */
	news?: ReactNode;
	/** The roles of the reader's own structure. */
	ownRoles: string[];
};

/** A published protocol, to read on a screen and to print. */
export function ProtocolPage({ line, news, ownRoles, ...reading }: Props) {
	const t = useT("protocols");
	const format = useFormat();
	const { outline, questions, shortHash, publishedAt } = reading;
	return (
		<Page
			width="wide"
			back={{ to: paths.protocols(), label: t("back") }}
			above={t("above", { date: format.date(publishedAt), hash: shortHash })}
			title={outline.title}
			lead={outline.audience}
		>
			<Contents outline={outline} />
			<Purpose outline={outline} />
			{news}
			<div className="mt-12 print:mt-0 print:break-before-page">
				<Section title={t("line.title")} id="line">
					<p className="mb-6 max-w-measure text-ink-soft print:hidden">{t("line.lead")}</p>
					<a href="#outline" className="sr-only focus:not-sr-only">
						{t("line.skip")}
					</a>
					{line}
				</Section>
			</div>
			<OutlineSections outline={outline} questions={questions} />
			<RoleCards outline={outline} ownRoles={ownRoles} />
			<PrintedQuestions questions={questions} />
		</Page>
	);
}

function Contents({ outline }: Pick<ProtocolReading, "outline">) {
	const t = useT("protocols");
	const parts = [
		{ to: "#line", title: t("line.title") },
		...outline.phases.map(({ id, title }) => ({ to: linkTo(id), title })),
		{ to: "#any-time", title: t("outline.anyTime") },
		{ to: "#roles", title: t("roles.title") },
	];
	return (
		<div className="mb-10 flex flex-wrap items-center justify-between gap-x-8 gap-y-3 print:hidden">
			<nav aria-label={t("contents")}>
				<ul className="flex flex-wrap gap-x-6">
					{parts.map(({ to, title }) => (
						<li key={to}>
							<a
								href={to}
								className="inline-flex min-h-target items-center text-link underline underline-offset-4"
							>
								{title}
							</a>
						</li>
					))}
				</ul>
			</nav>
			<TextLink to={paths.protocolExports(outline.id)}>{t("next.files")}</TextLink>
		</div>
	);
}

function Purpose({ outline }: Pick<ProtocolReading, "outline">) {
	const t = useT("protocols");
	const { prerequisites, promises } = outline;
	if (!prerequisites && promises.length === 0) return null;
	return (
		<Section title={t("purpose.title")}>
			{prerequisites ? (
				<p className="mb-6 max-w-measure">
					<span className="block text-ink-soft">{t("purpose.prerequisites")}</span>
					{prerequisites}
				</p>
			) : null}
			{promises.length > 0 ? (
				<>
					<p className="mb-2 text-ink-soft">{t("purpose.promises")}</p>
					<DataList
						items={promises.map(({ milestone, within }) => ({
							term: milestone,
							description: t("purpose.within", { within }),
						}))}
					/>
				</>
			) : null}
		</Section>
	);
}
