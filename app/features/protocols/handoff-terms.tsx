import "#app/locales/needed/protocols.ts";
import { useT } from "#app/i18n/use-t.ts";
import type { Outline, OutlineHandoff } from "#protocols/compiler/outline.ts";
import { labelOfRole } from "#protocols/compiler/outline-walk.ts";

type Props = { terms: OutlineHandoff; outline: Outline };

/** To whom a step hands off, what it asks, and what people do when nobody answers. */
export function HandoffTerms({ terms, outline }: Props) {
	const t = useT("protocols");
	const rows = [
		[t("outline.handoffTo"), labelOfRole(outline, terms.to)],
		[t("outline.asks"), terms.asks],
		[t("outline.urgency"), terms.urgency],
		[t("outline.mode"), terms.mode],
		[t("outline.goesOn"), terms.goesOn],
		...(terms.recipients > 1 ? [[t("outline.recipients"), String(terms.recipients)]] : []),
		...terms.delays.map(({ clock, within }) => [t("outline.delays"), clock + t("colon") + within]),
		...(terms.ifSilent ? [[t("outline.silent"), terms.ifSilent]] : []),
	];
	return (
		<div className="rounded-control border border-rule bg-surface px-4 py-3 print:border-border">
			<p className="font-semibold">{t("outline.handoff")}</p>
			<dl className="mt-1">
				{rows.map(([term, description]) => (
					<div key={`${term} ${description}`}>
						<dt className="inline text-ink-soft">{term + t("colon")}</dt>
						<dd className="inline">{description}</dd>
					</div>
				))}
			</dl>
		</div>
	);
}
