import "#app/locales/needed/simulator.ts";
import { useT } from "#app/i18n/use-t.ts";

/** Said on every page of the simulator, on the screen and on paper: nothing of it is real. */
export function FictitiousNotice() {
	const t = useT("simulator");
	return (
		<p className="hatched mb-8 rounded-panel border border-border bg-sunken px-4 py-3">
			<strong>{t("fictitious")}</strong>
			<span className="block text-small text-ink-soft">{t("fictitiousLead")}</span>
		</p>
	);
}
