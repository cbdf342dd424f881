import "#app/locales/needed/studio.ts";
import { useT } from "#app/i18n/use-t.ts";
import { Button } from "#app/ui/button.tsx";

/** The button of a form that also saves itself: needed without scripts, harmless with them. */
export function SaveRow() {
	const t = useT("studio");
	return (
		<div className="flex flex-wrap items-center gap-x-4 gap-y-2">
			<Button kind="secondary">{t("part.save")}</Button>
			<p className="hidden text-small text-ink-soft in-data-scripted:block">{t("part.autosave")}</p>
		</div>
	);
}
