import "#app/locales/needed/situations.ts";
import "#app/locales/needed/handoff-states.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Details } from "#app/ui/details.tsx";
import type { MarkKind } from "#app/ui/mark.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { Timeline } from "#app/ui/timeline.tsx";
import type { HistoryLine, SituationView } from "./present-situation.ts";

/** Lines shown before the rest is asked for. */
const shownFirst = 6;

type Props = Pick<SituationView, "history" | "handle" | "timeZone" | "closed">;

/** What happened, the latest first: one's own acts in full, those of others as steps crossed. */
export function HistoryLines({ history, handle, timeZone, closed }: Props) {
	const t = useT("situations");
	const moment = useMoment(handle, { timeZone, closed });
	const latest = history.slice(0, shownFirst);
	const earlier = history.slice(shownFirst);
	return (
		<>
			<Timeline label={t("history.title")} moments={latest.map(moment)} />
			{earlier.length > 0 ? (
				<Details summary={t("history.all")} className="mt-4">
					<Timeline moments={earlier.map(moment)} />
				</Details>
			) : null}
		</>
	);
}

const marks: Partial<Record<HistoryLine["kind"], MarkKind>> = {
	raised: "info",
	overdue: "late",
	bound: "open",
	lead: "open",
	recalculated: "info",
};

/** Of a closed situation only weeks are told. */
function useMoment(handle: string, { timeZone, closed }: { timeZone: string; closed: boolean }) {
	const t = useT("situations");
	const format = useFormat(timeZone);
	const when = (at: number) =>
		closed ? t("history.week", { week: format.week(at) }) : format.dateTime(at);
	return (line: HistoryLine) => ({
		key: String(line.position),
		kind: marks[line.kind] ?? ("done" as const),
		when: (
			<>
				<time dateTime={new Date(line.at).toISOString()}>{when(line.at)}</time>
				{", "}
				{line.colleague ?? line.by?.name ?? t("history.system")}
			</>
		),
		title: t(`history.${line.kind}`, { about: line.about ?? "", names: line.names ?? "" }),
		children: <Particulars line={line} handle={handle} />,
	});
}

function Particulars({ line, handle }: { line: HistoryLine; handle: string }) {
	const t = useT("situations");
	return (
		<>
			{line.act ? <HandoffAct {...line} /> : null}
			{line.outcome ? <Outcome kind={line.kind} outcome={line.outcome} /> : null}
			{line.answers.map(({ field, label, values }) => (
				<p key={field} className="text-ink-soft">
					{t("history.answer", { label, values: values.join(", ") })}
				</p>
			))}
			{line.correctable ? (
				<TextLink to={paths.correction(handle, line.position)}>{t("history.correct")}</TextLink>
			) : null}
		</>
	);
}

function Outcome({ kind, outcome }: { kind: HistoryLine["kind"]; outcome: string }) {
	const t = useT("situations");
	if (kind === "goesOn") return <p>{outcome}</p>;
	return (
		<p>
			{kind === "closed"
				? t("closed.reason", { reason: outcome })
				: t("history.outcome", { outcome })}
		</p>
	);
}

function HandoffAct({ act, names }: Pick<HistoryLine, "act" | "names">) {
	const t = useT("situations");
	const words = useT("handoffStates");
	if (!act) return null;
	return (
		<p>
			{words(`what.${act}`)}
			{act === "SEND" && names ? ` ${t("handoffs.to", { name: names })}` : null}
		</p>
	);
}
