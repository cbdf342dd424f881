import "#app/locales/needed/handoffs.ts";
import { Link } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Icon } from "#app/ui/icon.tsx";
import type { PresentedHandoff } from "./present-handoff.ts";

type Props = Pick<
	PresentedHandoff,
	"handle" | "primary" | "acts" | "danger" | "side" | "turn" | "external"
>;

/** What can be done now: the act that moves things forward as a button, the others as a list. */
export function HandoffActs({ handle, primary, acts, danger, side, turn }: Props) {
	const t = useT("handoffs");
	const nothing = !primary && acts.length === 0;
	return (
		<div className="mt-6 print:hidden">
			{primary ? (
				<LinkButton to={paths.handoffAct(handle, primary.slug)} className="sm:w-full">
					{t(`act.${primary.act}.button`)}
				</LinkButton>
			) : null}
			{nothing ? (
				<p className="text-ink-soft">
					{turn?.side === side ? t("page.receptionOnly") : t("page.noActs")}
				</p>
			) : null}
			{acts.length > 0 ? (
				<ul aria-label={t("page.otherActs")} className="mt-4 divide-y divide-rule">
					{acts.map(({ act, slug }) => (
						<li key={act}>
							<Link
								to={paths.handoffAct(handle, slug)}
								className="flex min-h-target items-center justify-between gap-3 py-2 hover:underline"
							>
								{t(`act.${act}.title`)}
								<Icon name="forward" className="text-ink-soft" />
							</Link>
						</li>
					))}
				</ul>
			) : null}
			{danger ? (
				<p className="mt-2 border-t border-rule pt-2">
					<Link
						to={paths.handoffAct(handle, danger)}
						className="inline-flex min-h-target items-center gap-2 font-semibold underline underline-offset-4"
					>
						<Icon name="alert" />
						{t("page.danger")}
					</Link>
				</p>
			) : null}
		</div>
	);
}
