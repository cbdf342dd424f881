import "#app/locales/needed/my-day.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { Notice } from "#app/ui/notice.tsx";
import type { MyDay } from "./read-my-day.ts";

type Props = Pick<MyDay, "alerts" | "timeZone">;

/** Somebody searched again and again and found nothing: who and when, never what they typed. */
export function LockAlerts({ alerts, timeZone }: Props) {
	const t = useT("myDay");
	const format = useFormat(timeZone);
	return (
		<div className="mb-10">
			<Notice kind="late" title={t("alerts.title")}>
				<ul>
					{alerts.map(({ act, at, colleague, structure }) => (
						<li key={`${at} ${structure} ${act}`}>
							{t(`alerts.${act}`, { who: colleague ?? structure, when: format.dateTime(at) })}
						</li>
					))}
				</ul>
				<p>{t("alerts.next")}</p>
			</Notice>
		</div>
	);
}
