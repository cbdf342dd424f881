import "#app/locales/needed/situations.ts";
import { Link } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { classNames } from "#app/ui/class-names.ts";
import { Icon } from "#app/ui/icon.tsx";
import type { SituationView } from "./present-situation.ts";

/** What may happen at any moment, one tap away, danger first. */
export function InterruptionLinks({ offered, handle }: Pick<SituationView, "offered" | "handle">) {
	const t = useT("situations");
	if (offered.length === 0) return null;
	return (
		<nav aria-label={t("interruptions.title")} className="print:hidden">
			<ul className="flex flex-wrap gap-3">
				{offered.map(({ id, title, danger }) => (
					<li key={id} className={classNames("grow", danger && "basis-full")}>
						<Link
							to={paths.interruption(handle, id)}
							className={classNames(
								"flex min-h-target items-center justify-center gap-2 rounded-control border bg-surface px-4 py-2 text-center hover:bg-sunken",
								danger ? "border-2 border-ink font-semibold" : "border-border",
							)}
						>
							{danger ? <Icon name="alert" /> : null}
							{title}
						</Link>
					</li>
				))}
			</ul>
		</nav>
	);
}
