import { useLanguage, useT } from "#app/i18n/use-t.ts";
import { classNames } from "#app/ui/class-names.ts";
import { HiddenFields } from "#app/ui/hidden-fields.tsx";

const names = { fr: "Français", en: "English" } as const;

type Props = { action: string; back: string };

/** FR | EN: a plain form, so that the page comes back whole in the other language. */
export function LanguageSwitch({ action, back }: Props) {
	const t = useT("shell");
	const current = useLanguage();
	return (
		<form method="post" action={action} aria-label={t("language")} className="flex">
			<HiddenFields values={{ back }} />
			{(["fr", "en"] as const).map((language) => (
				<button
					key={language}
					type="submit"
					name="language"
					value={language}
					lang={language}
					aria-current={language === current ? "true" : undefined}
					className={classNames(
						"min-h-target min-w-11 rounded-small px-1.5 uppercase underline-offset-4 sm:min-w-target",
						language === current
							? "font-bold underline decoration-2"
							: "text-ink-soft hover:underline",
					)}
				>
					<span aria-hidden="true">{language}</span>
					<span className="sr-only normal-case">{names[language]}</span>
				</button>
			))}
		</form>
	);
}
