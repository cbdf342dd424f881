import { Link } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.ts";

/** Where the page is, from the widest to the nearest; the last one is the page itself and no link. */
export function Breadcrumb({ trail }: { trail: { label: string; to?: string }[] }) {
	const t = useT("ui");
	return (
		<nav aria-label={t("breadcrumb")} className="text-small">
			<ol className="flex flex-wrap items-center gap-x-2">
				{trail.map(({ label, to }, depth) => (
					<li key={label} className="flex items-center gap-x-2">
						{depth > 0 ? (
							<span aria-hidden="true" className="text-ink-soft">
								/
							</span>
						) : null}
						{to ? (
							<Link
								to={to}
								className="inline-flex min-h-target items-center text-link underline underline-offset-4"
							>
								{label}
							</Link>
						) : (
							<span aria-current="page">{label}</span>
						)}
					</li>
				))}
			</ol>
		</nav>
	);
}
