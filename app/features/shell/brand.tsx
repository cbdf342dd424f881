import { Link } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.ts";

/** The name, and a line that hands over: one stop done, one to come. */
export function Brand({ to }: { to: string }) {
	const t = useT("shell");
	return (
		<Link
			to={to}
			className="inline-flex min-h-target items-center gap-2 sm:gap-2.5 rounded-small text-title-2 sm:pr-1 font-bold tracking-tight"
		>
			<svg
				viewBox="0 0 34 20"
				aria-hidden="true"
				focusable="false"
				className="h-5 w-auto shrink-0 fill-none stroke-current"
				strokeWidth="3"
			>
				<path d="M8 10h16" />
				<circle cx="7" cy="10" r="5" fill="currentColor" stroke="none" />
				<circle cx="26" cy="10" r="5.5" className="fill-paper stroke-identification" />
			</svg>
			{t("brand")}
		</Link>
	);
}
