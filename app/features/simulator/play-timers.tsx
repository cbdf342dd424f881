import "#app/locales/needed/simulator.ts";
import { dueMark, useDue } from "#app/i18n/use-due.ts";
import { useT } from "#app/i18n/use-t.ts";
import { StatusTag } from "#app/ui/status-tag.tsx";
import type { StandingView } from "./present-play.ts";

type Props = Pick<StandingView, "timers"> & { timeZone: string };

/** Which timers run, how long they still run, for whom they wait, and what they say next. */
export function PlayTimers({ timers, timeZone }: Props) {
	const t = useT("simulator");
	const due = useDue(timeZone);
	if (timers.length === 0) return <p>{t("timers.none")}</p>;
	return (
		<ul className="space-y-4">
			{timers.map((timer) => (
				<li key={timer.clock}>
					<p>{t(`timers.${timer.of}`, { title: timer.title })}</p>
					<p>
						<StatusTag kind={dueMark(timer.due)}>{due(timer.due)}</StatusTag>
					</p>
					<p className="text-small text-ink-soft">
						{[
							timer.awaited ? t("timers.awaited", { who: timer.awaited }) : "",
							timer.next
								? t("timers.next", {
										stage: t(`stages.${timer.next.stage}`),
										due: due(timer.next.due),
									})
								: "",
						]
							.filter(Boolean)
							.join(" · ")}
					</p>
				</li>
			))}
		</ul>
	);
}
