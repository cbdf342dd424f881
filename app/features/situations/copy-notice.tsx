import "#app/locales/needed/situations.ts";
import { spellCode } from "#app/i18n/spelling.ts";
import { useT } from "#app/i18n/use-t.ts";
import { Details } from "#app/ui/details.tsx";
import { Heading } from "#app/ui/heading.tsx";
import { Panel } from "#app/ui/page.tsx";

type Props = { code: string; alias: string };

/** What to copy by hand into one's own register, just after opening. It comes first on paper. */
export function CopyNotice({ code, alias }: Props) {
	const t = useT("situations");
	return (
		<Panel className="mb-8 max-w-measure border-2 border-ink">
			<Heading level={2} size={3}>
				{t("copy.title")}
			</Heading>
			<p className="mt-2">{t("copy.lead")}</p>
			<CodeAndAlias code={code} alias={alias} />
			<p className="text-small text-ink-soft print:hidden">{t("copy.print")}</p>
		</Panel>
	);
}

/** The code in two groups of five, how to say it, and the two words of the alias. */
export function CodeAndAlias({ code, alias }: Props) {
	const t = useT("situations");
	return (
		<>
			<dl className="my-3 flex flex-wrap gap-x-10 gap-y-2">
				<div>
					<dt className="text-small text-ink-soft">{t("copy.code")}</dt>
					<dd className="font-mono text-title-2 tracking-wider whitespace-nowrap">{code}</dd>
				</div>
				<div>
					<dt className="text-small text-ink-soft">{t("copy.alias")}</dt>
					<dd className="text-title-2 font-semibold">{alias}</dd>
				</div>
			</dl>
			<Details summary={t("copy.spell")} className="print:hidden">
				<div lang="fr" className="flex gap-8">
					{spellCode(code).map((group) => (
						<ol key={group[0]?.key}>
							{group.map(({ key, symbol, word }) => (
								<li key={key}>
									<strong className="inline-block w-6 font-mono">{symbol}</strong>
									{word}
								</li>
							))}
						</ol>
					))}
				</div>
			</Details>
		</>
	);
}
