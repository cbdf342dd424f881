import { Link } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.ts";
import { buttonStyle } from "./button-style.ts";

type Props = { page: number; pages: number; addressOf: (page: number) => string };

/** From one page of a list to the next. Shows nothing when one page holds all. */
export function Pagination({ page, pages, addressOf }: Props) {
	const t = useT("ui");
	if (pages < 2) return null;
	return (
		<nav aria-label={t("pages.label")} className="mt-6 flex flex-wrap items-center gap-x-6">
			{page > 1 ? (
				<Link rel="prev" to={addressOf(page - 1)} className={buttonStyle("quiet")}>
					{t("pages.previous")}
				</Link>
			) : null}
			<p className="text-ink-soft">{t("pages.position", { page, pages })}</p>
			{page < pages ? (
				<Link rel="next" to={addressOf(page + 1)} className={buttonStyle("quiet")}>
					{t("pages.next")}
				</Link>
			) : null}
		</nav>
	);
}
