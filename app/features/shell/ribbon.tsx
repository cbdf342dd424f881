import { useT } from "#app/i18n/use-t.ts";

/** Said permanently where everything is made up. */
export function Ribbon() {
	const t = useT("shell");
	return (
		<p className="hatched border-b border-rule bg-sunken text-small print:mb-6 print:border print:border-border">
			<span className="mx-auto block max-w-page px-4 py-1.5 sm:px-8 print:px-2">
				<strong>{t("ribbon.word")}</strong>
				<span className="max-sm:sr-only">. {t("ribbon.sentence")}</span>
			</span>
		</p>
	);
}
