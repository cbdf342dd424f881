import "#app/locales/needed/situations.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { Notice } from "#app/ui/notice.tsx";
import type { SavedKind } from "./saved-in.ts";

/** An act is shown as done once it is committed, with the time. */
export function SavedNotice({
	saved,
	at,
	timeZone,
}: {
	saved: SavedKind;
	at: number;
	timeZone: string;
}) {
	const t = useT("situations");
	const format = useFormat(timeZone);
	return (
		<div className="mb-6">
			<Notice kind="done" live title={t(`saved.${saved}`, { time: format.time(at) })} />
		</div>
	);
}
