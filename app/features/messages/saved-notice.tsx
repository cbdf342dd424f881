import "#app/locales/needed/messages.ts";
import { useT } from "#app/i18n/use-t.ts";
import { Notice } from "#app/ui/notice.tsx";

/** Says that what was chosen holds from now on. */
export function SavedNotice() {
	const t = useT("messages");
	return (
		<div className="mb-6">
			<Notice kind="done" live title={t("saved")} />
		</div>
	);
}
