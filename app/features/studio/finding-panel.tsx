import "#app/locales/needed/studio.ts";
import { Link } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.ts";
import { Mark } from "#app/ui/mark.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { useEditing } from "./editing.ts";
import { partAnchor } from "./part-anchor.ts";
import type { FindingsView } from "./present-findings.ts";
import { ScenarioWatch } from "./scenario-watch.tsx";

type Props = { findings: FindingsView; checks: string };

/** What the checker has to say, as far as it helps while one writes; the rest has its own page. */
export function FindingPanel({ findings, checks }: Props) {
	const t = useT("studio");
	const { errors, warnings, shown } = findings;
	const left = errors + warnings - shown.length;
	return (
		<section aria-labelledby="findings" className="xl:order-last">
			<h2 id="findings" tabIndex={-1} className="scroll-mt-4 mb-1 text-title-3 font-semibold">
				{t("editor.findings")}
			</h2>
			<p role="status" className="mb-2 text-ink-soft">
				{errors + warnings === 0 ? t("editor.findingsNone") : null}
				{errors > 0 ? t("editor.findingsErrors", { count: errors }) : null}
				{errors > 0 && warnings > 0 ? " · " : null}
				{warnings > 0 ? t("editor.findingsWarnings", { count: warnings }) : null}
			</p>
			{shown.length > 0 ? (
				<ul className="divide-y divide-rule border-y border-rule">
					{shown.map((finding) => (
						<Finding key={finding.key} finding={finding} />
					))}
				</ul>
			) : null}
			<p className="mt-2">
				{left > 0 ? <>{t("editor.findingsMore", { count: left })}. </> : null}
				<TextLink to={checks}>{t("editor.findingsAll")}</TextLink>
			</p>
			<ScenarioWatch />
		</section>
	);
}

function Finding({ finding }: { finding: FindingsView["shown"][number] }) {
	const t = useT("studio");
	const { address } = useEditing();
	const { severity, sentence, advice, part, partName } = finding;
	return (
		<li className="flex gap-3 py-3">
			<Mark kind={severity === "error" ? "failed" : "info"} className="mt-0.5" />
			<div className="min-w-0">
				<p>
					<span className="font-semibold">{t(`editor.${severity}`)}.</span> {sentence}
				</p>
				<p className="text-ink-soft">{advice}</p>
				<Link
					to={`${address(part)}#${partAnchor}`}
					preventScrollReset
					className="inline-flex min-h-11 items-center text-link underline underline-offset-4"
				>
					{t("editor.repair", { part: partName })}
				</Link>
			</div>
		</li>
	);
}
