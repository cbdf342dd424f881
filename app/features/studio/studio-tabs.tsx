import "#app/locales/needed/studio.ts";
import { NavLink } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { TextLink } from "#app/ui/text-link.tsx";

/** What one does with a draft, in the order in which one comes to it. */
const tabs = [
	{ name: "write", to: paths.draft },
	{ name: "check", to: paths.draftChecks },
	{ name: "play", to: paths.draftPlays },
	{ name: "whatIf", to: paths.draftWhatIf },
	{ name: "compare", to: paths.draftDifference },
	{ name: "consult", to: paths.draftConsultation },
	{ name: "publish", to: paths.draftPublication },
	{ name: "export", to: paths.draftExports },
] as const;

/** The small header of every page of a draft: which one it is, and what one does with it. */
export function StudioTabs({ draftId, title }: { draftId: string; title: string }) {
	const t = useT("studio");
	return (
		<div className="mb-6 border-b border-rule print:hidden">
			<p className="flex flex-wrap items-baseline gap-x-3 text-small text-ink-soft">
				<TextLink to={paths.studio()}>{t("tabs.studio")}</TextLink>
				<span>{title}</span>
			</p>
			<nav aria-label={t("tabs.label")}>
				<ul className="flex flex-wrap gap-x-6">
					{tabs.map(({ name, to }) => (
						<li key={name}>
							<NavLink
								to={to(draftId)}
								end={name === "write"}
								className="flex min-h-target items-center text-ink-soft hover:text-ink aria-[current=page]:font-semibold aria-[current=page]:text-ink aria-[current=page]:shadow-[inset_0_-3px_0_var(--ink)] forced-colors:aria-[current=page]:underline"
							>
								{t(`tabs.${name}`)}
							</NavLink>
						</li>
					))}
				</ul>
			</nav>
		</div>
	);
}
