import "#app/locales/needed/handoff-states.ts";
import "#app/locales/needed/my-day.ts";
import { Link } from "@remix-run/react";
import { dueMark, useDue } from "#app/i18n/use-due.ts";
import { useFormat } from "#app/i18n/use-format.ts";
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
	const { to, name, inactive } = row;
	return (
		<li>
			<Mark kind={markOf(row, calm)} />
			<Link to={to} discover="none">
				{name || t("inactive.protected")}
			</Link>
			{inactive ? <Inactive {...inactive} /> : <What {...row} />}
			<About row={row} timeZone={timeZone} />
		</li>
	);
}

/** The step that waits, the role that nobody carries, or that two situations became one. */
function What({ step, role, merged }: Row) {
	const t = useT("myDay");
	if (merged) return <p>{t(`merged.${merged}`)}</p>;
	return <p>{role ? `${step}. ${t("roleOpen", { role })}` : step}</p>;
}

/** "Rien n'est inscrit depuis la semaine du 7 septembre 2026". */
function Inactive({ kind, week, next, count = 1 }: NonNullable<Row["inactive"]>) {
	const t = useT("myDay");
	const format = useFormat();
	const weeks = {
		week: format.week(week),
		next: next === undefined ? "" : format.week(next),
		count,
	};
	return (
		<>
			<p>{t(`inactive.${kind}`, weeks)}</p>
			{kind === "proposal" ? <small>{t("inactive.closes", weeks)}</small> : null}
		</>
	);
}

/** "encore 3 h · urgente". */
function About({ row, timeZone }: { row: Row; timeZone: string }) {
	const words = useDue(timeZone);
	const { due } = row;
	const facts = useFacts(row);
	if (!due) return facts ? <small>{facts}</small> : null;
	return (
		<small>
			{due.kind === "late" ? <b>{words(due)}</b> : words(due)}
			{facts ? ` · ${facts}` : null}
		</small>
	);
}

function useFacts({ state, unmatched, urgency }: Row): string {
	const t = useT("handoffStates");
	const said = unmatched ? t("unmatched") : state && t(`state.${state}`);
	return [said, urgency].filter(Boolean).join(" · ");
}

/** Filled where we are awaited; an outline where somebody else is, or nobody in haste. */
function markOf({ due }: Row, calm: boolean): MarkKind {
	const mark = due ? dueMark(due) : "waiting";
	return mark === "waiting" && calm ? "open" : mark;
}
