import "#app/locales/needed/exchange.ts";
import type { ReactNode } from "react";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { PrintButton } from "#app/ui/print-button.tsx";
import { BackLink } from "#app/ui/text-link.tsx";

/** What is said of a printed protocol at its head. */
export type PrintedVersion = {
	protocolTitle: string;
	territory: string;
	/** When it was published; null for a draft. */
	publishedAt: number | null;
	shortHash: string;
};

type Props = {
	version: PrintedVersion;
	back: string;
	hint: string;
	children: ReactNode;
};

/** The screen around what is to be printed: the way back and the button; on paper, whether it is a draft. */
export function PrintFrame({ version, back, hint, children }: Props) {
	const t = useT("exchange");
	const isDraft = version.publishedAt === null;
	return (
		<div>
			<div className="mb-6 flex flex-wrap items-center justify-between gap-x-8 gap-y-3 print:hidden">
				<BackLink to={back}>{t("print.back")}</BackLink>
				<PrintButton label={t("print.print")} hint={hint} />
			</div>
			{isDraft ? (
				<p className="watermark" aria-hidden="true">
					{t("print.draft")}
				</p>
			) : null}
			{isDraft ? <p className="mb-3 font-semibold">{t("print.draftSentence")}</p> : null}
			{children}
		</div>
	);
}

/** Whose protocol it is, and which version. */
export function VersionLine({ version }: { version: PrintedVersion }) {
	const t = useT("exchange");
	const format = useFormat();
	const { territory, publishedAt, shortHash } = version;
	const status =
		publishedAt === null
			? t("print.notPublished")
			: t("print.published", { date: format.date(publishedAt), hash: shortHash });
	return (
		<p className="text-ink-soft">
			{territory} · {status}
		</p>
	);
}
