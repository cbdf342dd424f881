import "#app/locales/needed/handoff-states.ts";
import "#app/locales/needed/late.ts";
import { useDue } from "#app/i18n/use-due.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { Mark, type MarkKind } from "#app/ui/mark.tsx";
import { PhoneLink, TextLink } from "#app/ui/text-link.tsx";
import type { PresentedLate } from "./present-late.ts";

const marks = {
	overdue: "late",
	coordinator: "late",
	escalate: "failed",
} as const satisfies Record<PresentedLate["rung"], MarkKind>;

/** One thing that is late: which step, how long by its delay, who is awaited, whom to call. */
export function LateRow({ row, timeZone }: { row: PresentedLate; timeZone: string }) {
	const states = useT("handoffStates");
	const { rung, state, urgency } = row;
	const about = [state && states(`state.${state}`), urgency].filter(Boolean).join(" · ");
	return (
		<li className="flex gap-3.5 py-4 print:break-inside-avoid">
			<Mark kind={marks[rung]} className="mt-[0.2em]" />
			<div className="min-w-0 grow">
				<p className="font-semibold">
					<Title row={row} />
				</p>
				<HowLate row={row} timeZone={timeZone} />
				{about ? <p className="text-ink-soft">{about}</p> : null}
				<p className="mt-1">{useAwaited(row)}</p>
				<Call row={row} />
			</div>
		</li>
	);
}

function Title({ row: { to, name, step } }: { row: PresentedLate }) {
	const words = name === null ? step : `${name} · ${step}`;
	return to === null ? words : <TextLink to={to}>{words}</TextLink>;
}

/** "Délai dépassé · en retard de 3 h · 1,4 fois le délai". */
function HowLate({
	row: { rung, share, due },
	timeZone,
}: {
	row: PresentedLate;
	timeZone: string;
}) {
	const t = useT("late");
	const format = useFormat(timeZone);
	const sayDue = useDue(timeZone);
	return (
		<p>
			<strong className={rung === "escalate" ? "text-failure" : "text-late"}>
				{t(`rung.${rung}`)}
			</strong>
			{` · ${sayDue(due)}`}
			{share > 1 ? ` · ${t("share", { share: format.number(share) })}` : null}
		</p>
	);
}

function Call({ row: { phone, awaited } }: { row: PresentedLate }) {
	const t = useT("late");
	if (awaited.kind === "own") return null;
	if (phone === null) return <p className="text-small text-ink-soft">{t("noPhone")}</p>;
	return (
		<p>
			{t("call")} <PhoneLink number={phone} />
		</p>
	);
}

function useAwaited({ awaited: { kind, role, structure } }: PresentedLate): string {
	const t = useT("late");
	if (kind === "own") return t("awaitedOwn", { role });
	return kind === "protected" ? t("awaitedRole", { role }) : t("awaited", { role, structure });
}
