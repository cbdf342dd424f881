import "#app/locales/needed/situations.ts";
import { useT } from "#app/i18n/use-t.ts";
import { Notice } from "#app/ui/notice.tsx";
import type { SituationView } from "./present-situation.ts";

/** What runs beside the course, and what it does to the delays of ordinary steps. */
export function RunningNotices({ running }: Pick<SituationView, "running">) {
	const t = useT("situations");
	const paused = running.some(({ pauses }) => pauses);
	return running.map(({ id, title, pauses }) => (
		<Notice
			key={id}
			kind={pauses ? "suspended" : "late"}
			title={t("interruptions.running", { title })}
		>
			{pauses ? <p>{t("interruptions.pauses")}</p> : null}
			{paused ? null : <p>{t("interruptions.runs")}</p>}
		</Notice>
	));
}
