import "#app/locales/needed/exchange.ts";
import type { ReactNode } from "react";
import { useT } from "#app/i18n/use-t.ts";
import { Heading } from "#app/ui/heading.tsx";
import type { Booklet } from "./booklet.ts";
import { CodeGlossary, Cover, LawReferences, Telephones } from "./booklet-parts.tsx";
import type { DrawnSheet } from "./drawn-sheets.ts";
import { type PrintedVersion, PrintFrame } from "./print-frame.tsx";

type Props = {
	booklet: Booklet;
	version: PrintedVersion;
	back: string;
	/** Draws one sheet: another feature knows how. */
	draw: (sheet: DrawnSheet, label: string) => ReactNode;
	/** What the shapes mean, and the steps in words: other features know them. */
	legend: ReactNode;
	steps: ReactNode;
};

/** A whole protocol for paper: cover, drawings across the sheet, steps, law, numbers, codes. */
export function BookletPage({ booklet, version, back, draw, legend, steps }: Props) {
	const t = useT("exchange");
	return (
		<PrintFrame version={version} back={back} hint={t("print.printHint")}>
			<Cover outline={booklet.outline} version={version} />
			<section>
				{booklet.sheets.map((sheet, index) => (
					<div key={sheet.key} className="sheet-across">
						{index === 0 ? <SheetsHead /> : null}
						{draw(
							sheet,
							sheet.title === ""
								? t("booklet.interruptions")
								: t("booklet.course", { phase: sheet.title }),
						)}
						{index === 0 ? legend : null}
					</div>
				))}
			</section>
			<div id="booklet-steps">{steps}</div>
			<LawReferences law={booklet.law} />
			<Telephones telephones={booklet.telephones} />
			<CodeGlossary codes={booklet.codes} />
		</PrintFrame>
	);
}

function SheetsHead() {
	const t = useT("exchange");
	return (
		<>
			<Heading level={2} id="booklet-line">
				{t("booklet.line")}
			</Heading>
			<p className="mb-4 max-w-measure text-ink-soft">{t("booklet.lineLead")}</p>
			<a href="#booklet-steps" className="sr-only focus:not-sr-only">
				{t("booklet.skip")}
			</a>
		</>
	);
}
