import { useLanguage, useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { HiddenFields } from "#app/ui/hidden-fields.tsx";

const names = { fr: "Français", en: "English" } as const;
const changes = { fr: "Continuer en français", en: "Continue in English" } as const;

/** The language with its full name, and the other one to change to: for the account page. */
export function LanguageChoice() {
	const t = useT("shell");
	const current = useLanguage();
	const other = current === "fr" ? "en" : "fr";
	return (
		<form method="post" action={paths.language()}>
			<HiddenFields values={{ back: paths.account() }} />
			<p className="mb-3">
				{t("languageNow")} <strong>{names[current]}</strong>
			</p>
			<Button kind="secondary" name="language" value={other} lang={other}>
				{changes[other]}
			</Button>
		</form>
	);
}
