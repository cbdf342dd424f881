import "#app/locales/needed/texts.ts";
import { useT } from "#app/i18n/use-t.ts";
import { Notice } from "#app/ui/notice.tsx";
import type { FindingKind } from "#db/public-texts/finding.ts";

/** What the guard saw, as the page shows it to whoever wrote or reads the text. */
export type Seen = { kind: FindingKind; seen: string };

type Props = {
	seen: readonly Seen[];
	/** Whoever writes is told what to write instead; whoever reads, only what was seen. */
	to: "writer" | "reader";
};

/** What may point at somebody in a text: which words, and what they look like. */
export function SeenList({ seen, to }: Props) {
	const t = useT("texts");
	if (seen.length === 0) return null;
	return (
		<div className="mb-6">
			<Notice kind={to === "writer" ? "failed" : "late"} title={t("seenTitle")}>
				<ul className="space-y-3">
					{seen.map(({ kind, seen: words }, place) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: the same words may be seen twice.
						<li key={place}>
							<strong className="block break-words">{t("quoted", { words })}</strong>
							{t(`seen.${kind}`)} {to === "writer" ? t(`instead.${kind}`) : null}
						</li>
					))}
				</ul>
			</Notice>
		</div>
	);
}
