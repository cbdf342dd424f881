import "#app/locales/needed/exchange.ts";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useT } from "#app/i18n/use-t.ts";
import { DataList } from "#app/ui/data-list.tsx";
import { Details } from "#app/ui/details.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Unsaid } from "#protocols/exchange/bpmn/unsaid.ts";
import { type ExportFormat, exportFormats } from "./formats.ts";

/** What the page of exports shows of a protocol. */
export type ExportView = {
	title: string;
	unsaid: Unsaid[];
	roles: { id: string; label: string }[];
};

type Props = ExportView & {
	draft: boolean;
	back?: { to: string; label: string };
	/** Where each paper and each file is. */
	to: {
		booklet: string;
		card: (roleId: string) => string;
		file: (format: ExportFormat) => string;
	};
	children?: ReactNode;
};

/** Everything that a protocol can be taken away as: on paper, then in files. */
export function ExportPage({ title, unsaid, roles, draft, back, to, children }: Props) {
	const t = useT("exchange");
	return (
		<Page
			above={title}
			title={t("page.title")}
			lead={draft ? t("page.leadDraft") : t("page.lead")}
			{...(back ? { back } : {})}
		>
			<Section title={t("paper.title")}>
				<p>
					<TextLink to={to.booklet}>{t("paper.booklet")}</TextLink>
				</p>
				<p className="mb-6 text-ink-soft">{t("paper.bookletLead")}</p>
				<p className="font-semibold">{t("paper.cards")}</p>
				<p className="text-ink-soft">{t("paper.cardsLead")}</p>
				<ul className="mt-2 grid gap-x-8 sm:grid-cols-2">
					{roles.map(({ id, label }) => (
						<li key={id}>
							<Link
								to={to.card(id)}
								className="flex min-h-target items-center text-link underline underline-offset-4"
							>
								{label}
							</Link>
						</li>
					))}
				</ul>
			</Section>
			<Section title={t("files.title")}>
				<p className="mb-4 text-ink-soft">
					{t("files.own")} {t("files.language")}
				</p>
				<DataList
					items={exportFormats.map((format) => ({
						term: t(`files.${format}`),
						description: <FileLine format={format} to={to.file(format)} />,
					}))}
				/>
				<Details
					summary={t("files.unsaid", { count: unsaid.length })}
					className="mt-6 max-w-measure"
				>
					<p className="mb-3 text-ink-soft">{t("files.unsaidLead")}</p>
					<UnsaidList unsaid={unsaid} />
				</Details>
			</Section>
			{children}
		</Page>
	);
}

function FileLine({ format, to }: { format: ExportFormat; to: string }) {
	const t = useT("exchange");
	return (
		<>
			<p>{t(`files.${format}Lead`)}</p>
			<p>
				<a
					href={to}
					download
					className="inline-flex min-h-target items-center text-link underline underline-offset-4"
				>
					{t("files.download")}
					<span className="sr-only"> {t(`files.${format}`)}</span>
				</a>
			</p>
		</>
	);
}

/** The number of a step stays with its title where the line ends. */
function keptWhole(place: string): string {
	return place.replace(/^(\d+\.) /, "$1\u00a0");
}

function UnsaidList({ unsaid }: { unsaid: Unsaid[] }) {
	return (
		<ul className="list-disc space-y-3 pl-5">
			{unsaid.map(({ code, sentence, places }) => (
				<li key={code}>
					{sentence}
					<span className="block text-small text-ink-soft">
						{places.map(keptWhole).join(" · ")}
					</span>
				</li>
			))}
		</ul>
	);
}
