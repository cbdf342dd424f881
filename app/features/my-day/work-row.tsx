import { Link } from "@remix-run/react";
import { dueMark, useDue } from "#app/i18n/use-due.ts";
import { useT } from "#app/i18n/use-t.ts";
import { Mark, type MarkKind } from "#app/ui/mark.tsx";
import type { Row } from "./my-day.ts";

/**
 * The look of every row, said once on the list and not fifty times in it: a list of fifty rows
 * has to arrive quickly on a poor network.
 */
export const rowsLook = [
	"mt-2 divide-y divide-rule border-y border-rule",
	"[&>li]:relative [&>li]:grid [&>li]:grid-cols-[auto_1fr] [&>li]:gap-x-3.5 [&>li]:py-3.5",
	"sm:[&>li]:grid-cols-[auto_1fr_auto] [&>li]:hover:bg-sunken [&>li]:print:break-inside-avoid",
	"[&_svg]:mt-[0.2em] [&_a]:font-semibold [&_a]:after:absolute [&_a]:after:inset-0",
	"[&_a]:hover:underline [&_p]:col-start-2",
	"[&_small]:col-start-2 [&_small]:text-small [&_small]:text-ink-soft [&_b]:text-late",
	"sm:[&_small]:col-start-3 sm:[&_small]:row-start-1 sm:[&_small]:row-span-2",
	"sm:[&_small]:max-w-56 sm:[&_small]:text-right",
].join(" ");

/** One thing that waits: whose situation, which step, how urgent, how long. The whole row is the target. */
export function WorkRow({ row, calm, timeZone }: { row: Row; calm: boolean; timeZone: string }) {
	const t = useT("myDay");
	const { to, name, step, role } = row;
	return (
		<li>
			<Mark kind={markOf(row, calm)} />
			<Link to={to} discover="none">
				{name}
			</Link>
			<p>{role ? `${step}. ${t("roleOpen", { role })}` : step}</p>
			<About row={row} timeZone={timeZone} />
		</li>
	);
}

/** "encore 3 h · urgente". */
function About({ row: { state, urgency, due }, timeZone }: { row: Row; timeZone: string }) {
	const states = useT("handoffs");
	const words = useDue(timeZone);
	const facts = [state && states(`state.${state}`), urgency].filter(Boolean).join(" · ");
	if (!due) return facts ? <small>{facts}</small> : null;
	return (
		<small>
			{due.kind === "late" ? <b>{words(due)}</b> : words(due)}
			{facts ? ` · ${facts}` : null}
		</small>
	);
}

/** Filled where we are awaited; an outline where somebody else is, or nobody in haste. */
function markOf({ due }: Row, calm: boolean): MarkKind {
	const mark = due ? dueMark(due) : "waiting";
	return mark === "waiting" && calm ? "open" : mark;
}
