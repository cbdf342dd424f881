import "#app/locales/needed/exchange.ts";
import { useT } from "#app/i18n/use-t.ts";
import { Calls, Does, Joins, Never, Opens, Passes, Receives } from "./card-parts.tsx";
import { type PrintedVersion, PrintFrame, VersionLine } from "./print-frame.tsx";
import type { RoleCard } from "./role-card.ts";

type Props = { card: RoleCard; version: PrintedVersion; back: string };

/** One page for one role: what reaches it, what it does, whom it calls, what it never writes. */
export function CardPage({ card, version, back }: Props) {
	const t = useT("exchange");
	return (
		<PrintFrame version={version} back={back} hint={t("print.cardHint")}>
			<article className="sheet-card max-w-page" data-density={card.density}>
				<header className="mb-4 border-b-4 border-double border-ink pb-2 print:mb-2">
					<p className="text-ink-soft">
						{t("card.kind")} · {version.protocolTitle}
					</p>
					<h1 className="text-title-1 font-semibold print:text-[18pt]">{card.label}</h1>
					<VersionLine version={version} />
					<p>
						{t("card.heldBy")}
						{t("print.colon")}
						{card.heldBy.length > 0 ? card.heldBy.join(", ") : t("card.nobody")}
					</p>
				</header>
				<div className="gap-x-8 md:columns-2 print:columns-2 print:gap-x-[7mm]">
					<Receives receives={card.receives} />
					<Does does={card.does} begins={card.begins} />
					<Passes passes={card.passes} />
					<Joins joins={card.joins} />
					<Opens opens={card.opens} />
					<Calls card={card} />
					<Never />
				</div>
			</article>
		</PrintFrame>
	);
}
