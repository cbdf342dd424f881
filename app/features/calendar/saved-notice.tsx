import "#app/locales/needed/calendar.ts";
import { useT } from "#app/i18n/use-t.ts";
import { Notice } from "#app/ui/notice.tsx";

/** Whether a change was just made, and all its clocks have moved. */
export type Saved = "all" | "going" | null;

/** Says that a change was made. */
export function SavedNotice({ saved }: { saved: Saved }) {
	const t = useT("calendar");
	if (!saved) return null;
	return (
		<div className="mb-8">
			<Notice kind="done" live title={saved === "all" ? t("change.saved") : t("change.going")} />
		</div>
	);
}
