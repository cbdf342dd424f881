import "#app/locales/needed/protocols.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { TextLink } from "#app/ui/text-link.tsx";

/** From the published protocols to those that are being agreed on. */
export function ConsultationsLink() {
	const t = useT("protocols");
	return (
		<p className="mt-10 max-w-measure">
			{t("list.consulted")}{" "}
			<TextLink to={paths.consultations()}>{t("list.consultations")}</TextLink>
		</p>
	);
}
