import { Link } from "@remix-run/react";
import { dueMark, useDue } from "#app/i18n/use-due.ts";
import { useT } from "#app/i18n/use-t.ts";
import { Mark, type MarkKind } from "#app/ui/mark.tsx";
import type { Row } from "./my-day.ts";

/** One thing that waits: whose situation, which step, how urgent, how long. The whole row is the target. */
export function WorkRow({ row, calm, timeZone }: { row: Row; calm: boolean; timeZone: string }) {
	const t = useT("myDay");
	const { to, name, step, role } = row;
	return (
		<li className="relative flex gap-3.5 py-3.5 hover:bg-sunken print:break-inside-avoid">
			<Mark kind={markOf(row, calm)} className="mt-[0.2em]" />
			<div className="min-w-0 grow gap-x-6 sm:flex sm:justify-between">
				<div className="min-w-0">
					<Link to={to} className="font-semibold after:absolute after:inset-0 hover:underline">
						{name}
					</Link>
					<p>{step}</p>
					{role ? <p className="text-small text-ink-soft">{t("roleOpen", { role })}</p> : null}
				</div>
				<About row={row} timeZone={timeZone} />
			</div>
		</li>
	);
}

/** "urgente · encore 3 h". */
function About({ row: { state, urgency, due }, timeZone }: { row: Row; timeZone: string }) {
	const states = useT("handoffs");
	const words = useDue(timeZone);
	const facts = [state && states(`state.${state}`), urgency].filter(Boolean).join(" · ");
	if (!facts && !due) return null;
	return (
		<p className="text-small text-ink-soft sm:max-w-48 sm:shrink-0 sm:text-right">
			{due ? (
				<span className={due.kind === "late" ? "font-semibold text-late" : undefined}>
					{words(due)}
				</span>
			) : null}
			{facts && due ? <span className="sm:hidden"> · </span> : null}
			<span className="sm:block">{facts}</span>
		</p>
	);
}

/** Filled where we are awaited; an outline where somebody else is, or nobody in haste. */
function markOf({ due }: Row, calm: boolean): MarkKind {
	const mark = due ? dueMark(due) : "waiting";
	return mark === "waiting" && calm ? "open" : mark;
}
